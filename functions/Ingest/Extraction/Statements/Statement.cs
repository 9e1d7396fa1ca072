using System.Collections.Immutable;

namespace Ingest.Extraction.Statements;

/// <summary>How the words of a statement reach the reader.</summary>
public enum StatementKind
{
    /// <summary>Wholly inside quotation marks.</summary>
    Direct,

    /// <summary>In the reporter's words.</summary>
    Indirect,

    /// <summary>In the reporter's words with a quoted part.</summary>
    Mixed,
}

/// <summary>What somebody is said to have said, written, announced, asked, demanded, promised, denied or warned of.</summary>
/// <param name="Span">From the first to the last unit of the content, an attribution in the middle included.</param>
/// <param name="Pieces">The content alone, verbatim: one span, or several where its own attribution interrupts it.</param>
/// <param name="Kind">Direct, indirect or mixed.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Cue">The words that attribute it ("said", "according to"); null for a bare quote.</param>
/// <param name="Confidence">The probability, 0 to 1, that both the span and the speaker's full name are right.</param>
public sealed record Statement(
    TextSpan Span,
    ImmutableArray<TextSpan> Pieces,
    StatementKind Kind,
    Speaker Speaker,
    Cue? Cue,
    double Confidence);

/// <summary>The words that attribute a statement, verbatim.</summary>
public sealed record Cue(TextSpan Span, string Text);

/// <summary>What kind of source speaks.</summary>
public enum SpeakerKind
{
    /// <summary>Nobody could be named.</summary>
    Unknown,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A ministry, company, newspaper or other body.</summary>
    Organisation,

    /// <summary>A report, an indictment, a post.</summary>
    Document,

    /// <summary>A person or group that the article does not name.</summary>
    Anonymous,
}

/// <summary>Who a statement belongs to.</summary>
/// <param name="Mention">The mention nearest the content, without title and honorific; null for a quote without attribution.</param>
/// <param name="MentionText">The mention's words, verbatim; null with <paramref name="Mention"/>.</param>
/// <param name="FullName">The fullest form of the name in the article, or null for an honest unknown.</param>
/// <param name="Title">The speaker's role as the article gives it, or null.</param>
/// <param name="Kind">Person, organisation, document, anonymous or unknown.</param>
/// <param name="ResolvedBy">How the full name was found: "name", "surname", "pronoun", "title", "previous-speaker" and the like.</param>
public sealed record Speaker(TextSpan? Mention, string? MentionText, string? FullName, string? Title, SpeakerKind Kind, string ResolvedBy);

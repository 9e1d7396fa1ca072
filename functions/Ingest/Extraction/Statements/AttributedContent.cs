using System.Collections.Immutable;

namespace Ingest.Extraction.Statements;

/// <summary>How a content and the words that attribute it stand to each other.</summary>
internal enum AttributionForm
{
    /// <summary>"X said that …", "X urged Y to …".</summary>
    SpeakerFirst,

    /// <summary>"…, said X": the cue before its speaker, the content before both or around them.</summary>
    CueBeforeSpeaker,

    /// <summary>"…, X said": the speaker before the cue, the content before both or around them.</summary>
    SpeakerBeforeCue,

    /// <summary>"according to X" before, after or inside the content.</summary>
    AccordingTo,

    /// <summary>"X did this, adding that …": the speaker is the subject of the clause before.</summary>
    Participle,

    /// <summary>"X: “…”" and "“…” – X".</summary>
    Labelled,

    /// <summary>A quote without attribution: it belongs to the speaker before it.</summary>
    Bare,
}

/// <summary>A content with the words that attribute it, before it is known who the speaker is.</summary>
/// <param name="Pieces">The content alone, in the order of the text: several spans where its own attribution interrupts it.</param>
/// <param name="Kind">Direct, indirect or mixed.</param>
/// <param name="Form">How the content and its attribution stand to each other.</param>
/// <param name="Mention">
/// The speaker as named nearest the content, without title and honorific: a name, a pronoun, or a whole noun phrase with its
/// relative clause. Null for a bare quote (the previous speaker's) and where the clause names nobody.
/// </param>
/// <param name="Cue">The words that attribute it, or null for a bare or labelled quote.</param>
internal sealed record AttributedContent(
    ImmutableArray<TextSpan> Pieces,
    StatementKind Kind,
    AttributionForm Form,
    TextSpan? Mention,
    Cue? Cue)
{
    /// <summary>From the first to the last unit of the content, an attribution in the middle included.</summary>
    public TextSpan Span => new(Pieces[0].Start, Pieces[^1].End);
}

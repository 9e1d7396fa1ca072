using System.Collections.Immutable;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Storage.Record;

/// <summary>A statement as the record keeps it and answers it.</summary>
/// <param name="Id">The cluster's id and a hash of the statement's words: the same after every extraction that finds these words.</param>
/// <param name="Text">What was said, verbatim; where its own attribution interrupts it, the pieces with " […] " between them.</param>
/// <param name="Kind">Direct, indirect or mixed.</param>
/// <param name="Speaker">Who said it.</param>
/// <param name="Cue">The words that attribute it, or null.</param>
/// <param name="Confidence">Probability that span and speaker are right.</param>
/// <param name="Start">Where it starts in the article's text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Pieces">The content alone, verbatim, with offsets.</param>
/// <param name="Context">The sentences that it stands in.</param>
/// <param name="ContextStart">Where they start in the article's text.</param>
/// <param name="Article">The article; of a cluster of copies, the one published first.</param>
/// <param name="Places">The other articles of the cluster that carry it.</param>
public sealed record StatementRecord(
    string Id,
    string Text,
    StatementKind Kind,
    SpeakerRecord Speaker,
    string? Cue,
    double Confidence,
    int Start,
    int End,
    ImmutableArray<PieceRecord> Pieces,
    string Context,
    int ContextStart,
    ArticleHead Article,
    ImmutableArray<Place> Places) : IMention<StatementRecord>
{
    StatementRecord IMention<StatementRecord>.At(ImmutableArray<Place> places) => this with { Places = places };
}

/// <summary>A part of a statement without its attribution.</summary>
/// <param name="Start">In UTF-16 units of the article's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Text">Verbatim.</param>
public sealed record PieceRecord(int Start, int End, string Text);

/// <summary>Who said it.</summary>
/// <param name="Id">Of an official the id; of another person or body the key of its name; null for an unknown.</param>
/// <param name="Name">The fullest form in the article, or null for an unknown.</param>
/// <param name="Mention">The words that name the speaker beside the statement, or null.</param>
/// <param name="Title">The role as the article gives it, or null.</param>
/// <param name="Organisation">The body that the speaker speaks for or is, or null.</param>
/// <param name="Kind">Person, organisation, document, anonymous or unknown.</param>
/// <param name="ResolvedBy">How the name was found.</param>
/// <param name="IsOfficial">Whether the article gives the speaker an office; then <c>/api/officials/{id}</c> answers.</param>
public sealed record SpeakerRecord(
    string? Id,
    string? Name,
    string? Mention,
    string? Title,
    string? Organisation,
    SpeakerKind Kind,
    string ResolvedBy,
    bool IsOfficial)
{
    /// <summary>What the speaker is found under: the id, and the keys of the names, which namesakes share.</summary>
    internal IEnumerable<string> Keys =>
        Id is null ? [] : new[] { Id, OfficialIdentity.NameKeyOf(Id), Name is null ? Id : OfficialKey.Of(Name) }.Distinct(StringComparer.Ordinal);
}

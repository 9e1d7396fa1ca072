using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>A role that the words around a name give.</summary>
/// <param name="Text">In the article's words, without those of the status.</param>
/// <param name="Kind">What its noun says.</param>
/// <param name="Status">Where its bearer stands to it on the day of publication.</param>
/// <param name="Span">Where it stands, or null where it was made of a verb.</param>
/// <param name="Title">As read, or null where it was made of a verb.</param>
/// <param name="Body">The body's tokens, or an empty range.</param>
internal sealed record ReadRole(string Text, OfficeKind Kind, OfficeStatus Status, TextSpan? Span, Title? Title, TokenRange Body);

/// <summary>A place where a person is named, or may be, with what the words around the name tell.</summary>
/// <param name="Name">The name's tokens.</param>
/// <param name="Span">The name's units.</param>
/// <param name="Extent">The name with the titles before it and what stands in apposition after it.</param>
/// <param name="Gender">As an honorific tells.</param>
/// <param name="Age">In years, or null.</param>
/// <param name="Roles">In the order of the text.</param>
/// <param name="IsPerson">Whether the words around it prove that this is a person.</param>
/// <param name="IsDead">Whether they tell of a death.</param>
internal sealed record PersonMention(
    TokenRange Name,
    TextSpan Span,
    TokenRange Extent,
    Gender Gender,
    int? Age,
    ImmutableArray<ReadRole> Roles,
    bool IsPerson,
    bool IsDead);

using System.Collections.Immutable;

namespace Ingest.Articles;

/// <summary>An article that came as text, with what in it is no part of its words known as what it is.</summary>
/// <param name="Text">As it came; the spans count in it.</param>
/// <param name="Paragraphs">Its words, a paragraph each, without dateline and credit.</param>
/// <param name="Captions">Lines before the report that stand under a picture, who took it included.</param>
/// <param name="Title">The headline, where the text opens with one; else null.</param>
/// <param name="Dateline">The place that opens the report ("PHNOM PENH"), or null.</param>
/// <param name="Credit">The original publisher ("The Phnom Penh Post/ANN"), or null.</param>
public sealed record PlainText(
    string Text,
    ImmutableArray<TextSpan> Paragraphs,
    ImmutableArray<TextSpan> Captions,
    TextSpan? Title,
    string? Dateline,
    string? Credit)
{
    /// <summary>The words, paragraphs parted by an empty line, as an article of the record holds them.</summary>
    public string Words => string.Join("\n\n", Paragraphs.Select(paragraph => paragraph.In(Text)));
}

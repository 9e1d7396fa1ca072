namespace Ingest.Extraction;

/// <summary>What the extractors read of an article.</summary>
/// <param name="Text">Its paragraphs, parted by an empty line ("\n\n"); all offsets count from its start.</param>
/// <param name="Published">The calendar day of publication in the publisher's time zone, against which dates resolve; null where unknown.</param>
/// <param name="Title">The headline, where there is one; no mention is taken from it.</param>
public sealed record ArticleText(string Text, DateOnly? Published = null, string? Title = null);

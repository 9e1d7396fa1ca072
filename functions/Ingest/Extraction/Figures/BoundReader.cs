using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Reads how a number bounds the truth from the words right before and behind it (Data/bound-words.txt).</summary>
internal static class BoundReader
{
    private const int LongestPhrase = 4;

    private static readonly WordSet Places = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "over-places");
    private static readonly WordSet Stretches = WordSet.Named("Extraction/Figures/Data/word-sets.txt", "stretches");
    private static readonly PhraseTable<Bound> Before = Load("before");
    private static readonly PhraseTable<Bound> BehindWords = Load("behind");

    /// <summary>The bound of the quantity; <see cref="Bound.Exact"/> where nothing bounds it.</summary>
    public static Bound Of(TaggedText tagged, Quantity quantity, int first, int limit)
    {
        var text = tagged.Text;
        if (text[quantity.End - 1].EndsWith("-plus", StringComparison.OrdinalIgnoreCase)) return Bound.AtLeast;
        if (text[quantity.End - 1].EndsWith("-odd", StringComparison.OrdinalIgnoreCase)) return Bound.About;
        return Ahead(tagged, quantity, first) ?? Behind(text, quantity.NumberEnd, limit) ?? Behind(text, quantity.End, limit) ?? Bound.Exact;
    }

    private static Bound? Ahead(TaggedText tagged, Quantity quantity, int first)
    {
        var text = tagged.Text;
        var end = quantity.First;

        // Between the words and the number may stand an article, a quotation mark, or "another"; "lower than the 5 tonnes of May" compares.
        while (end > first && (text.Tokens[end - 1].Kind == TokenKind.Quote || text.IsAny(end - 1, "a", "an", "another", "only"))) end--;
        for (var length = LongestPhrase; length > 0; length--)
        {
            var start = end - length;
            if (start < first || !Before.TryFind(text, start, end, out var bound, out var found) || found != end) continue;
            return Applies(tagged, quantity, start, end) && !IsPlace(text, start, end, quantity.First) ? bound : null;
        }

        return null;
    }

    // "under a 33-storey tower": a preposition of place before the article of what the number only describes.
    private static bool IsPlace(TokenisedText text, int start, int end, int number) =>
        end == start + 1 && end < number && text.IsAny(end, "a", "an") && text.IsAny(start, "over", "under", "above", "below", "near", "beyond", "within");

    // "Over" bounds nothing before a stretch of time, and none where it tells where or about what: "over six months", "over eight innings",
    // "rain over five provinces".
    private static bool Applies(TaggedText tagged, Quantity quantity, int start, int end)
    {
        var text = tagged.Text;
        if (end != start + 1) return true;
        if (text.Is(start, "over") && (Places.Holds(text, start - 1) || Stretches.Holds(text, quantity.End))) return false;
        if (text.Is(start, "over") && quantity.Unit?.Kind == UnitKind.Time)
            return text.Is(start - 1, "for")
                || text.Is(start - 1, "after")
                || text.Is(start - 1, "of")
                || text.Is(start - 1, "in")
                || text.Is(start - 1, "lasted")
                || text.Is(start - 1, "took");

        return true;
    }

    private static Bound? Behind(TokenisedText text, int at, int limit)
    {
        if (at < limit && text.Is(at, "-") && !text.SpaceBefore(at)) at++;
        return at < limit && BehindWords.TryFind(text, at, limit, out var bound, out _) ? bound : null;
    }

    private static PhraseTable<Bound> Load(string place) => new(
        from row in DataFile.Rows("Extraction/Figures/Data/bound-words.txt")
        where row[1] == place
        select (row[0], row[2] switch { "~" => Bound.About, ">" => Bound.AtLeast, "<" => Bound.AtMost, _ => Bound.Exact }, false));
}

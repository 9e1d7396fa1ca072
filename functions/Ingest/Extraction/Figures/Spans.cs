using System.Collections.Immutable;
using Ingest.Extraction.Dates;

namespace Ingest.Extraction.Figures;

/// <summary>Looks spans up among dates, which are in the order of the text and do not overlap.</summary>
internal static class Spans
{
    /// <summary>The index of the first date that ends after the offset.</summary>
    public static int FirstEndingAfter(ImmutableArray<DateMention> dates, int offset)
    {
        int low = 0, high = dates.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (dates[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Whether a date shares a unit with the span.</summary>
    public static bool AnyOverlaps(ImmutableArray<DateMention> dates, TextSpan span)
    {
        var first = FirstEndingAfter(dates, span.Start);
        return first < dates.Length && dates[first].Span.Overlaps(span);
    }
}

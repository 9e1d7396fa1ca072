using System.Collections.Immutable;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Figures;

/// <summary>Finds the period of a figure: the date expression of its own sentence that tells of a stretch, not of the day of a saying.</summary>
internal static class PeriodFinder
{
    private const int Neighbours = 6;

    /// <summary>The span of the nearest such expression, one behind the figure before one ahead of it; null where the sentence has none.</summary>
    public static TextSpan? Of(TokenisedText text, Draft draft, TokenRange sentence, ImmutableArray<DateMention> dates)
    {
        var room = text.SpanOf(sentence);
        TextSpan? nearest = null;
        var distance = int.MaxValue;
        var behind = Spans.FirstEndingAfter(dates, draft.Span.End);
        var last = Math.Min(dates.Length, behind + Neighbours);
        for (var i = Math.Max(Spans.FirstEndingAfter(dates, room.Start), behind - Neighbours); i < last && dates[i].Span.Start < room.End; i++)
        {
            var span = dates[i].Span;
            if (span.Overlaps(draft.Span)
                || dates[i] is not { From: { } from, To: { } to }
                || dates[i].Type is DateType.Time or DateType.Set
                || to.DayNumber - from.DayNumber < 6)
            {
                continue;
            }

            var away = span.Start >= draft.Span.End ? span.Start - draft.Span.End : draft.Span.Start - span.End + 40;
            if (away < distance) (nearest, distance) = (span, away);
        }

        return nearest;
    }
}

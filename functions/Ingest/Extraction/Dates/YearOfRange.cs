using Ingest.Extraction.Dates.Grammar;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates;

/// <summary>In "from March to June 2019" the first month has the second one's year.</summary>
internal static class YearOfRange
{
    public static CalendarExpression Of(List<FoundTime> found, int i, TokenisedText text)
    {
        var expression = found[i].Expression;
        if (expression is not (MonthOf { Year: null, Shift: Shift.None } or MonthDay { Year: null }) || i + 1 >= found.Count) return expression;
        var next = found[i + 1];
        if (next.First != found[i].End + 1 || !(text.Is(found[i].End, "to") || text.Is(found[i].End, "and") || text.Is(found[i].End, "until") || text.Is(found[i].End, "-") || text.Is(found[i].End, "–"))) return expression;
        var year = next.Expression switch { MonthOf month => month.Year, MonthDay day => day.Year, _ => null };
        if (year is null) return expression;
        var (first, second) = (MonthOf(expression), MonthOf(next.Expression));
        if (first > second) return expression;
        return expression is MonthDay monthDay ? monthDay with { Year = year } : ((MonthOf)expression) with { Year = year };
    }

    private static int MonthOf(CalendarExpression expression) => expression switch { MonthOf month => month.Month, MonthDay day => day.Month, _ => 0 };
}

using System.Globalization;

namespace Ingest.Queries.Page;

/// <summary>How many statements a month holds; the day is the month's first.</summary>
internal sealed record MonthCount(DateOnly Month, int Count);

/// <summary>An office and the days on which articles first and last gave it.</summary>
internal sealed record OfficeSpell(string Title, DateOnly First, DateOnly Last, bool IsPast);

/// <summary>A value at a day.</summary>
/// <param name="Day">Publication day.</param>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The value, or the upper end of a range.</param>
/// <param name="Bound">"=", "~", "&gt;" or "&lt;".</param>
/// <param name="Conflicts">Whether another figure of the same day says otherwise.</param>
internal sealed record SeriesPoint(DateOnly Day, double Low, double High, string Bound, bool Conflicts);

/// <summary>Plots as SVG. Each has a name for readers who cannot see it, and stands beside a list of the same numbers.</summary>
internal static class Plots
{
    private const double Width = 400;
    private const double Left = 30;
    private const double Right = 8;

    // A longer record is drawn by years.
    private const int MostMonths = 48;

    /// <summary>
    /// A bar a month (a year, where the record is long), those without any included; a second person's bars stand beside the first's,
    /// in outline.
    /// </summary>
    public static Html Months(string name, IReadOnlyList<MonthCount> counts, IReadOnlyList<MonthCount>? others = null)
    {
        var all = counts.Concat(others ?? []).ToList();
        if (all.Count == 0) return Html.None;
        var (first, last) = (all.Min(count => count.Month), all.Max(count => count.Month));
        var byYear = MonthsBetween(first, last) >= MostMonths;
        var bars = (byYear ? last.Year - first.Year : MonthsBetween(first, last)) + 1;
        var (mine, theirs) = (Bars(counts), Bars(others ?? []));
        var top = mine.Concat(theirs).Max(bar => bar.Count);
        const double height = 120, foot = 24, head = 12;
        // A record of a month is no wall: there is room for a year.
        var step = (Width - Left - Right) / Math.Max(bars, 12);
        var share = others is null ? .78 : .4;

        return Html.Of($"""
            <svg class="plot" viewBox="0 0 {Width} {height + foot}" role="img" aria-label="{name}">
            <line class="axis" x1="{Left}" x2="{Width - Right}" y1="{head}" y2="{head}"/><text x="{Left - 6}" y="{head + 4}" text-anchor="end">{top}</text>
            <line class="axis" x1="{Left}" x2="{Width - Right}" y1="{height}" y2="{height}"/><text x="{Left - 6}" y="{height + 4}" text-anchor="end">0</text>
            {mine.Select(bar => Bar(bar, "bar", 0))}{theirs.Select(bar => Bar(bar, "bar other", share + .04))}
            {Labels()}
            </svg>
            """);

        List<(int At, int Count)> Bars(IEnumerable<MonthCount> months) =>
        [
            .. months.GroupBy(count => byYear ? count.Month.Year - first.Year : MonthsBetween(first, count.Month))
                .Select(bar => (bar.Key, bar.Sum(count => count.Count))),
        ];

        Html Bar((int At, int Count) bar, string style, double offset)
        {
            var size = (height - head) * bar.Count / top;
            var x = Left + (step * (bar.At + .06 + offset));
            return Html.Of($"<rect class=\"{style}\" x=\"{x}\" y=\"{height - size}\" width=\"{step * share}\" height=\"{size}\"/>");
        }

        // Every label needs some room.
        IEnumerable<Html> Labels()
        {
            var every = (int)Math.Ceiling(56 / step);
            for (var at = 0; at < bars; at += every)
                yield return Html.Of($"<text x=\"{Left + (step * (at + .06))}\" y=\"{height + 16}\">{(byYear ? $"{first.Year + at}" : Short(first.AddMonths(at)))}</text>");
        }
    }

    /// <summary>A bar an office, from the first to the last day that an article gave it; a past one is broken.</summary>
    public static Html Offices(string name, IReadOnlyList<OfficeSpell> spells)
    {
        if (spells.Count == 0) return Html.None;
        const double row = 34, foot = 22;
        var (first, last) = (spells.Min(spell => spell.First), spells.Max(spell => spell.Last));
        var days = Math.Max(1, last.DayNumber - first.DayNumber);
        var height = row * spells.Count;
        return Html.Of($"""
            <svg class="plot" viewBox="0 0 {Width} {height + foot}" role="img" aria-label="{name}">
            {spells.Select(Spell)}
            <line class="axis" x1="0" x2="{Width}" y1="{height + 2}" y2="{height + 2}"/>
            <text x="0" y="{height + 16}">{Day(first)}</text><text x="{Width}" y="{height + 16}" text-anchor="end">{Day(last)}</text>
            </svg>
            """);

        Html Spell(OfficeSpell spell, int at)
        {
            var from = Width * (spell.First.DayNumber - first.DayNumber) / days;
            var size = Math.Max(6, (Width * (spell.Last.DayNumber - first.DayNumber) / days) - from);
            if (from + size > Width) from = Width - size;
            // A title stays inside the drawing, whichever end its bar is at.
            return Html.Of($"""
                <text class="strong" x="{(from > Width / 2 ? from + size : from)}" y="{(row * at) + 13}" text-anchor="{(from > Width / 2 ? "end" : "start")}">{spell.Title}</text>
                <rect class="{(spell.IsPast ? "office past" : "office")}" x="{from}" y="{(row * at) + 18}" width="{size}" height="8"/>
                """);
        }
    }

    /// <summary>Values over days: a dot each, a line over a range, an arrow where the figure says more or less, red where two of a day differ.</summary>
    public static Html Series(string name, string unit, IReadOnlyList<SeriesPoint> points)
    {
        if (points.Count == 0) return Html.None;
        const double height = 170, foot = 32, head = 18, left = 56;
        var (first, last) = (points.Min(point => point.Day), points.Max(point => point.Day));
        var (low, high) = (Math.Min(0, points.Min(point => point.Low)), points.Max(point => point.High));
        if (high <= low) high = low + 1;
        var days = last.DayNumber - first.DayNumber;
        var ordered = points.OrderBy(point => point.Day).ToList();

        return Html.Of($"""
            <svg class="plot" viewBox="0 0 {Width} {height + foot}" role="img" aria-label="{name}">
            <text x="{left - 8}" y="{head + 4}" text-anchor="end">{Compact(high)}</text><line class="axis" x1="{left}" x2="{Width - Right}" y1="{head}" y2="{head}"/>
            <text x="{left - 8}" y="{height + 4}" text-anchor="end">{Compact(low)}</text><line class="axis" x1="{left}" x2="{Width - Right}" y1="{height}" y2="{height}"/>
            <text x="{left - 8}" y="{(height + head) / 2}" text-anchor="end">{unit}</text>
            <polyline class="line" points="{string.Join(' ', ordered.Select(point => Coordinates(X(point), Y((point.Low + point.High) / 2))))}"/>
            {ordered.Select(Point)}
            <text x="{left}" y="{height + 28}">{Day(first)}</text>{(days > 0 ? Html.Of($"<text x=\"{Width - Right}\" y=\"{height + 28}\" text-anchor=\"end\">{Day(last)}</text>") : Html.None)}
            </svg>
            """);

        double X(SeriesPoint point) => days == 0 ? left + ((Width - left - Right) / 2) : left + 8 + ((Width - left - Right - 16) * (point.Day.DayNumber - first.DayNumber) / days);

        double Y(double value) => height - ((height - head) * (value - low) / (high - low));

        Html Point(SeriesPoint point)
        {
            var (x, y) = (X(point), Y((point.Low + point.High) / 2));
            var range = point.Low == point.High ? Html.None : Html.Of($"<line class=\"range\" x1=\"{x}\" x2=\"{x}\" y1=\"{Y(point.Low)}\" y2=\"{Y(point.High)}\"/>");
            var bound = point.Bound switch
            {
                ">" => Html.Of($"<path class=\"bound\" d=\"M{x - 4} {y - 9}l4 -5l4 5\"/>"),
                "<" => Html.Of($"<path class=\"bound\" d=\"M{x - 4} {y + 9}l4 5l4 -5\"/>"),
                "~" => Html.Of($"<path class=\"bound\" d=\"M{x - 5} {y - 9}q2.5 -4 5 0t5 0\"/>"),
                _ => Html.None,
            };
            return Html.Of($"{range}{bound}<circle class=\"{(point.Conflicts ? "point conflict" : "point")}\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\"/>");
        }
    }

    /// <summary>A number as a headline would print it: 8.9bn, 23,000, 81.4.</summary>
    public static string Compact(double value)
    {
        var (scaled, end) = Math.Abs(value) switch
        {
            >= 1e12 => (value / 1e12, "tn"),
            >= 1e9 => (value / 1e9, "bn"),
            >= 1e6 => (value / 1e6, "m"),
            _ => (value, ""),
        };
        return scaled.ToString("#,0.##", CultureInfo.InvariantCulture) + end;
    }

    private static int MonthsBetween(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;

    private static string Short(DateOnly month) => month.ToString("MMM yy", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Coordinates(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
}

using Ingest.Extraction.Figures;
using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>Finds figures of one counted thing and one day that cannot all be true.</summary>
internal static class FigureConflicts
{
    // How far "about" may be off and still agree.
    private const double Slack = .1;

    /// <summary>The ids of the figures that contradict another one of their day.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<FigureRecord> figures)
    {
        var conflicting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var day in figures.Where(figure => figure.Movement is Movement.None or Movement.RoseTo or Movement.FellTo).GroupBy(FigureView.Day))
        {
            // The highest lower end and the lowest upper end tell whether all overlap; each figure then asks the one it must disagree with.
            var ranges = day.Select(figure => (Figure: figure, Range: RangeOf(figure))).ToList();
            var (highestLow, lowestHigh) = (ranges.Max(one => one.Range.Low), ranges.Min(one => one.Range.High));
            foreach (var (figure, (low, high)) in ranges.Where(one => one.Range.Low > lowestHigh || one.Range.High < highestLow))
                conflicting.Add(figure.Id);
        }

        return conflicting;
    }

    private static (double Low, double High) RangeOf(FigureRecord figure) => figure.Bound switch
    {
        Bound.AtLeast => (figure.Low, double.PositiveInfinity),
        Bound.AtMost => (double.NegativeInfinity, figure.High),
        Bound.About => (figure.Low - (Slack * Math.Abs(figure.Low)), figure.High + (Slack * Math.Abs(figure.High))),
        _ => (figure.Low, figure.High),
    };
}

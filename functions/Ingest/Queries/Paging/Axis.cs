using System.Globalization;
using Ingest.Storage.Rows;

namespace Ingest.Queries.Paging;

/// <summary>How places lie in time, for walking through a listing against its order.</summary>
/// <param name="FirstWindow">How much is read at first.</param>
/// <param name="SmallestWindow">The smallest length of time that places can tell.</param>
/// <param name="LongestWindow">The longest that makes sense; it reaches to the end.</param>
/// <param name="Back">The place before another by a length of time, not before a third.</param>
internal sealed record Axis(TimeSpan FirstWindow, TimeSpan SmallestWindow, TimeSpan LongestWindow, Func<string, TimeSpan, string, string> Back)
{
    /// <summary>How much longer each step makes a window.</summary>
    public const int Factor = 4;

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);
    private static readonly TimeSpan Century = TimeSpan.FromDays(36525);

    /// <summary>The window that is some steps longer than the first one, or shorter where they are negative.</summary>
    public TimeSpan Window(int steps)
    {
        var ticks = FirstWindow.Ticks * Math.Pow(Factor, steps);
        return ticks <= SmallestWindow.Ticks ? SmallestWindow : ticks >= LongestWindow.Ticks ? LongestWindow : TimeSpan.FromTicks((long)ticks);
    }

    /// <summary>Articles, the newest first: back is later.</summary>
    public static Axis Articles { get; } = new(TimeSpan.FromDays(1), TimeSpan.FromTicks(1), Century, (end, window, from) =>
    {
        var time = end == Places.Last ? DateTimeOffset.MinValue : Places.TimeOf(end);
        if (window >= Century || time > DateTimeOffset.MaxValue - window) return from;
        // Whole partitions are read together.
        return Later(window < Month ? Places.From(time + window) : Places.FromMonthOf(time + window), from);
    });

    /// <summary>Days, the earliest first: back is earlier.</summary>
    public static Axis Days { get; } = new(TimeSpan.FromDays(31), TimeSpan.FromDays(1), Century, (end, window, from) =>
    {
        var day = end == Places.Last ? DateOnly.MaxValue : DateOnly.ParseExact(end.AsSpan(0, DateRows.DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        // An end that lies within its day has earlier rows of that day before it.
        var days = end.Length == DateRows.DayLength ? window.Days : window.Days - 1;
        if (window >= Century || day.DayNumber < days) return from;
        var start = day.AddDays(-days);
        return Later(DateRows.DayKey(window < Month ? start : start.AddDays(1 - start.Day)), from);
    });

    private static string Later(string place, string limit) => string.CompareOrdinal(place, limit) > 0 ? place : limit;
}

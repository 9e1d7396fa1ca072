using System.Globalization;
using Ingest.Storage.Rows;

namespace Ingest.Queries.Paging;

/// <summary>How places lie in time, for walking through a listing against its order.</summary>
/// <param name="FirstWindow">How much is read at first.</param>
/// <param name="SmallestWindow">The smallest length of time that places can tell.</param>
/// <param name="LongestWindow">The longest that makes sense.</param>
/// <param name="Back">The place before another by a length of time, not before a third.</param>
internal sealed record Axis(TimeSpan FirstWindow, TimeSpan SmallestWindow, TimeSpan LongestWindow, Func<string, TimeSpan, string, string> Back)
{
    private static readonly TimeSpan Century = TimeSpan.FromDays(36525);

    /// <summary>Articles, the newest first: back is later.</summary>
    public static Axis Articles { get; } = new(TimeSpan.FromDays(1), TimeSpan.FromTicks(1), Century, (end, window, from) =>
    {
        var time = Places.TimeOf(end);
        // Whatever is listed at the place's own time may lie before it.
        return time > DateTimeOffset.MaxValue - window ? from : Later(Places.From(time + window), from);
    });

    /// <summary>Days, the earliest first: back is earlier.</summary>
    public static Axis Days { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(1), Century * 10, (end, window, from) =>
    {
        var day = end == Places.Last ? DateOnly.MaxValue : DateOnly.ParseExact(end.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        // An end that lies within its day has earlier rows of that day before it.
        var days = end.Length == 10 ? window.Days : window.Days - 1;
        return day.DayNumber < days ? from : Later(DateRows.DayKey(day.AddDays(-days)), from);
    });

    private static string Later(string place, string limit) => string.CompareOrdinal(place, limit) > 0 ? place : limit;
}

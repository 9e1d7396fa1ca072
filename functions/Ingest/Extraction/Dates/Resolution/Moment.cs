namespace Ingest.Extraction.Dates.Resolution;

/// <summary>What an expression resolves to.</summary>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The TIMEX3 value, or null where it cannot be resolved.</param>
/// <param name="From">The first calendar day covered, or null.</param>
/// <param name="To">The last calendar day covered, inclusive, or null.</param>
/// <param name="Grain">The unit that the value names: the day for "2024-09-26" and for times, the month for "2024-09".</param>
internal readonly record struct Moment(DateType Type, string? Value, DateOnly? From, DateOnly? To, CalendarUnit Grain)
{
    /// <summary>No value, the type alone.</summary>
    public static Moment Unresolved(DateType type) => new(type, null, null, null, CalendarUnit.Day);
}

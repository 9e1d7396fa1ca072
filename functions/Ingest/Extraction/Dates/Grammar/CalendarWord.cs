using System.Collections.Frozen;
using System.Globalization;
using Ingest.Extraction.Dates.Resolution;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>What a word is to the calendar's grammar; the words are in Data/calendar-words.txt.</summary>
internal enum CalendarClass : byte
{
    None,

    /// <summary>A number in digits or words; the value is the number where it is whole and of up to four digits, else -1.</summary>
    Number,

    /// <summary>A hyphenated word whose parts may be of the calendar: "two-month", "mid-July".</summary>
    Compound,

    Month,
    Weekday,
    Weekdays,
    WeekdayShort,
    Unit,
    Units,
    DayPart,
    DayParts,
    Clock,
    Season,
    DayOffset,
    Tonight,
    Reference,
    Frequency,
    Every,
    Shift,
    Phase,
    Edge,
    Ordinal,
    Half,
    Some,
    Sort,
    Away,
    Article,
    The,
    Per,
    DecadeWord,

    /// <summary>A capitalised word that names of days begin with.</summary>
    Named,
}

/// <summary>How a period is shifted: against the day of publication, or against the day last told of.</summary>
internal enum Shift : byte
{
    None,
    Last,
    Past,
    This,
    Next,
    Coming,
    Same,
    That,
    Previous,
    Following,
}

/// <summary>The parts of a day that TIMEX3 names.</summary>
internal enum DayPart : byte
{
    None,
    MO,
    AF,
    EV,
    NI,
}

/// <summary>The seasons that TIMEX3 names.</summary>
internal enum Season : byte
{
    SP,
    SU,
    FA,
    WI,
}

/// <summary>A token as the calendar's grammar sees it.</summary>
internal readonly record struct CalendarWord(CalendarClass Class, short Value)
{
    private static readonly FrozenDictionary<string, CalendarWord> Table = Load();
    private static readonly FrozenDictionary<string, CalendarWord>.AlternateLookup<ReadOnlySpan<char>> Words = Table.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly string[] Values = [.. DataFile.Rows("Extraction/Dates/Data/calendar-words.txt").Select(row => row[2]).Distinct()];
    private static readonly int LongestWord = Table.Keys.Max(word => word.Length);

    public CalendarUnit Unit => (CalendarUnit)Value;

    public Shift Shift => (Shift)Value;

    public DayPart DayPart => Class is CalendarClass.Unit or CalendarClass.Units ? DayPart.NI : (DayPart)Value;

    public Season Season => (Season)Value;

    /// <summary>The TIMEX3 value of a reference or frequency.</summary>
    public string Text => Values[Value];

    /// <summary>Looks a word up; without its possessive's mark and its abbreviation's stop.</summary>
    public static CalendarWord Of(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || !Words.TryGetValue(word, out var found)) return default;
        var proper = found.Class is CalendarClass.Month or CalendarClass.Weekday or CalendarClass.Weekdays or CalendarClass.WeekdayShort;
        return proper && !char.IsUpper(word[0]) ? default : found;
    }

    private static FrozenDictionary<string, CalendarWord> Load()
    {
        var values = DataFile.Rows("Extraction/Dates/Data/calendar-words.txt").Select(row => row[2]).Distinct().ToList();
        var words = DataFile.Rows("Extraction/Dates/Data/calendar-words.txt").ToDictionary(row => row[0], row => Parse(row[1], row[2], values), StringComparer.OrdinalIgnoreCase);
        foreach (var row in DataFile.Rows("Extraction/Data/number-words.txt"))
            words.TryAdd(row[0], new CalendarWord(CalendarClass.Number, row[1] is "ones" or "tens" ? short.Parse(row[2], CultureInfo.InvariantCulture) : (short)-1));
        words["a"] = words["an"] = new CalendarWord(CalendarClass.Article, 0);
        words["the"] = new CalendarWord(CalendarClass.The, 0);
        words["per"] = new CalendarWord(CalendarClass.Per, 0);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static CalendarWord Parse(string name, string value, List<string> values)
    {
        var kind = Enum.Parse<CalendarClass>(name, ignoreCase: true);
        return new CalendarWord(kind, kind switch
        {
            CalendarClass.Unit or CalendarClass.Units => (short)Enum.Parse<CalendarUnit>(value, ignoreCase: true),
            CalendarClass.Shift => (short)Enum.Parse<Shift>(value, ignoreCase: true),
            CalendarClass.DayPart or CalendarClass.DayParts => (short)Enum.Parse<DayPart>(value),
            CalendarClass.Season => (short)Enum.Parse<Season>(value),
            CalendarClass.Reference or CalendarClass.Frequency => (short)values.IndexOf(value),
            _ => short.Parse(value, CultureInfo.InvariantCulture),
        });
    }
}

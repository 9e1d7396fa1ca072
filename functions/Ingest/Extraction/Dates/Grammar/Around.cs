using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>The sets of words that stand around calendar expressions and decide what they are; the words are in Data/word-sets.txt.</summary>
internal static class Around
{
    private const string File = "Extraction/Dates/Data/word-sets.txt";

    public static readonly WordSet AfterRate = WordSet.Named(File, "after-rate");
    public static readonly WordSet Amounts = WordSet.Named(File, "amounts");
    public static readonly WordSet Am = WordSet.Named(File, "am");
    public static readonly WordSet BeforeClock = WordSet.Named(File, "before-clock");
    public static readonly WordSet BeforeMonth = WordSet.Named(File, "before-month");
    public static readonly WordSet BeforeNamedDay = WordSet.Named(File, "before-named-day");
    public static readonly WordSet BeforeUncounted = WordSet.Named(File, "before-uncounted");
    public static readonly WordSet BeforeYear = WordSet.Named(File, "before-year");
    public static readonly WordSet ClauseOpeners = WordSet.Named(File, "clause-openers");
    public static readonly WordSet Festivals = WordSet.Named(File, "festivals");
    public static readonly WordSet Hours = WordSet.Named(File, "hours");
    public static readonly WordSet Laws = WordSet.Named(File, "laws");
    public static readonly WordSet Lasting = WordSet.Named(File, "lasting");
    public static readonly WordSet MovingMeasures = WordSet.Named(File, "moving-measures");
    public static readonly WordSet OfTheYear = WordSet.Named(File, "of-the-year");
    public static readonly WordSet Papers = WordSet.Named(File, "papers");
    public static readonly WordSet PartOfPeriod = WordSet.Named(File, "part-of-period");
    public static readonly WordSet Pm = WordSet.Named(File, "pm");
    public static readonly WordSet Trading = WordSet.Named(File, "trading");
    public static readonly WordSet UnlikeNight = WordSet.Named(File, "unlike-night");
    public static readonly WordSet WeatherSeasons = WordSet.Named(File, "weather-seasons");
    public static readonly WordSet Zones = WordSet.Named(File, "zones");
}

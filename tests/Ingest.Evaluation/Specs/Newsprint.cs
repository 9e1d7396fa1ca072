using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Specs;

/// <summary>
/// Which specifications a newspaper could print. Many are told to an assistant, typed in haste or test software: the reasons are few and
/// each is one pattern over the input or over what is to be found in it.
/// </summary>
internal static partial class Newsprint
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const string Months = "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
    private const string Weekdays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    private static readonly (string Reason, Regex Input)[] OfTheInput =
    [
        ("an address, a formula or code", Code()),
        ("asks about formats or conversions", Formats()),
        ("a number or date alone, no sentence", Alone()),
    ];

    private static readonly (string Reason, SpecKind? Kind, Regex Text)[] OfTheResult =
    [
        ("the clock or a year in words", SpecKind.Date, InWords()),
        ("shorthand of chats", SpecKind.Date, Shorthand()),
        ("digits without a year or without a month", SpecKind.Date, PartialDigits()),
        ("weeks by their number, business days, meals", SpecKind.Date, Offices()),
        ("reckons from a day named or compares", SpecKind.Date, Reckons()),
        ("counts from a day that no text told", SpecKind.Date, Untold()),
        ("hours without am, pm or minutes", SpecKind.Date, BareHours()),
        ("a value is guessed for \"few\", \"some\", \"another\"", SpecKind.Date, Guessed()),
        ("\"in two weeks\": a duration by our guide", SpecKind.Date, InSoLong()),
        ("fractions and numbers as nobody prints them", SpecKind.Number, OddNumbers()),
        ("no number is named", SpecKind.Percent, NoNumber()),
        ("shorthand of traders, or a price's change left out", SpecKind.Money, OddMoney()),
        ("feet and inches, units in brackets", SpecKind.Measure, OddMeasures()),
    ];

    /// <summary>The input with the capitals that print gives to months, weekdays and holidays; offsets stay.</summary>
    public static string Capitals(string input) => Names().Replace(input, name => char.ToUpperInvariant(name.Value[0]) + name.Value[1..]);

    /// <summary>Why no newspaper would print it; null where one could.</summary>
    public static string? WhyNot(Spec spec)
    {
        foreach (var (reason, pattern) in OfTheInput)
            if (pattern.IsMatch(spec.Input)) return reason;
        foreach (var (reason, kind, pattern) in OfTheResult)
            if ((kind is null || kind == spec.Kind) && spec.Results.Any(result => pattern.IsMatch(result.Text))) return reason;
        return spec.Kind == SpecKind.Measure && spec.Results.Length == 0 ? "tells one kind of unit from another" : null;
    }

    [GeneratedRegex(@$"\b({Months}|may(?=\s+(\d|the\b))|{Weekdays})s?\b|\b(christmas|easter|halloween|thanksgiving|labor day|labour day|black friday|new year|mother's day|father's day|good friday|memorial day|independence day|valentine|boxing day|q[1-4]|h[12])\b", Options)]
    private static partial Regex Names();

    [GeneratedRegex(@"www\.|https?:|\^|\d\s*e[+-]?\d|x10|SCP-|^=|\d{3,}-\d{3,}|\$ETH|object is|phone number|deposits:|11a\b", Options)]
    private static partial Regex Code();

    [GeneratedRegex(@"valid (a )?(number|date|format)|recogni[sz]ed|isn't a number|is a fraction|\bthe (answer|result|number|measurement|range|value) (is|has|was)|\b(current|last) value|is the same as|you can write|\bconvert|could also be|should be a|nrs?\.|\bversion\b|\btvs\b|is 0$|picometer|rad\b|nought|naught|equals", Options)]
    private static partial Regex Formats();

    [GeneratedRegex(@"^\W*(\S+\s+){0,3}\S*\W*$", Options)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(nineteen|two thousand|twenty|thirty|forty|fifty)\b.*\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|eighteen|nineteen|and)\b|\b(half|quarter|min(utes)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (past|to|o'?clock|a ?\.? ?m|p ?\.? ?m|thirty|fifteen)\b|\b(past|to) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|thirtieth)\b(?!.*(quarter|half|week|month|day|year|century|decade))|\b(two thousand|nineteen \w+)\b", Options)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\b(tmrw?|tmw|tomorow|2mo\w*|tonite|tonigh|eod|eom|eow|eoy|yr|wk|w/c|nxt|ish|\d+ish|mid night|everyday|workweek|night-time|any weekend)\b|\b(mon|tues?|weds?|thu(rs?)?|fri|sat|sun)\b(?!,)|@|\d:\d\d:\d\d|\d+\s?(h|d|w|min|mins|hrs?|m|s)\b|^weekend|^(end|beginning|start) of (day|month|year)|till date|to date|now$|^(all|the) (day|month|hour|weekends?)|next hour|last minute|in the daytime|^otd|\b[sc]y ?\d+|ampm|\d[py]$|oclock|in morning|timezone|at (the minute|this time)|\d\ss\b|\bn\b|\b(a|p)$|\.am|\.pm", Options)]
    private static partial Regex Shorthand();

    [GeneratedRegex(@$"(?<![-/.\d])\d{{1,2}}[-/.]\d{{1,2}}(?![-/.:\d])|\b\d{{4}}[-/. ]\d{{1,2}}(?![-/.\d])|\b\d{{1,2}}[-/]\d{{4}}\b|\d~|\b\d{{4}} \d{{1,2}} \d{{1,2}}\b|\d{{1,2}}[-/]({Months})|({Months})[-/]\d|\d+[-/.]\d+[-/.]\d+|({Weekdays}) \d|\d{{4}} ({Months}|q\d|h\d)|({Months})\d|'\d\d|\b(19|20)\d\d ?- ?\d|^(this|next) \d|\bthe \d+(st|nd|rd|th)$|of \d\d$", Options)]
    private static partial Regex PartialDigits();

    [GeneratedRegex(@"\bweeks? (\d|of \d|number)|week (one|two|three)|week of\b|weeks? .* (of (this|last|next|the)|of \d{4})|business|work(ing)? ?(day|week)|lunch|dinner|breakfast|mealtime|weekdays?\b|school|\bday of\b|\bfortnight$|semi|the (day|week|month|year|fortnight)$|juneteenth|cyber|st\.|inauguration|groundhog|rest of|remain", Options)]
    private static partial Regex Offices();

    [GeneratedRegex(@$"\b(after|before|from|since|hence|later than|earlier than|past|prior to|than|by)\b.*\b(today|tomorrow|yesterday|now|christmas|easter|new year|day|{Months}|{Weekdays}|\d{{4}})\b|^(more|less|over|under|at least|at most|as late as|as early as|before|after|since|until|till|by|on or|in or|around|about|no later)\b|\b(or (later|earlier|before|after)|greater|exceed|starting|beginning|ending|and|with(in)?)\b|^(year|month|day) |\d+ (coming|upcoming|past|next|last|previous)|\b(past|next|last|coming) couple|\b(reference|unless)\b", Options)]
    private static partial Regex Reckons();

    [GeneratedRegex(@"^(the )?(day|week) (before|after)|^(the )?(previous|following)|later$|^that |^(the )?(morning|evening|afternoon|night)s?$|in the mornings|for \d+ hours|hours from|first \w+ (morning|evening)|early in the day", Options)]
    private static partial Regex Untold();

    [GeneratedRegex(@"(^|\b(at|from|to|between|till|until|and|around|-|by)\s?)\d{1,2}(\.\d\d)?(\s?(-|to|and|till|until)\s?\d{1,2})?$|\b\d{1,2} ?(-|–|to|and|till) ?\d{1,2}(:\d\d)?\b|\b\d{4} ?- ?\d{4}\b|between \d{1,2}\b|from \d{1,2}(:\d\d)? (to|till|until|-)", Options)]
    private static partial Regex BareHours();

    [GeneratedRegex(@"\b(few|some|several|couple|another|any|other)\b", Options)]
    private static partial Regex Guessed();

    [GeneratedRegex(@"^in\s+(\d|a\b|an\b|one|two|three|four|five|six|half)", Options)]
    private static partial Regex InSoLong();

    [GeneratedRegex(@"(fif|nin|eigh|six|seven|ten|fourth|third|quarter)\w*s?$(?<=(?<!^(a |one |two |three |1/|2/|3/|half|a half|one-|two-|three-)).*ths?)|\bover\b|\bpoint\b|trillionth|hundredth|thousandth|twent\w+-?\s?(first|fifth)s?|thirty-?\s?fifths|^\d{1,3}( \d{3})+|\bdo?zs?\b|\bdozs\b|dozens|\d\s*[gtk]$|\d [bm]$|b$|mm$|tln|\b(negative|minus)\b|-\s\d|\d hundred|\d thousand|\s-\s|^hundred thousand|^\d,\d\d?$|\d\.\d{3},|^\d+(,\d+){2,}$|million and|billion and|thousand and a|hundred and (two|three) (thirds|quarters|fifths)|and (a|one|two|three) (fifth|fourth|third|thirtieth|quarter)s?$|quarters$", Options)]
    private static partial Regex OddNumbers();

    [GeneratedRegex(@"^(%|percents?|per cents?|percentage)|percents of|^(percents?|per cent) of|percents$", Options)]
    private static partial Regex NoNumber();

    [GeneratedRegex(@"\b(usd|rmb|cny|eur)\s?\d|\d\s?(usd|rmb|btc)$|usd million|musd|meur|mgbp|maud|kuai|mao|\d+ (and )?\d+$|dollars? (and )?(fifty|fifteen|forty|one|two|\d)|\d \$ \d|元|cents?$(?<=(dollars?|\$) .*)|^sen |satoshi|ரூ|\$ \d+\.\d\d \$|^dollar|half million usd|quarters billion|and fifty", Options)]
    private static partial Regex OddMoney();

    [GeneratedRegex(@"(ft|feet|foot)( and)? \d+ ?(in|inch|inches|'')|[(\[{<]|\bturn\b|^\d+ pm$|^- |kmph|"" ?$", Options)]
    private static partial Regex OddMeasures();
}

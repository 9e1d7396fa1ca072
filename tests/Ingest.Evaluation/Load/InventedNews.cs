using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Ingest.Evaluation.Load;

/// <summary>
/// Articles of invented towns in the manner of a newspaper, with a real reader's work in them: quotes, reported speech, offices, figures
/// and days. The same number gives the same article, and no two are near enough to pass for copies.
/// </summary>
internal static class InventedNews
{
    private static readonly string[] Given = ["Sok", "Chea", "Keo", "Heng", "Lim", "Pich", "Nuon", "Ros", "Tep", "Var", "Yim", "Prak", "Oum", "Mao", "Long", "Kim", "Ith", "Hun", "Eng", "Duong"];
    private static readonly string[] Family = ["Dara", "Vuthy", "Sopheap", "Bopha", "Rith", "Malis", "Ratanak", "Vibol", "Sreymom", "Kosal", "Chenda", "Nara", "Phalla", "Sovann", "Thida", "Veasna", "Rany", "Samnang", "Kunthea", "Borey"];
    private static readonly string[] Titles = ["governor", "mayor", "treasurer", "spokesman", "director", "chairwoman", "secretary", "commissioner"];
    private static readonly string[] Bodies = ["harbour office", "water board", "road authority", "school council", "forest service", "market committee", "flood commission", "health department"];
    private static readonly string[] Towns = ["Prey Veal", "Kampong Sdech", "Stung Thmei", "Phum Chas", "Koh Andet", "Boeng Kral", "Tuol Svay", "Krang Leav", "Srae Ambel", "Chrouy Rolous", "Wat Damnak", "Anlong Pring"];
    private static readonly string[] Things = ["bridge", "clinic", "reservoir", "market hall", "ferry landing", "school", "pumping station", "library", "rice mill", "bus depot", "dyke", "weather mast", "cold store", "footpath", "well", "orchard"];
    private static readonly string[] Deeds = ["repair", "extend", "close", "inspect", "repaint", "lease", "rebuild", "insure", "measure", "drain", "fence", "register"];
    private static readonly string[] Deed3 = ["repaired", "extended", "closed", "inspected", "repainted", "leased", "rebuilt", "insured", "measured", "drained", "fenced", "registered"];
    private static readonly string[] People = ["families", "fishermen", "pupils", "traders", "drivers", "nurses", "farmers", "villagers", "weavers", "students", "masons", "cyclists"];
    private static readonly string[] Describing = ["narrow", "new", "costly", "long-awaited", "wooden", "quiet", "crowded", "disputed", "modest", "remote", "flooded", "freshly painted"];
    private static readonly string[] Times = ["harvest", "rains", "holidays", "elections", "dry season", "water festival", "exams", "monsoon"];
    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Months = ["January", "March", "April", "June", "July", "September", "October", "December"];
    private static readonly string[] Verbs = ["told", "warned", "promised", "reminded"];

    /// <summary>The oldest article of all; each number is two hours and some minutes younger than the one before.</summary>
    private static readonly DateTimeOffset Oldest = new(2023, 1, 2, 6, 0, 0, TimeSpan.FromHours(7));

    /// <summary>When an article was published.</summary>
    public static DateTimeOffset PublishedAt(int number) => Oldest.AddMinutes(137 * number);

    /// <summary>The headline of an article.</summary>
    public static string Title(int number)
    {
        var random = new Random(number);
        var (town, thing) = (One(random, Towns), One(random, Things));
        return $"{town} to {One(random, Deeds)} its {One(random, Describing)} {thing}, council says in report {number}";
    }

    /// <summary>The words of an article, a paragraph each.</summary>
    public static ImmutableArray<string> Paragraphs(int number)
    {
        var random = new Random(number ^ 0x5eed);
        var (first, second) = (Person(random), Person(random));
        var (title, body, town) = (One(random, Titles), One(random, Bodies), One(random, Towns));
        string Thing() => One(random, Things);
        string Deed() => One(random, Deeds);
        string Folk() => One(random, People);
        string Count(int most) => random.Next(2, most).ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            $"{town}’s {body} will {Deed()} a {One(random, Describing)} {Thing()} beside the {Thing()} before the {One(random, Times)}, {title} {first} said on {One(random, Days)}.",
            $"“We will {Deed()} {Count(90)} {Thing()}s and {Deed()} the {Thing()} whatever {Folk()} of {One(random, Towns)} may think,” {first.Split(' ')[1]} {One(random, Verbs)} {Folk()} at the {Thing()}.",
            $"{Capital(title)} {first} said that {Count(9000)} {Folk()} had {One(random, Deed3)} the {Thing()} since {One(random, Months)} {random.Next(2010, 2023)}, while {Count(400)} {Folk()} {One(random, Deed3)} theirs.",
            $"The {Thing()} cost {Count(80)} million dollars and covers {Count(700)} hectares near {One(random, Towns)}, {Count(60)} per cent more than the {One(random, Describing)} {Thing()}.",
            $"“No {Thing()} was ever {One(random, Deed3)} so fast, and {Folk()} have {One(random, Deed3)} {Count(300)} of them,” said {second}, a {One(random, Titles)} at the {One(random, Bodies)} of {One(random, Towns)}.",
            $"{second.Split(' ')[1]} added that {Folk()} should {Deed()} the {Thing()} by {random.Next(1, 29)} {One(random, Months)} {random.Next(2024, 2027)} and {Deed()} {Count(50)} {Thing()}s after the {One(random, Times)}.",
            $"Some {Folk()} from {One(random, Towns)} {One(random, Deed3)} a {One(random, Describing)} {Thing()} in {One(random, Months)}; {Count(2000)} {Folk()} still wait for the {Thing()} that {One(random, Bodies)} {One(random, Deed3)}.",
            $"Work on the {One(random, Describing)} {Thing()} ends on {random.Next(1, 29)} {One(random, Months)} {random.Next(2024, 2027)}, {Count(40)} weeks after {Folk()} {One(random, Deed3)} the {Thing()} of {One(random, Towns)}.",
        ];
    }

    /// <summary>The page on which an article stands.</summary>
    /// <param name="number">The article.</param>
    /// <param name="credit">The original publisher that a copy names below its words, or null.</param>
    public static string Page(int number, string? credit = null)
    {
        var (title, paragraphs) = (WebUtility.HtmlEncode(Title(number)), Paragraphs(number).Append(credit).OfType<string>().Select(words => $"<p>{WebUtility.HtmlEncode(words)}</p>\n"));
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title>
            <meta property="article:published_time" content="{PublishedAt(number):yyyy-MM-ddTHH:mm:sszzz}"></head>
            <body><nav><a href="/">Home</a></nav>
            <main><article><h1>{title}</h1><div class="entry-content">{string.Concat(paragraphs)}</div></article></main>
            <footer>An invented paper</footer></body></html>
            """;
    }

    private static string Person(Random random) => $"{One(random, Given)} {One(random, Family)}";

    private static string One(Random random, string[] words) => words[random.Next(words.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

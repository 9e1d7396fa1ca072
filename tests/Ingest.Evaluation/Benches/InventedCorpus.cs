using System.Collections.Immutable;
using System.Text;
using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Storage;

namespace Ingest.Evaluation.Benches;

/// <summary>
/// Articles as large as the average one – eight statements, fifteen figures, ten dates – in invented words, whose frequencies fall as
/// those of a language do. The same number gives the same article.
/// </summary>
internal static class InventedCorpus
{
    public const int StatementsPerArticle = 8;
    private const int FiguresPerArticle = 15;
    private const int DatesPerArticle = 10;
    private const int Words = 8000;
    private const int People = 400;

    private static readonly string[] Syllables = ["ba", "dor", "ki", "lem", "no", "pra", "quil", "ras", "su", "tev", "vin", "wo", "yal", "zed", "ch", "mon"];
    private static readonly DateTimeOffset Newest = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A word by how frequent it is, 0 being the most frequent; the first dozens stand in about every tenth statement.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var n = rank + 16; n > 0; n /= Syllables.Length) word.Append(Syllables[n % Syllables.Length]);
        return word.ToString();
    }

    /// <summary>The name of a person by how often he or she speaks.</summary>
    public static string Person(int rank) => $"{Capital(Word(9000 + rank))} {Capital(Word(9500 + (rank * 7)))}";

    /// <summary>An article with what is in it. The next number is half an hour older.</summary>
    public static (StoredArticle Article, Mentions Mentions) Article(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var officials = new Dictionary<string, Official>();
        for (var s = 0; s < StatementsPerArticle; s++)
        {
            var rank = Zipf(random, People);
            var (name, body) = (Person(rank), $"Ministry of {Capital(Word(9900 + (rank % 40)))}");
            officials.TryAdd(name, new Official(name, [new Role("minister", body, OfficeStatus.Current, null)], OfficeStatus.Current, body, []));
            var mention = Add(name);
            Add(", the minister, said ");
            var span = Add(string.Join(' ', Enumerable.Range(0, 22).Select(_ => Word(Zipf(random, Words)))));
            Add(".\n\n");
            statements.Add(new Statement(span, [span], (StatementKind)random.Next(3), new Speaker(mention, name, name, "minister", SpeakerKind.Person, "name"), null, 0.9));
        }

        var figures = ImmutableArray.CreateBuilder<Figure>();
        for (var f = 0; f < FiguresPerArticle; f++)
        {
            Add("About ");
            var (value, unit, concept) = (random.Next(1, 100_000), f % 3 == 0 ? "percentage" : Word(Zipf(random, 300)), $"{Word(Zipf(random, 2000))} {Word(Zipf(random, 300))}");
            var span = Add($"{value}");
            Add($" {concept} were counted.\n\n");
            figures.Add(new Figure(span, $"{value}", value, value, Bound.About, unit, null, concept, Movement.None, null, $"{unit}|{concept}"));
        }

        var dates = ImmutableArray.CreateBuilder<DateMention>();
        var published = Newest.AddMinutes(-30 * number);
        for (var d = 0; d < DatesPerArticle; d++)
        {
            var day = DateOnly.FromDateTime(published.Date).AddDays(random.Next(60) - 30);
            Add("It was on ");
            var span = Add($"{day:yyyy-MM-dd}");
            Add(".\n\n");
            dates.Add(new DateMention(span, $"{day:yyyy-MM-dd}", DateType.Date, $"{day:yyyy-MM-dd}", day, day, DateOutlook.Past));
        }

        var id = number.ToString("x16");
        var article = new Article(
            new Uri($"https://paper.example/{id}"), PageKind.Article, $"{Capital(Word(Zipf(random, Words)))} {Word(Zipf(random, Words))}", [], published, null, null, [], "en", null, [text.ToString().TrimEnd()], [], null, null);
        return (
            new StoredArticle(id, 1, number % 3 == 0 ? "ann" : "post", "Asia/Phnom_Penh", article, id, published, published),
            new Mentions(statements.ToImmutable(), [.. officials.Values], figures.ToImmutable(), dates.ToImmutable()));

        TextSpan Add(string words)
        {
            text.Append(words);
            return new TextSpan(text.Length - words.Length, text.Length);
        }
    }

    // Zipf's law: the n-th word is about 1/n as frequent as the first.
    private static int Zipf(Random random, int count) => (int)Math.Min(count - 1, Math.Exp(random.NextDouble() * Math.Log(count + 1)) - 1);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

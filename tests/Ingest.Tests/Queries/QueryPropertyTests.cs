using System.Text.Json;
using Ingest.Extraction.Statements;
using Ingest.Queries;
using Ingest.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Queries;

/// <summary>
/// Generated queries of generated data, compared with a plain reading of the same data: the same rows, in the same order, at every page
/// boundary. Words are compared here by a table of forms, people by their names, bodies by a table, so that nothing of the product tests
/// itself.
/// </summary>
public sealed class QueryPropertyTests(QueryPropertyTests.Filled filled) : IClassFixture<QueryPropertyTests.Filled>
{
    private const int Queries = 250;

    private static readonly Dictionary<string, string> Forms = GeneratedRecord.Vocabulary.ToDictionary(v => v.Word, v => v.Form);

    [Fact]
    public async Task Statements_are_those_of_a_plain_reading()
    {
        var record = await filled.RecordAsync();
        foreach (var (query, wanted, top, oldest) in Generated(Statement, 1))
        {
            var expected = filled.Data.Statements.Where(wanted);
            var ordered = oldest
                ? expected.OrderBy(s => s.Published).ThenByDescending(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Start)
                : expected.OrderByDescending(s => s.Published).ThenBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Start);
            await CompareAsync(record.Get<StatementQueries>().ListAsync, "/api/statements", query, top, oldest, [.. ordered.Select(s => $"{s.Article} {s.Start}")]);
        }
    }

    [Fact]
    public async Task Figures_are_those_of_a_plain_reading()
    {
        var record = await filled.RecordAsync();
        foreach (var (query, wanted, top, oldest) in Generated(Figure, 2))
        {
            var expected = filled.Data.Figures.Where(wanted);
            var ordered = oldest
                ? expected.OrderBy(f => f.Published).ThenByDescending(f => f.Article, StringComparer.Ordinal).ThenBy(f => f.Start)
                : expected.OrderByDescending(f => f.Published).ThenBy(f => f.Article, StringComparer.Ordinal).ThenBy(f => f.Start);
            await CompareAsync(record.Get<FigureQueries>().ListAsync, "/api/figures", query, top, oldest, [.. ordered.Select(f => $"{f.Article} {f.Start}")]);
        }
    }

    [Fact]
    public async Task Dates_are_those_of_a_plain_reading()
    {
        var record = await filled.RecordAsync();
        foreach (var (query, wanted, top, oldest) in Generated(Date, 3))
        {
            // The other way round whole articles change places, not what stands in one.
            var expected = filled.Data.Dates.Where(wanted);
            var ordered = oldest
                ? expected.OrderBy(d => d.From).ThenByDescending(d => d.Published).ThenBy(d => d.Article, StringComparer.Ordinal).ThenBy(d => d.Start)
                : expected.OrderByDescending(d => d.From).ThenBy(d => d.Published).ThenByDescending(d => d.Article, StringComparer.Ordinal).ThenBy(d => d.Start);
            await CompareAsync(record.Get<DateQueries>().ListAsync, "/api/dates", query, top, oldest, [.. ordered.Select(d => $"{d.Article} {d.Start}")]);
        }
    }

    private static async Task CompareAsync(Func<HttpRequest, CancellationToken, Task<IResult>> ask, string path, string query, int top, bool oldest, List<string> expected)
    {
        var found = new List<string>();
        var address = $"{path}?{query}&top={top}&order={(oldest ? "oldest" : "newest")}";
        for (var next = address; next is not null;)
        {
            var answer = await Asked.Of(ask, next);
            Assert.True(answer.Status == 200, $"{next}: {answer.Body}");
            var page = answer.Json.GetProperty("value").EnumerateArray().Select(Name).ToList();
            next = answer.Json.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
            // Only a spent budget makes a page short.
            Assert.True(next is null || page.Count == top, $"{address}: a page of {page.Count}");
            found.AddRange(page);
            Assert.True(found.Count <= expected.Count, $"{address}: more than {expected.Count}");
        }

        Assert.True(expected.SequenceEqual(found), $"{address}\nexpected {string.Join(", ", expected)}\nfound    {string.Join(", ", found)}");

        static string Name(JsonElement item) => $"{item.GetProperty("article").GetProperty("id").GetString()} {item.GetProperty("start").GetInt32()}";
    }

    private static List<(string Query, Func<T, bool> Wanted, int Top, bool Oldest)> Generated<T>(Func<Random, (string? Query, Func<T, bool> Wanted)> condition, int seed)
    {
        var queries = new List<(string, Func<T, bool>, int, bool)>();
        var random = new Random(seed);
        for (var i = 0; i < Queries; i++)
        {
            var conditions = new Dictionary<string, (string Value, Func<T, bool> Wanted)>();
            for (var c = 0; c < random.Next(4); c++)
                if (condition(random) is { Query: { } text } one && text.Split('=', 2) is [var name, var value]) conditions.TryAdd(name, (value, one.Wanted));
            queries.Add((
                string.Join('&', conditions.Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value.Value)}")),
                item => conditions.Values.All(c => c.Wanted(item)),
                random.Next(3) switch { 0 => 1 + random.Next(3), 1 => 4 + random.Next(20), _ => 1000 },
                random.Next(2) == 0));
        }

        return queries;
    }

    private static (string? Query, Func<PlainStatement, bool> Wanted) Statement(Random random)
    {
        var (word, form) = Word(random);
        var (other, otherForm) = Word(random);
        var day = Day(random);
        switch (random.Next(14))
        {
            case 0: return ("official=Sok Dara", s => s.Speaker == "Sok Dara");
            case 1: return ("official=chan-vibol", s => s.Speaker == "Chan Vibol");
            case 2: return ("organisation=the Ministry of Water", s => s.Body is "Ministry of Water" or "Water Ministry");
            case 3: return ("source=ann", s => s.Sources.Contains("ann"));
            case 4: return ("type=direct", s => s.Kind == StatementKind.Direct);
            case 5: return ($"publishedFrom={day:yyyy-MM-dd}", s => DateOnly.FromDateTime(s.Published.UtcDateTime) >= day);
            case 6: return ($"publishedTo={day:yyyy-MM-dd}", s => DateOnly.FromDateTime(s.Published.UtcDateTime) <= day);
            case 7: return ("minConfidence=0.5", s => s.Confidence >= 0.5);
            case 8: return ($"cluster=a{random.Next(90):D4}" is var cluster ? cluster : null, s => s.Cluster == cluster["cluster=".Length..]);
            case 9: return ($"q={word}", s => Holds(s, form));
            case 10: return ($"q={word} {other}", s => Holds(s, form) && Holds(s, otherForm));
            case 11: return ($"q=\"{word} {other}\"", s => s.Words.Zip(s.Words.Skip(1)).Any(pair => Forms[pair.First] == form && Forms[pair.Second] == otherForm));
            case 12: return ($"q={word} -{other}", s => Holds(s, form) && !Holds(s, otherForm));
            default:
                var beginning = form[..Math.Min(form.Length, 2 + random.Next(3))];
                return ($"q={beginning}*", s => s.Words.Concat(SpokenOf(s)).Any(w => w.Replace('é', 'e').StartsWith(beginning, StringComparison.Ordinal)));
        }
    }

    // A search also looks at the speaker's name and title; none of them holds a word of the vocabulary.
    private static string[] SpokenOf(PlainStatement statement) => $"{statement.Speaker} {statement.Title}".ToLowerInvariant().Split(' ');

    private static bool Holds(PlainStatement statement, string form) => statement.Words.Any(w => Forms[w] == form);

    private static (string? Query, Func<PlainFigure, bool> Wanted) Figure(Random random)
    {
        var (word, form) = Word(random);
        var day = Day(random);
        return random.Next(8) switch
        {
            0 => ("unit=percentage", f => f.Unit == "percentage"),
            1 => ("unit=person", f => f.Unit == "person"),
            2 => ($"counted={word}", f => f.Counted.Any(c => Forms.GetValueOrDefault(c) == form)),
            3 => ("min=100", f => f.Value >= 100),
            4 => ("max=150", f => f.Value <= 150),
            5 => ($"series=percentage|{word}", f => f.Series == $"percentage|{word}"),
            6 => ("source=herald", f => f.Sources.Contains("herald")),
            _ => ($"publishedFrom={day:yyyy-MM-dd}", f => DateOnly.FromDateTime(f.Published.UtcDateTime) >= day),
        };
    }

    private static (string? Query, Func<PlainDate, bool> Wanted) Date(Random random)
    {
        var day = new DateOnly(2026, 1, 1).AddDays(random.Next(1500) - 700);
        return random.Next(5) switch
        {
            0 => ($"on={day:yyyy-MM-dd}", d => d.From <= day && day <= d.To),
            1 => ($"from={day:yyyy-MM-dd}", d => d.To >= day),
            2 => ($"to={day:yyyy-MM-dd}", d => d.From <= day),
            3 => ("planned=true", d => d.IsPlanned),
            _ => ("source=post", d => d.Source == "post"),
        };
    }

    private static (string Word, string Form) Word(Random random) => GeneratedRecord.Vocabulary[random.Next(GeneratedRecord.Vocabulary.Length)];

    private static DateOnly Day(Random random) => new DateOnly(2026, 11, 20).AddDays(-random.Next(random.Next(2) == 0 ? 40 : 2800));

    /// <summary>One filled record for all queries: they only read.</summary>
    public sealed class Filled(AzuriteFixture azurite) : IAsyncDisposable
    {
        private readonly SemaphoreSlim once = new(1);
        private TestRecord? record;

        internal GeneratedRecord Data { get; } = GeneratedRecord.Of(90, 4);

        internal async Task<TestRecord> RecordAsync()
        {
            await once.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                if (record is not null) return record;
                record = await TestRecord.CreateAsync(azurite);
                await Parallel.ForEachAsync(
                    Data.Articles.GroupBy(article => article.Stored.ClusterId),
                    new ParallelOptions { MaxDegreeOfParallelism = 4 },
                    async (cluster, _) => await record.WriteAsync([.. cluster]));
                return record;
            }
            finally
            {
                once.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            once.Dispose();
            if (record is not null) await record.DisposeAsync();
        }
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Ingest.Storage.Record;

namespace Ingest.Evaluation.Load;

/// <summary>Somebody who asks one thing after another and believes nothing: every answer is held against what was published.</summary>
internal sealed class Reader(HttpClient client, Truth truth, Answered answered, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<(string Id, string Text, KnownArticle Article)> seen = [];

    /// <summary>Asks until told to stop.</summary>
    /// <param name="pause">The time that an answer is looked at.</param>
    /// <param name="stop">Ends the reading.</param>
    public async Task ReadAsync(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await AskAsync(stop);
                await Task.Delay(pause, TimeProvider.System, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task AskAsync(CancellationToken stop)
    {
        switch (random.Next(8))
        {
            case 0:
                await WalkAsync("/api/statements?top=50", 3, stop);
                break;
            case 1:
                await WalkAsync("/api/statements?top=20&order=oldest", 3, stop);
                break;
            case 2 when seen.Count > 0:
                await AgainAsync(stop);
                break;
            case 3 when seen.Count > 0:
                var word = Any().Text.Split(' ').MaxBy(word => word.Length)!.Trim('“', '”', ',', '.', '’');
                await WalkAsync($"/api/statements?q={Uri.EscapeDataString(word)}&top=20", 2, stop);
                break;
            case 4:
                await WalkAsync($"/api/statements?source={(random.Next(2) == 0 ? "herald" : "digest")}&top=50", 2, stop, "source");
                break;
            case 5:
                await FiguresAsync(stop);
                break;
            case 6:
                await DatesAsync(stop);
                break;
            default:
                await ArticlesAsync(stop);
                break;
        }
    }

    /// <summary>Some pages of a list: every statement verbatim, none of them twice.</summary>
    private async Task WalkAsync(string address, int pages, CancellationToken stop, string? filter = null)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (string? next = address; next is not null && pages > 0; pages--)
        {
            if (await GetAsync(next, stop) is not { } answer) return;
            foreach (var statement in Items<StatementRecord>(answer))
            {
                if (!ids.Add(statement.Id)) answered.Complain($"{address}: {statement.Id} twice in one walk");
                Check(address, statement);
                var sources = statement.Places.Select(place => place.Article.Source).Append(statement.Article.Source);
                if (filter == "source" && !sources.Any(source => address.Contains($"source={source}", StringComparison.Ordinal))) answered.Complain($"{address}: {statement.Id} is of {string.Join(", ", sources)}");
            }

            next = answer.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }
    }

    private void Check(string address, StatementRecord statement)
    {
        if (truth.At(statement.Article.Url.AbsoluteUri) is not { } article)
        {
            answered.Complain($"{address}: {statement.Id} is of {statement.Article.Url}, which nobody published");
            return;
        }

        var isThere = article.Statements.Contains((statement.Start, statement.End))
            && statement.Pieces.All(piece => article.Has(piece.Start, piece.End, piece.Text))
            && article.Has(statement.ContextStart, statement.ContextStart + statement.Context.Length, statement.Context);
        if (!isThere) answered.Complain($"{address}: {statement.Id} “{statement.Text}” does not stand in {article.Address}");
        if (seen.Count < 1000) seen.Add((statement.Id, statement.Text, article));
        else seen[random.Next(seen.Count)] = (statement.Id, statement.Text, article);
    }

    /// <summary>A statement that was there is there for ever, and says the same.</summary>
    private async Task AgainAsync(CancellationToken stop)
    {
        var (id, text, article) = Any();
        // One that came from a copy before its original is known by the original's id later.
        if (await GetAsync($"/api/statements/{id}", stop, mayBeGone: article.HasCopies) is not { } answer) return;
        var statement = answer.Deserialize<StatementRecord>(RecordJson.Options)!;
        if (statement.Id != id || (statement.Text != text && !article.HasCopies)) answered.Complain($"/api/statements/{id}: “{statement.Text}” is not “{text}”");
    }

    private async Task FiguresAsync(CancellationToken stop)
    {
        if (await GetAsync("/api/figures?top=100", stop) is not { } answer) return;
        foreach (var figure in Items<FigureRecord>(answer))
            if (truth.At(figure.Article.Url.AbsoluteUri)?.Has(figure.Start, figure.End, figure.Text) != true) answered.Complain($"/api/figures: {figure.Id} “{figure.Text}” does not stand in {figure.Article.Url}");
    }

    private async Task DatesAsync(CancellationToken stop)
    {
        if (await GetAsync("/api/dates?top=100&order=newest", stop) is not { } answer) return;
        foreach (var date in Items<DateRecord>(answer))
            if (truth.At(date.Article.Url.AbsoluteUri)?.Has(date.Start, date.End, date.Text) != true) answered.Complain($"/api/dates: {date.Id} “{date.Text}” does not stand in {date.Article.Url}");
    }

    /// <summary>Some articles by themselves: each holds what it yields, no more and no less.</summary>
    private async Task ArticlesAsync(CancellationToken stop)
    {
        if (await GetAsync("/api/articles?top=5", stop) is not { } list) return;
        foreach (var headline in Items<Headline>(list))
        {
            if (truth.At(headline.Article.Url.AbsoluteUri) is not { } article) answered.Complain($"/api/articles: nobody published {headline.Article.Url}");
            else if ((headline.Statements, headline.Figures, headline.Dates) != (article.Statements.Count, article.Figures, article.Dates))
                answered.Complain($"/api/articles: {article.Address} yields {article.Statements.Count}, {article.Figures} and {article.Dates}, not {headline.Statements}, {headline.Figures} and {headline.Dates}");
        }
    }

    private (string Id, string Text, KnownArticle Article) Any() => seen[random.Next(seen.Count)];

    private static IEnumerable<T> Items<T>(JsonElement answer) => answer.GetProperty("value").EnumerateArray().Select(item => item.Deserialize<T>(RecordJson.Options)!);

    private async Task<JsonElement?> GetAsync(string address, CancellationToken stop, bool mayBeGone = false)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.GetAsync(address, stop);
            var body = await response.Content.ReadAsByteArrayAsync(stop);
            if (response.StatusCode >= HttpStatusCode.InternalServerError) answered.Refuse();
            else if (response.StatusCode == HttpStatusCode.OK)
            {
                answered.Take(Stopwatch.GetElapsedTime(since));
                return JsonElement.Parse(body);
            }
            else if (response.StatusCode != HttpStatusCode.NotFound || !mayBeGone) answered.Complain($"{address}: {(int)response.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            answered.Miss();
        }

        return null;
    }
}

using System.Text;
using Ingest.Articles;
using Ingest.Extraction.LanguageService;
using Ingest.Functions;
using Ingest.Functions.Operation;
using Ingest.Network;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Tests.Articles;
using Ingest.Tests.LocalHost;

namespace Ingest.Tests.Storage;

/// <summary>Articles that an older reading took too much from are extracted anew from their pages.</summary>
public sealed class ReextractionTests(AzuriteFixture azurite)
{
    private const string Key = "a key of this test";

    private const string Furniture = "Subscribe today. The paper is free, said its publisher, Keo Sambath.";

    private static readonly Source Post = BuiltInSources.All["post"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_read_better_now_replaces_what_was_read_and_is_no_revision()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var id = await KeepAsync(record, "/a", Paper.Bridge);
        await record.Get<MentionRecorder>().RecordAsync(new(id, 1), Cancellation);
        var before = await StatementsAsync(record);
        Assert.Contains(before, s => s.Speaker.Name == "Keo Sambath");

        await ReextractAsync(record);
        var article = (await record.Get<ArticleStore>().FindAsync(id, cancellation: Cancellation))!;
        Assert.Equal(Paper.Bridge, article.Article.Paragraphs);
        Assert.Equal([new ArticleRevision(1, TestRecord.Now)], await record.Get<ArticleStore>().RevisionsAsync(id, Cancellation));

        var after = await StatementsAsync(record);
        Assert.NotEmpty(after);
        Assert.Equal(before.Where(s => s.Speaker.Name != "Keo Sambath").Select(s => s.Id), after.Select(s => s.Id));
        var told = await record.Get<ChangeLog>().ReadAsync(1, 100, Cancellation);
        var gone = told[^1].Changes.Where(c => c is { Kind: "statement", IsDeleted: true }).Select(c => c.Id);
        Assert.Equal(before.Where(s => s.Speaker.Name == "Keo Sambath").Select(s => s.Id), gone);
    }

    [Fact]
    public async Task Extracting_anew_what_reads_as_before_changes_nothing()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await KeepAsync(record, "/a", Paper.Bridge);
        await ReextractAsync(record);
        var before = await record.DumpAsync(StorageNames.ArticlesTable, StorageNames.MentionsTable, StorageNames.ChangesTable, StorageNames.StatementsTable);

        await ReextractAsync(record);
        Assert.Equal(before, await record.DumpAsync(StorageNames.ArticlesTable, StorageNames.MentionsTable, StorageNames.ChangesTable, StorageNames.StatementsTable));
    }

    [Fact]
    public async Task Where_the_page_was_removed_by_its_age_the_stored_words_are_extracted()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var id = await KeepAsync(record, "/a", Paper.Bridge);
        await foreach (var page in record.Get<StorageClients>().Container(StorageNames.RawPagesContainer).GetBlobsAsync(cancellationToken: Cancellation))
            await record.Get<StorageClients>().Container(StorageNames.RawPagesContainer).DeleteBlobAsync(page.Name, cancellationToken: Cancellation);

        await ReextractAsync(record);
        Assert.Equal([.. Paper.Bridge, Furniture], (await record.Get<ArticleStore>().FindAsync(id, cancellation: Cancellation))!.Article.Paragraphs);
        Assert.Contains(await StatementsAsync(record), s => s.Speaker.Name == "Keo Sambath");
    }

    [Fact]
    public async Task A_page_that_is_no_longer_taken_for_an_article_leaves_what_was_read_from_it()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var id = await KeepAsync(record, "/a", ["Under construction."]);
        await ReextractAsync(record);
        Assert.Equal(["Under construction.", Furniture], (await record.Get<ArticleStore>().FindAsync(id, cancellation: Cancellation))!.Article.Paragraphs);
    }

    [Fact]
    public async Task Every_revision_is_read_again_so_that_they_differ_by_edits_alone()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        string[] edited = [.. Paper.Bridge, "Correction: an earlier version of this article gave the wrong year for the old bridge, said the editors."];
        var id = await KeepAsync(record, "/a", Paper.Bridge);
        await KeepAsync(record, "/a", edited);
        await ReextractAsync(record);

        var articles = record.Get<ArticleStore>();
        Assert.Equal(Paper.Bridge, (await articles.FindAsync(id, 1, Cancellation))!.Article.Paragraphs);
        Assert.Equal(edited, (await articles.FindAsync(id, 2, Cancellation))!.Article.Paragraphs);
        Assert.Equal(2, (await articles.RevisionsAsync(id, Cancellation)).Count);
    }

    [Fact]
    public async Task An_article_in_another_language_stays_out_of_the_record()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await KeepAsync(record, "/a", Paper.German);
        await ReextractAsync(record);
        Assert.Empty(await record.DumpAsync(StorageNames.MentionsTable, StorageNames.HeadlinesTable));
    }

    [Fact]
    public async Task A_run_asks_for_every_article_in_steps()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var all = new List<string>();
        for (var i = 0; i < Reextraction.ArticlesAtOnce + 2; i++) all.Add(await KeepAsync(record, $"/{i}", ["Rain fell."]));

        var asked = new List<string>();
        await foreach (var message in StepsAsync(record)) asked.Add(message.ArticleId);
        Assert.Equal(all.Order(StringComparer.Ordinal), asked);
        Assert.Equal((all.Count, true), await record.Get<Reextraction>().StateAsync(Cancellation) is { } state ? (state.Asked, state.IsComplete) : default);
    }

    [Fact]
    public async Task Whichever_step_extracting_anew_dies_at_a_replay_gives_the_same_tables()
    {
        var (undisturbed, steps) = await RunAsync(killBefore: int.MaxValue);
        for (var step = 1; step <= steps; step++) Assert.Equal(undisturbed, (await RunAsync(step)).Rows);
    }

    [Fact]
    public async Task A_run_that_is_broken_off_goes_on_where_it_stopped()
    {
        await using var calm = await TestRecord.CreateAsync(azurite);
        await using var record = await TestRecord.CreateAsync(azurite);
        foreach (var into in new[] { calm, record })
            for (var i = 0; i < 12; i++) await KeepAsync(into, $"/{i}", Village(i));
        await ReextractAsync(calm);

        await using (var first = await StartAsync(record))
        {
            using var start = new HttpRequestMessage(HttpMethod.Post, "/api/reextract");
            start.Headers.Add("x-functions-key", Key);
            using var answer = await first.Client.SendAsync(start, Cancellation);
            Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
            await UntilAsync(async () => (await record.Get<ChangeLog>().HeadAsync(Cancellation)).Next > 2);
        }

        string[] tables = [StorageNames.StatementsTable, StorageNames.FiguresTable, StorageNames.DatesTable, StorageNames.PostingsTable, StorageNames.HeadlinesTable, StorageNames.OfficialsTable];
        var expected = await calm.DumpAsync(tables);
        await using var second = await StartAsync(record);
        await UntilAsync(async () => await record.DumpAsync(tables) == expected);
        Assert.Equal((12, true), await record.Get<Reextraction>().StateAsync(Cancellation) is { } state ? (state.Asked, state.IsComplete) : default);
    }

    // No two of them share so many words that they would be taken for copies.
    private static string[] Village(int number) =>
        [.. Enumerable.Range(0, 6).Select(line => string.Join(' ', Enumerable.Range(0, 8).Select(word => $"the {(char)('a' + number)}{(char)('a' + line)}{(char)('a' + word)}o of village {number}"))
            + $" will be counted on Monday, said its chief, Chan Vibol, who has {number + line + 2} fields.")];

    private static Task<RunningHost> StartAsync(TestRecord record) =>
        RunningHost.StartAsync(
            record.Connection,
            [typeof(Reextract), typeof(ExtractMentions)],
            builder => builder.Services.AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries(),
            ("FunctionsKey", Key));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        while (!await isSo()) await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
    }

    private async Task<(string Rows, int Steps)> RunAsync(int killBefore)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var message = new ExtractMentionsMessage(await KeepAsync(record, "/a", Paper.Bridge), 1) { FromPages = true };
        await record.Get<ArticleHandOver>().HandOnAsync((await record.Get<ArticleStore>().FindHeadAsync(message.ArticleId, Cancellation))!, Cancellation);
        await record.Get<MentionRecorder>().RecordAsync(message with { FromPages = false }, Cancellation);
        using var death = new CancellationTokenSource();
        using var steps = new StorageSteps(killBefore, death);
        try
        {
            await record.Get<MentionRecorder>().RecordAsync(message, death.Token);
        }
        catch (OperationCanceledException)
        {
            await using var next = record.AnotherHost();
            await next.Get<MentionRecorder>().RecordAsync(message, Cancellation);
        }

        return (await record.DumpAsync(), steps.Count);
    }

    /// <summary>Stores an article as an older reading gave it, that took the page's furniture for its last paragraph.</summary>
    private static async Task<string> KeepAsync(TestRecord record, string path, string[] paragraphs)
    {
        var address = new Uri(new Uri("https://paper.example"), path);
        var page = new Fetched(200, address, null, Encoding.UTF8.GetBytes(Paper.Page("Bridge opens", paragraphs)), "text/html; charset=utf-8", null, null, null);
        var read = ArticleParser.Parse(page.Body, page.ContentType, address, Post).Article;
        var older = read with { Kind = PageKind.Article, Paragraphs = [.. paragraphs, Furniture] };
        var id = ArticleStore.IdOf(address);
        await record.Get<ArticleStore>().KeepAsync(id, Post, older, [page], TestRecord.Now, Cancellation);
        return id;
    }

    /// <summary>Does a whole run, as the queues would.</summary>
    private static async Task ReextractAsync(TestRecord record)
    {
        await foreach (var message in StepsAsync(record)) await record.Get<MentionRecorder>().RecordAsync(message, Cancellation);
    }

    private static async IAsyncEnumerable<ExtractMentionsMessage> StepsAsync(TestRecord record)
    {
        await record.Get<Reextraction>().StartAsync(Cancellation);
        while (await TakeAsync<ReextractMessage>(record, StorageNames.ReextractQueue) is [var step, ..])
        {
            await record.Get<Reextraction>().StepAsync(step, Cancellation);
            while (await TakeAsync<ExtractMentionsMessage>(record, StorageNames.ExtractMentionsQueue) is { Count: > 0 } messages)
                foreach (var message in messages) yield return message;
        }
    }

    private static async Task<List<T>> TakeAsync<T>(TestRecord record, string queue)
    {
        var client = record.Get<StorageClients>().Queue(queue);
        var taken = new List<T>();
        foreach (var message in (await client.ReceiveMessagesAsync(32, cancellationToken: Cancellation)).Value)
        {
            taken.Add(System.Text.Json.JsonSerializer.Deserialize<T>(message.Body, RecordJson.Options)!);
            await client.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancellation);
        }

        return taken;
    }

    private static async Task<IReadOnlyList<StatementRecord>> StatementsAsync(TestRecord record) =>
        (await record.Get<StatementFinder>().FindAsync(new StatementFilter(), oldestFirst: false, null, 100, new Ingest.Storage.Listings.ReadBudget(100), Cancellation)).Items;
}

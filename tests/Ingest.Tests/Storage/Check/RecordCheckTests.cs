using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Ingest.Evaluation.Load;
using Ingest.Storage;
using Ingest.Storage.Check;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;
using Ingest.Tests.Trust;

namespace Ingest.Tests.Storage.Check;

public sealed partial class RecordCheckTests(AzuriteFixture azurite)
{
    private const string Nobody = "ffffffffffffffff";

    // The log tells of what was recorded again; what it comes to is compared by itself.
    private static readonly string[] Record = [.. StorageNames.Tables.Except([StorageNames.ChangesTable])];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Indexes => [StorageNames.StatementsTable, StorageNames.FiguresTable, StorageNames.HeadlinesTable, StorageNames.DatesTable, StorageNames.PostingsTable];

    [Fact]
    public async Task A_sound_record_has_nothing_to_mend_and_is_left_alone()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var before = await record.DumpAsync();

        Assert.Empty(await record.CheckAsync());
        Assert.Empty(await record.CheckAsync(mend: true));
        Assert.Equal(before, await record.DumpAsync());
        foreach (var table in Indexes) Assert.NotEmpty(await record.RowsAsync(table.Data));
    }

    [Theory, MemberData(nameof(Indexes))]
    public async Task A_row_of_an_index_that_is_lost_changed_or_nobodys_is_found_and_mended(string table)
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var rows = await record.RowsAsync(table);
        foreach (var row in new[] { rows[0], rows[^1] })
        {
            await MendsAsync(record, DisagreementKind.Missing, table, row, () => DeleteAsync(record, table, row));
            await MendsAsync(record, DisagreementKind.Different, table, row, () => PutAsync(record, table, new TableEntity(row.PartitionKey, row.RowKey) { ["Body"] = RowBody.Pack("something else").Bytes }));
            var nobodys = new TableEntity(row.PartitionKey, row.RowKey[..^16] + Nobody) { ["Body"] = row.GetBinary("Body") };
            await MendsAsync(record, DisagreementKind.Stray, table, nobodys, () => PutAsync(record, table, nobodys));
            // One that an article might have, had it other words.
            var others = new TableEntity(row.PartitionKey, "a" + row.RowKey) { ["Body"] = row.GetBinary("Body") };
            await MendsAsync(record, DisagreementKind.Stray, table, others, () => PutAsync(record, table, others));
        }
    }

    [Fact]
    public async Task An_official_who_is_lost_changed_or_nobody_is_found_and_mended()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        const string table = StorageNames.OfficialsTable;
        var rows = await record.RowsAsync(table);
        var official = rows.First(row => row.RowKey.StartsWith("official|", StringComparison.Ordinal));
        var word = rows.First(row => row.RowKey.StartsWith("word|", StringComparison.Ordinal));

        await MendsAsync(record, DisagreementKind.Missing, table, official, () => DeleteAsync(record, table, official));
        await MendsAsync(record, DisagreementKind.Missing, table, word, () => DeleteAsync(record, table, word));
        await MendsAsync(record, DisagreementKind.Unreadable, table, official, () => PutAsync(record, table, new TableEntity(official.PartitionKey, official.RowKey) { ["Body"] = new byte[] { 1, 2, 3 } }));
        var known = RowBody.Unpack<OfficialRecord>(official.GetBinary("Body"));
        var renamed = new TableEntity(official.PartitionKey, official.RowKey) { ["Body"] = RowBody.Pack(known with { Name = "Somebody Else" }).Bytes };
        await MendsAsync(record, DisagreementKind.Different, table, official, () => PutAsync(record, table, renamed));
        var nobody = new TableEntity(official.PartitionKey, "official|nobody|") { ["Body"] = RowBody.Pack(known with { Id = "nobody" }).Bytes };
        await MendsAsync(record, DisagreementKind.Stray, table, nobody, () => PutAsync(record, table, nobody));
        var unsaid = new TableEntity(official.PartitionKey, "word|unsaid|" + official.RowKey["official|".Length..]);
        await MendsAsync(record, DisagreementKind.Stray, table, unsaid, () => PutAsync(record, table, unsaid));
    }

    [Fact]
    public async Task A_word_that_is_lost_or_leads_elsewhere_is_found_and_mended()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var word = (await record.RowsAsync(StorageNames.WordsTable))[0];

        await MendsAsync(record, DisagreementKind.Missing, StorageNames.WordsTable, word, () => DeleteAsync(record, StorageNames.WordsTable, word));
        await MendsAsync(record, DisagreementKind.Different, StorageNames.WordsTable, word, () => PutAsync(record, StorageNames.WordsTable, new TableEntity(word.PartitionKey, word.RowKey) { ["Stem"] = "elsewhere" }));
    }

    [Fact]
    public async Task What_an_article_yielded_is_read_from_it_again_where_it_is_lost_or_not_in_it()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        const string table = StorageNames.MentionsTable;
        foreach (var row in (await record.RowsAsync(table)).Where(row => row.RowKey.StartsWith("article|", StringComparison.Ordinal)))
        {
            await MendsAsync(record, DisagreementKind.Missing, table, row, () => DeleteAsync(record, table, row));
            await MendsAsync(record, DisagreementKind.Unreadable, table, row, () => PutAsync(record, table, new TableEntity(row.PartitionKey, row.RowKey) { ["Body"] = new byte[] { 1, 2, 3 } }));
            var recorded = RowBody.Unpack<RecordedArticle>(row.GetBinary("Body"));
            if (recorded.Statements is not [var first, ..]) continue;
            var invented = first with { Text = "the dam was never safe", Pieces = [new PieceRecord(first.Start, first.End, "the dam was never safe")] };
            await MendsAsync(record, DisagreementKind.NotVerbatim, table, row, () => AlterAsync(recorded with { Statements = recorded.Statements.SetItem(0, invented) }));
            var another = first with { Speaker = first.Speaker with { Name = "Somebody Else" } };
            await MendsAsync(record, DisagreementKind.Different, table, row, () => AlterAsync(recorded with { Statements = recorded.Statements.SetItem(0, another) }));

            Task AlterAsync(RecordedArticle to) => PutAsync(record, table, new TableEntity(row.PartitionKey, row.RowKey) { ["Body"] = RowBody.Pack(to).Bytes });
        }
    }

    [Fact]
    public async Task An_article_that_there_is_not_leaves_the_record_with_all_its_rows()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var before = await ComparedAsync(record, StorageNames.StatementsTable, StorageNames.PostingsTable, StorageNames.OfficialsTable);
        await record.WriteAsync(new InventedArticle(Nobody, TestRecord.Now).Says("Sok Nara", "nobody printed this", "minister", "Ministry of Nothing"));

        Assert.Contains(await record.CheckAsync(mend: true), found => found is { Kind: DisagreementKind.Stray, Table: StorageNames.MentionsTable, IsMended: true });
        Assert.Empty(await record.CheckAsync());
        Assert.Equal(before, await ComparedAsync(record, StorageNames.StatementsTable, StorageNames.PostingsTable, StorageNames.OfficialsTable));
        Assert.DoesNotContain(await record.FollowAsync(), known => known.Value.Contains("nobody printed this"));
    }

    [Fact]
    public async Task The_guard_of_a_cluster_is_put_back_and_an_unfinished_recording_is_finished()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        const string table = StorageNames.MentionsTable;
        var guard = (await record.RowsAsync(table)).First(row => row.RowKey == MentionRows.State);
        await MendsAsync(record, DisagreementKind.Missing, table, guard, () => DeleteAsync(record, table, guard));

        guard[MentionRows.IsCommitted] = false;
        guard[MentionRows.Since] = TestRecord.Now.AddHours(-1);
        await MendsAsync(record, DisagreementKind.Unfinished, table, guard, () => PutAsync(record, table, guard));
    }

    [Fact]
    public async Task What_is_being_recorded_is_left_alone()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var guard = (await record.RowsAsync(StorageNames.MentionsTable)).First(row => row.RowKey == MentionRows.State);
        var lost = (await record.RowsAsync(StorageNames.StatementsTable)).First(row => row.RowKey.EndsWith(guard.PartitionKey, StringComparison.Ordinal));
        guard[MentionRows.IsCommitted] = false;
        guard[MentionRows.Since] = TestRecord.Now;
        await PutAsync(record, StorageNames.MentionsTable, guard);
        await DeleteAsync(record, StorageNames.StatementsTable, lost);
        var before = await record.DumpAsync();

        var skipped = 0;
        for (string? cursor = null, end = "no"; end is not null; end = cursor)
        {
            var part = await record.Get<RecordCheck>().CheckAsync(cursor, mend: true, Cancellation);
            Assert.Empty(part.Value);
            skipped += part.Skipped;
            cursor = part.NextCursor;
        }

        Assert.NotEqual(0, skipped);
        Assert.Equal(before, await record.DumpAsync());
    }

    [Fact]
    public async Task An_ingest_that_runs_meanwhile_is_not_disturbed()
    {
        const int articles = 12;
        await using var record = await CheckedRecord.CreateAsync(azurite);
        await using var another = record.AnotherHost();
        var ingest = Task.Run(
            async () =>
            {
                for (var number = 0; number < articles; number++)
                {
                    var head = await another.StoreAsync("post", $"/news/{number}", InventedNews.Page(number));
                    await another.Get<MentionRecorder>().RecordAsync(new ExtractMentionsMessage(head.Id, head.Revision), Cancellation);
                }
            },
            Cancellation);
        do
        {
            for (string? cursor = null, end = "no"; end is not null; end = cursor) cursor = (await record.Get<RecordCheck>().CheckAsync(cursor, mend: true, Cancellation)).NextCursor;
        }
        while (!ingest.IsCompleted);

        await ingest;
        await record.CheckAsync(mend: true);
        Assert.Empty(await record.CheckAsync());
        // Nothing that is there was ever told to be gone.
        Assert.DoesNotContain((await record.Get<ChangeLog>().ReadAsync(1, 1000, Cancellation)).SelectMany(commit => commit.Changes), change => change.IsDeleted);
        Assert.Equal(articles, (await record.FollowAsync()).Keys.Count(key => key.StartsWith("article ", StringComparison.Ordinal)) - 3);
    }

    [Fact]
    public async Task Words_that_are_lost_are_read_again_from_the_page_and_told_where_the_page_is_lost_too()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var (before, words) = (await ComparedAsync(record), record.Get<StorageClients>().Container(StorageNames.ArticlesContainer));
        var id = ArticleStore.IdOf(new Uri("https://post.example/rice"));
        var article = await record.Get<ArticleStore>().FindAsync(id, cancellation: Cancellation);
        foreach (var content in new[] { null, "no longer what it was" })
        {
            foreach (var blob in await words.GetBlobsAsync(BlobTraits.None, BlobStates.None, id, Cancellation).ToListAsync(Cancellation))
            {
                if (content is null) await words.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
                else await words.GetBlobClient(blob.Name).UploadAsync(BinaryData.FromString(content), overwrite: true, Cancellation);
            }

            Assert.Equal((DisagreementKind.Unreadable, id, true), Assert.Single(await record.CheckAsync(mend: true)) is var found ? (found.Kind, found.Partition, found.IsMended) : default);
            Assert.Equal(article!.Article.Text, (await record.Get<ArticleStore>().FindAsync(id, cancellation: Cancellation))!.Article.Text);
            Assert.Equal(before, await ComparedAsync(record));
        }

        foreach (var container in new[] { words, record.Get<StorageClients>().Container(StorageNames.RawPagesContainer) })
            foreach (var blob in await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, id, Cancellation).ToListAsync(Cancellation)) await container.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        Assert.False(Assert.Single(await record.CheckAsync(mend: true)).IsMended);
    }

    [Theory]
    [InlineData("commit|0000000000000000001", DisagreementKind.Missing)]
    [InlineData("commit|0000000000000000003", DisagreementKind.Missing)]
    [InlineData("head", DisagreementKind.Missing)]
    [InlineData("mark|", DisagreementKind.Missing)]
    [InlineData("commit|0000000000000000001", DisagreementKind.Unreadable)]
    public async Task A_lost_row_of_the_log_costs_no_follower_anything(string key, DisagreementKind kind)
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var (followed, head) = (await record.FollowAsync(), await record.Get<ChangeLog>().HeadAsync(Cancellation));
        var row = (await record.RowsAsync(StorageNames.ChangesTable)).First(row => row.RowKey.StartsWith(key, StringComparison.Ordinal));
        if (kind == DisagreementKind.Missing) await DeleteAsync(record, StorageNames.ChangesTable, row);
        else await PutAsync(record, StorageNames.ChangesTable, new TableEntity(row.PartitionKey, row.RowKey) { ["Body"] = new byte[] { 1, 2, 3 } });

        var found = await record.CheckAsync(mend: true);
        Assert.Contains(found, found => found.Kind == kind && found.Row == row.RowKey);
        Assert.All(found, found => Assert.True(found.IsMended, found.ToString()));
        Assert.Empty(await record.CheckAsync());
        Assert.Equal(followed, await record.FollowAsync());
        var now = await record.Get<ChangeLog>().HeadAsync(Cancellation);
        Assert.Equal((head.Statements, head.Figures, head.Earliest, head.LastDay), (now.Statements, now.Figures, now.Earliest, now.LastDay));
        Assert.True(await record.WriteAsync(new InventedArticle("0123456789abcdef", TestRecord.Now).Says("Sok Nara", "the log goes on")));
    }

    [Fact]
    public async Task What_followers_were_told_wrongly_is_told_again()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        var followed = await record.FollowAsync();
        var row = (await record.RowsAsync(StorageNames.ChangesTable)).First(row => row.RowKey.StartsWith("commit|", StringComparison.Ordinal));
        var commit = RowBody.Unpack<Commit>(row.GetBinary("Body"));
        var wrong = commit.Changes.Select(change => change.Statement is { } said ? change with { Statement = said with { Text = "what was never said" } } : change)
            .Append(new Change("statement", Nobody + "-s000000000000", false, commit.Changes.First(change => change.Statement is not null).Statement)).ToImmutableArray();
        await PutAsync(record, StorageNames.ChangesTable, new TableEntity(row.PartitionKey, row.RowKey) { ["Body"] = RowBody.Pack(commit with { Changes = wrong }).Bytes });
        foreach (var (key, stray) in new[] { ("commit|1000000000000000000", row), ($"mark|{Nobody}", new TableEntity { ["Generation"] = 7L }) })
        {
            (stray.PartitionKey, stray.RowKey) = (ChangeRows.Partition, key);
            await PutAsync(record, StorageNames.ChangesTable, stray);
        }

        var head = (await record.RowsAsync(StorageNames.ChangesTable)).Single(row => row.RowKey == ChangeRows.Head);
        head[ChangeRows.Statements] = 4711L;
        await PutAsync(record, StorageNames.ChangesTable, head);

        Assert.All(await record.CheckAsync(mend: true), found => Assert.True(found.IsMended, found.ToString()));
        Assert.Empty(await record.CheckAsync());
        Assert.Equal(followed, await record.FollowAsync());
        Assert.NotEqual(4711, (await record.Get<ChangeLog>().HeadAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task Over_http_the_cursor_leads_to_the_end_and_an_unknown_one_is_refused()
    {
        await using var record = await CheckedRecord.CreateAsync(azurite);
        await using var host = await RunningIngest.StartAsync(record.Connection);
        await DeleteAsync(record, StorageNames.StatementsTable, (await record.RowsAsync(StorageNames.StatementsTable))[0]);

        var mended = new List<bool>();
        for (string? cursor = null, end = "no"; end is not null; end = cursor)
        {
            using var response = await host.Client.PostAsync($"/api/check?mend=true{(cursor is null ? "" : $"&cursor={cursor}")}", null, Cancellation);
            var answer = await response.Content.ReadFromJsonAsync<JsonObject>(Cancellation);
            Assert.True(response.StatusCode == HttpStatusCode.OK, answer?.ToString());
            mended.AddRange(answer!["value"]!.AsArray().Select(found => found!["isMended"]!.GetValue<bool>()));
            cursor = answer["nextCursor"]?.GetValue<string>();
        }

        Assert.Equal([true], mended);
        using var refused = await host.Client.PostAsync("/api/check?cursor=nonsense", null, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    /// <summary>Damages a record; the check finds the row, mends it and all that follows from it, and leaves what was there before.</summary>
    private static async Task MendsAsync(TestRecord record, DisagreementKind kind, string table, TableEntity row, Func<Task> damage)
    {
        var (before, followed) = (await ComparedAsync(record), await record.FollowAsync());
        await damage();
        Assert.Contains(await record.CheckAsync(), found => (found.Kind, found.Table, found.Partition, found.Row) == (kind, table, row.PartitionKey, row.RowKey));
        var mended = await record.CheckAsync(mend: true);
        Assert.All(mended, found => Assert.True(found.IsMended, found.ToString()));
        Assert.Empty(await record.CheckAsync());
        Assert.Equal(before, await ComparedAsync(record));
        Assert.Equal(followed, await record.FollowAsync());
    }

    // Generations only rise.
    private static async Task<string> ComparedAsync(TestRecord record, params string[] tables) =>
        Generation().Replace(await record.DumpAsync(tables.Length > 0 ? tables : Record), "");

    private static Task<Response> DeleteAsync(TestRecord record, string table, TableEntity row) => record.Table(table).DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, Cancellation);

    private static Task<Response> PutAsync(TestRecord record, string table, TableEntity row) => record.Table(table).UpsertEntityAsync(row, TableUpdateMode.Replace, Cancellation);

    [GeneratedRegex(@" Generation=\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Generation();
}

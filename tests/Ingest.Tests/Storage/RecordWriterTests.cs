using Ingest.Extraction.Statements;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Tests.Storage;

public sealed class RecordWriterTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_replay_changes_nothing()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        Assert.True(await record.WriteAsync(Dam("a1")));
        var before = await record.DumpAsync();

        Assert.False(await record.WriteAsync(Dam("a1")));
        Assert.Equal(before, await record.DumpAsync());
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task A_new_revision_leaves_nothing_of_the_old_one_behind()
    {
        await using var edited = await TestRecord.CreateAsync(azurite);
        await edited.WriteAsync(Dam("a1"), Bridge("a1", revision: 2));
        await using var fresh = await TestRecord.CreateAsync(azurite);
        await fresh.WriteAsync(Bridge("a1", revision: 2));

        string[] tables = [StorageNames.StatementsTable, StorageNames.FiguresTable, StorageNames.DatesTable, StorageNames.PostingsTable, StorageNames.OfficialsTable];
        Assert.Equal(await fresh.DumpAsync(tables), await edited.DumpAsync(tables));
    }

    [Fact]
    public async Task An_older_revision_that_comes_late_is_left_out()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Bridge("a1", revision: 2));
        var before = await record.DumpAsync();

        Assert.False(await record.WriteAsync(Dam("a1")));
        Assert.Equal(before, await record.DumpAsync());
    }

    [Fact]
    public async Task A_statement_keeps_its_id_when_it_is_found_again()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Dam("a1"));
        await record.WriteAsync(new InventedArticle("a1", Published, revision: 2).Says("Sok Dara", "we will build a dam", kind: StatementKind.Direct));

        var told = await TellAsync(record);
        var first = Assert.Single(told[0].Changes, c => c.Kind == "statement");
        Assert.Contains(told[1].Changes, c => c.Id == first.Id && c.Statement!.Kind == StatementKind.Direct);
    }

    [Fact]
    public async Task What_is_no_longer_found_leaves_a_tombstone()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Dam("a1"), Bridge("a1", revision: 2));

        var told = await TellAsync(record);
        Assert.Equal([1, 2], told.Select(commit => commit.Number));
        var gone = told[0].Changes.Where(c => c.Kind != "article").Select(c => c.Id).Order(StringComparer.Ordinal);
        Assert.Equal(gone, told[1].Changes.Where(c => c.IsDeleted).Select(c => c.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_statement_of_copies_is_one_with_all_its_places()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var copy = new InventedArticle("b1", Published.AddHours(5), "ann", cluster: "a1").Says("Sok Dara", "We will build a dam!", "minister").Says("Sok Dara", "It will be high", "minister");
        await record.WriteAsync(copy, Dam("a1"));

        var state = await ClusterState.ReadAsync(record.Get<Ingest.Storage.Rows.RowReader>(), "a1", TestRecord.Cancellation);
        var statements = state.Mentions.Statements;
        Assert.Equal(2, statements.Length);
        Assert.Equal(("a1", "b1"), (statements[0].Article.Id, Assert.Single(statements[0].Places).Article.Id));
        Assert.Empty(statements[1].Places);
    }

    [Fact]
    public async Task Articles_of_a_cluster_come_to_the_same_in_any_order()
    {
        var copy = new InventedArticle("b1", Published.AddHours(5), "ann", cluster: "a1").Says("Sok Dara", "We will build a dam!", "minister");
        await using var one = await TestRecord.CreateAsync(azurite);
        await one.WriteAsync(copy, Dam("a1"));
        await using var other = await TestRecord.CreateAsync(azurite);
        await other.WriteAsync(Dam("a1"), copy);

        string[] tables = [StorageNames.MentionsTable, StorageNames.StatementsTable, StorageNames.PostingsTable, StorageNames.OfficialsTable];
        Assert.Equal(await one.DumpAsync(tables), await other.DumpAsync(tables));
    }

    [Fact]
    public async Task Two_hosts_that_record_the_same_article_at_once_come_to_the_same()
    {
        await using var one = await TestRecord.CreateAsync(azurite);
        await using var other = one.AnotherHost();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? one : other).WriteAsync(Dam("a1"))));

        await using var calm = await TestRecord.CreateAsync(azurite);
        await calm.WriteAsync(Dam("a1"));
        Assert.Equal(await calm.DumpAsync(), await one.DumpAsync());
    }

    [Fact]
    public async Task Many_articles_from_two_hosts_leave_a_log_without_gaps()
    {
        await using var one = await TestRecord.CreateAsync(azurite);
        await using var other = one.AnotherHost();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).WriteAsync(Dam($"a{i}"))));

        var told = await TellAsync(one);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), told.Select(commit => commit.Number));
        Assert.Equal(20, told.SelectMany(commit => commit.Changes).Where(c => c.Kind == "statement").Select(c => c.Id).Distinct().Count());
        var official = await one.Get<OfficialDirectory>().FindAsync("dara-sok", TestRecord.Cancellation);
        Assert.Equal(OfficialFolding.Proofs, Assert.Single(official!.Roles).Articles.Length);
    }

    [Fact]
    public async Task An_article_comes_to_its_new_cluster_only_when_nobody_takes_it_out_of_the_old_one_any_more()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Copy(cluster: "b1"), Dam("a1"));
        // Another host has begun to take the copy out, and nobody knows whether it still does.
        var mentions = record.Get<StorageClients>().Table(StorageNames.MentionsTable);
        await mentions.DeleteEntityAsync("b1", MentionRows.Article("b1"), Azure.ETag.All, TestRecord.Cancellation);
        var guard = (await mentions.GetEntityAsync<Azure.Data.Tables.TableEntity>("b1", MentionRows.State, cancellationToken: TestRecord.Cancellation)).Value;
        (guard[MentionRows.IsCommitted], guard[MentionRows.Since]) = (false, TestRecord.Now);
        await mentions.UpdateEntityAsync(guard, guard.ETag, Azure.Data.Tables.TableUpdateMode.Replace, TestRecord.Cancellation);

        var moved = Copy(cluster: "a1").Stored with { FormerClusters = ["b1"] };
        await Assert.ThrowsAsync<ClusterBusyException>(() => record.Writer.WriteAsync(moved, Copy(cluster: "a1").Mentions, TestRecord.Cancellation));
        Assert.False((await ClusterState.ReadAsync(record.Get<RowReader>(), "a1", TestRecord.Cancellation)).Articles.ContainsKey("b1"));
    }

    [Fact]
    public async Task Whoever_records_an_article_late_where_it_was_before_takes_none_of_its_rows_along()
    {
        await using var calm = await TestRecord.CreateAsync(azurite);
        await calm.WriteAsync(Dam("a1"), Copy(cluster: "a1"));
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Dam("a1"), Copy(cluster: "a1"), Copy(cluster: "b1"));

        await record.Writer.WriteAsync(Copy(cluster: "a1").Stored with { FormerClusters = ["b1"] }, Copy(cluster: "a1").Mentions, TestRecord.Cancellation);

        string[] tables = [StorageNames.StatementsTable, StorageNames.HeadlinesTable, StorageNames.PostingsTable, StorageNames.OfficialsTable];
        Assert.Equal(await calm.DumpAsync(tables), await record.DumpAsync(tables));
    }

    private static InventedArticle Copy(string cluster) =>
        new InventedArticle("b1", Published.AddHours(5), "ann", cluster: cluster).Says("Sok Dara", "We will build a dam", "minister", "Ministry of Water");

    private static InventedArticle Dam(string id) =>
        new InventedArticle(id, Published).Says("Sok Dara", "We will build a dam", "minister", "Ministry of Water").Counts(40, "meter", "metres of height").Dates(new DateOnly(2027, 1, 5));

    private static InventedArticle Bridge(string id, int revision) =>
        new InventedArticle(id, Published, revision: revision).Says("Chan Vibol", "The bridge is open", "governor", "Kampot province").Counts(3, "lane").Dates(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static Task<IReadOnlyList<Commit>> TellAsync(TestRecord record) => record.Get<ChangeLog>().ReadAsync(1, 1000, TestRecord.Cancellation);
}

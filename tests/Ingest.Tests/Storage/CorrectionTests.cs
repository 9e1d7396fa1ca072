using Ingest.Extraction.Officials;
using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Tests.Storage;

public sealed class CorrectionTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Computed =
        [StorageNames.StatementsTable, StorageNames.FiguresTable, StorageNames.DatesTable, StorageNames.PostingsTable, StorageNames.OfficialsTable];

    [Fact]
    public async Task A_corrected_speaker_is_the_one_whom_the_article_gives_that_name()
    {
        await using var record = await RecordedAsync();
        await CorrectAsync(record, await StatementAsync(record, "the dam is safe"), CorrectionKind.Speaker, c => c with { Name = "Chea Vuthy" });

        var corrected = await StatementAsync(record, "the dam is safe");
        Assert.Equal((OfficialKey.Of("Chea Vuthy"), "Chea Vuthy", "governor", true, 1d), (corrected.Speaker.Id, corrected.Speaker.Name, corrected.Speaker.Title, corrected.Speaker.IsOfficial, corrected.Confidence));
    }

    [Fact]
    public async Task A_correction_outlives_a_new_revision_and_a_better_extractor()
    {
        await using var record = await RecordedAsync();
        await CorrectAsync(record, await StatementAsync(record, "the dam is safe"), CorrectionKind.Speaker, c => c with { Name = "Chea Vuthy" });

        await record.WriteAsync(Article(revision: 2, before: "A new first paragraph stands here"));
        Assert.Equal("Chea Vuthy", (await StatementAsync(record, "the dam is safe")).Speaker.Name);

        // A better extractor takes more words of the same revision.
        await using var other = await RecordedAsync();
        var statement = await StatementAsync(other, "the dam is safe");
        await CorrectAsync(other, statement, CorrectionKind.Speaker, c => c with { Name = "Chea Vuthy" });
        await other.WriteAsync(Article(words: "the dam is safe this year"));
        var corrected = await StatementAsync(other, "the dam is safe this year");
        Assert.Equal((statement.Id, "Chea Vuthy"), (corrected.Id, corrected.Speaker.Name));
    }

    [Fact]
    public async Task What_is_no_statement_leaves_the_record_and_its_figures_stand_alone()
    {
        await using var record = await RecordedAsync();
        await CorrectAsync(record, await StatementAsync(record, "the dam is safe"), CorrectionKind.NotAStatement, c => c);
        Assert.DoesNotContain(await MentionsAsync(record), s => s.Text == "the dam is safe");
        Assert.DoesNotContain("the dam is safe", await record.DumpAsync(StorageNames.PostingsTable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_span_keeps_the_statements_id_and_moves_with_its_words()
    {
        await using var record = await RecordedAsync();
        var statement = await StatementAsync(record, "the dam is safe");
        var shorter = statement with { Text = "dam is safe", Start = statement.Start + 4, Pieces = [new PieceRecord(statement.Start + 4, statement.End, "dam is safe")] };
        await CorrectAsync(record, statement, CorrectionKind.Span, c => c with { Becomes = shorter });
        await record.WriteAsync(Article(revision: 2, before: "A new first paragraph stands here"));

        var corrected = await StatementAsync(record, "dam is safe");
        var text = Article(revision: 2, before: "A new first paragraph stands here").Stored.Article.Text;
        Assert.Equal((statement.Id, "dam is safe"), (corrected.Id, text[corrected.Start..corrected.End]));
    }

    [Fact]
    public async Task Undone_a_correction_leaves_no_trace_but_its_own_row()
    {
        await using var untouched = await RecordedAsync();
        await using var record = await RecordedAsync();
        foreach (var kind in new[] { CorrectionKind.Speaker, CorrectionKind.NotAStatement })
        {
            var correction = await CorrectAsync(record, await StatementAsync(record, "the dam is safe"), kind, c => c with { Name = "Chea Vuthy" });
            await record.Writer.WriteAsync(Article().Stored.ClusterId, correction with { Undone = new CorrectionUndo("Ed", Published) }, TestRecord.Cancellation);
        }

        Assert.Equal(await untouched.DumpAsync(Computed), await record.DumpAsync(Computed));
    }

    [Fact]
    public async Task Followers_learn_who_corrected_what_and_why_and_a_replay_tells_nothing()
    {
        await using var record = await RecordedAsync();
        var correction = await CorrectAsync(record, await StatementAsync(record, "the dam is safe"), CorrectionKind.NotAStatement, c => c);
        Assert.False(await record.Writer.WriteAsync(Article().Stored.ClusterId, correction, TestRecord.Cancellation));

        var told = (await record.Get<ChangeLog>().ReadAsync(2, 10, TestRecord.Cancellation)).SelectMany(commit => commit.Changes).ToList();
        Assert.Equal(("An Editor", "It is a caption."), Assert.Single(told, change => change.Kind == "correction") is { Correction: { } seen } ? (seen.Who, seen.Why) : default);
        Assert.Single(told, change => change is { Kind: "statement", IsDeleted: true });
    }

    [Fact]
    public async Task Merged_officials_are_one_in_every_article_and_part_again_when_it_is_undone()
    {
        await using var untouched = await TwoNamesAsync();
        await using var record = await TwoNamesAsync();
        var (from, into) = (OfficialKey.Of("C. Vuthy"), OfficialKey.Of("Chea Vuthy"));
        var merge = new Correction("m1", CorrectionKind.Merge, from, "An Editor", Published, "One person.") { Into = into };
        await record.Writer.WriteAsync(OfficialMerges.Cluster, merge, TestRecord.Cancellation);
        await record.WriteAsync(First(), Second(), Third());

        var official = await record.Get<OfficialDirectory>().FindAsync(into, TestRecord.Cancellation);
        Assert.Equal(["C. Vuthy", "Chea Vuthy"], official!.Names);
        Assert.Null(await record.Get<OfficialDirectory>().FindAsync(from, TestRecord.Cancellation));

        await record.Writer.WriteAsync(OfficialMerges.Cluster, merge with { Undone = new CorrectionUndo("An Editor", Published) }, TestRecord.Cancellation);
        await record.WriteAsync(First(), Second(), Third());
        await untouched.WriteAsync(Third());
        Assert.Equal(await untouched.DumpAsync(Computed), await record.DumpAsync(Computed));

        async Task<TestRecord> TwoNamesAsync()
        {
            var two = await TestRecord.CreateAsync(azurite);
            await two.WriteAsync(First(), Second());
            return two;
        }

        static InventedArticle First() => new InventedArticle("a1", Published).Says("Chea Vuthy", "the road is open", "governor", "Kampot");
        static InventedArticle Second() => new InventedArticle("a2", Published).Says("C. Vuthy", "the road is closed", "governor", "Kampot");
        static InventedArticle Third() => new InventedArticle("a3", Published).Says("C. Vuthy", "the road is gone", "governor", "Kampot");
    }

    private static InventedArticle Article(int revision = 1, string? before = null, string words = "the dam is safe")
    {
        var article = new InventedArticle("a1", Published, revision: revision);
        if (before is not null) article.Says(null, before);
        return article.Says("Sok Dara", words, "engineer", "Dam Office").Says("Chea Vuthy", "nobody was hurt", "governor", "Kampot");
    }

    private async Task<TestRecord> RecordedAsync()
    {
        var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(Article());
        return record;
    }

    private static async Task<IReadOnlyList<StatementRecord>> MentionsAsync(TestRecord record) =>
        (await ClusterState.ReadAsync(record.Get<RowReader>(), Article().Stored.ClusterId, TestRecord.Cancellation)).Mentions.Statements;

    private static async Task<StatementRecord> StatementAsync(TestRecord record, string words) =>
        (await MentionsAsync(record)).Single(statement => statement.Text == words);

    private static async Task<Correction> CorrectAsync(TestRecord record, StatementRecord statement, CorrectionKind kind, Func<Correction, Correction> with)
    {
        var correction = with(new Correction($"c-{kind}", kind, statement.Id, "An Editor", Published, "It is a caption.") { Was = statement });
        Assert.True(await record.Writer.WriteAsync(statement.Article.Cluster, correction, TestRecord.Cancellation));
        return correction;
    }
}

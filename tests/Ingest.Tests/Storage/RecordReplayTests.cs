namespace Ingest.Tests.Storage;

/// <summary>Recording is killed before each of its requests to storage in turn, and done again by another host.</summary>
public sealed class RecordReplayTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whichever_step_recording_dies_at_a_replay_gives_the_same_tables()
    {
        var (undisturbed, all) = await RunAsync(killBefore: int.MaxValue);
        for (var step = 1; step <= all; step++) Assert.Equal(undisturbed, (await RunAsync(step)).Rows);
    }

    /// <summary>An article and its copy elsewhere are recorded; then an edit of the first takes one statement back and adds another.</summary>
    private async Task<(string Rows, int Steps)> RunAsync(int killBefore)
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        await record.WriteAsync(
            new InventedArticle("a1", TestRecord.Now).Says("Chea Vuthy", "the dam is safe", "governor", "Kampot").Says("Chea Vuthy", "the road is open").Counts(14, "well"),
            new InventedArticle("a2", TestRecord.Now.AddHours(1), "ann", cluster: "a1").Says("Chea Vuthy", "the dam is safe", "governor", "Kampot"));

        var edited = new InventedArticle("a1", TestRecord.Now, revision: 2).Says("Chea Vuthy", "the dam is safe", "governor", "Kampot").Says("Chea Vuthy", "the road is closed").Counts(15, "well");
        using var death = new CancellationTokenSource();
        using var steps = new StorageSteps(killBefore, death);
        try
        {
            await record.Writer.WriteAsync(edited.Stored, edited.Mentions, death.Token);
        }
        catch (OperationCanceledException)
        {
            await using var next = record.AnotherHost();
            await next.WriteAsync(edited);
        }

        return (await record.DumpAsync(), steps.Count);
    }
}

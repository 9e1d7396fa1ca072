using Ingest.Evaluation.Load;

namespace Ingest.Tests.Trust;

/// <summary>The load run of the README in small: the same readers, the same ingest, the faults that end within moments.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task While_faults_befall_storage_and_publishers_no_answer_is_wrong_and_no_statement_lost_or_doubled()
    {
        var plan = new LoadPlan(
            Articles: 12,
            ArticleEvery: TimeSpan.FromMilliseconds(200),
            Faults: 20,
            FaultEvery: TimeSpan.FromMilliseconds(200),
            Kinds: [Fault.StorageError, Fault.StorageBusy, Fault.StorageLostAnswer, Fault.StorageCutAnswer, Fault.PublisherSlow],
            Readers: 4,
            Pause: TimeSpan.FromMilliseconds(100));

        var result = await new LoadRun(plan, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(result.Answered.Wrong);
        Assert.Equal((0, 0, 0), (result.Lost, result.Doubled, result.Disagreements));
        // Every tenth article has a copy.
        Assert.Equal(14, result.Articles);
        Assert.NotEqual(0, result.Statements);
        Assert.NotEmpty(result.Answered.Milliseconds);
        Assert.All(plan.Kinds.Where(kind => kind != Fault.PublisherSlow), kind => Assert.Contains(kind, result.Faults.Keys));
    }
}

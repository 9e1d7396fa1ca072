using Azure.Core;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Tests.Storage;

namespace Ingest.Tests.Queries;

/// <summary>A writer that began first and ends last does not slip behind a reader who follows the changes.</summary>
public sealed class SlowWriterTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Published = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Who_follows_the_changes_misses_nothing_of_a_writer_that_ends_late()
    {
        await using var record = await TestRecord.CreateAsync(azurite);
        var (isHeld, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var slow = record.AnotherHost(new OnTheWire(async (message, send) =>
        {
            // It knows its number by now, and all that is left is to write under it.
            if (await IsCommitAsync(message.Request) && isHeld.TrySetResult()) await goesOn.Task;
            await send();
        }).AddTo);

        var writing = slow.WriteAsync(Article("slow"));
        await isHeld.Task.WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, TestRecord.Cancellation);
        await record.WriteAsync(Article("a1"), Article("a2"));
        var (before, delta) = await FollowAsync(record, "/api/changes?kind=statement");
        Assert.Equal(["a1", "a2"], before);

        goesOn.SetResult();
        await writing;
        await record.WriteAsync(Article("a3"));
        Assert.Equal(["slow", "a3"], (await FollowAsync(record, delta)).Articles);
    }

    private static InventedArticle Article(string id) => new InventedArticle(id, Published).Says("Sok Dara", "the dam stands");

    private static async Task<bool> IsCommitAsync(Request request)
    {
        if (request.Method != RequestMethod.Post || request.Content is null || !request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal)) return false;
        using var body = new MemoryStream();
        await request.Content.WriteToAsync(body, TestRecord.Cancellation);
        return System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains($"/{StorageNames.ChangesTable}", StringComparison.Ordinal);
    }

    private static async Task<(List<string> Articles, string DeltaLink)> FollowAsync(TestRecord record, string address)
    {
        var articles = new List<string>();
        while (true)
        {
            var answer = (await Asked.Of(record.Get<ChangeQueries>().ListAsync, address)).Json;
            articles.AddRange(answer.GetProperty("value").EnumerateArray().Select(change => change.GetProperty("statement").GetProperty("article").GetProperty("id").GetString()!));
            if (!answer.TryGetProperty("nextLink", out var next)) return (articles, answer.GetProperty("deltaLink").GetString()!);
            address = next.GetString()!;
        }
    }
}

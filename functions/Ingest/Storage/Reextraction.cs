using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>Asks for every article behind one to be extracted anew.</summary>
/// <param name="Run">Which run this belongs to; another run that was started later ends it.</param>
/// <param name="After">The last article that was asked for; empty at the start.</param>
/// <param name="Asked">How many articles were asked for so far.</param>
public sealed record ReextractMessage(string Run, string After, int Asked);

/// <summary>How far re-extraction has come.</summary>
/// <param name="Run">The run.</param>
/// <param name="StartedAt">When, UTC.</param>
/// <param name="Asked">Articles that were asked for so far; they are extracted as the queue gets to them.</param>
/// <param name="IsComplete">Whether all were asked for.</param>
public sealed record ReextractionState(string Run, DateTimeOffset StartedAt, int Asked, bool IsComplete);

/// <summary>
/// Has every stored article read again from its pages as they were fetched, and extracted anew, in the background; what
/// <see cref="Articles.ArticleRereader"/> cannot read again is extracted from the words that were stored. Each message of its own queue asks for some articles and then for the next
/// message, so that a run goes on where it stopped, whatever stopped it. A part that is asked for twice does no harm: what is found again
/// has the same ids, and only differences become changes.
/// </summary>
internal sealed class Reextraction(ArticleStore articles, ArticleQueues queues, RowReader reader, RowWriter writer, TimeProvider time)
{
    /// <summary>Articles that one message asks for: few enough that a step which dies half-way repeats little.</summary>
    internal const int ArticlesAtOnce = 50;

    /// <summary>Starts a run; one that is under way ends.</summary>
    public async Task<ReextractionState> StartAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var state = new ReextractionState(now.ToString("yyyyMMddHHmmssfff"), now, 0, IsComplete: false);
        await SaveAsync(state, cancellation);
        await queues.SendAsync(new ReextractMessage(state.Run, "", 0), cancellation);
        return state;
    }

    /// <summary>The last run, or null where none was ever started.</summary>
    public async Task<ReextractionState?> StateAsync(CancellationToken cancellation) =>
        await reader.FindAsync(StorageNames.SettingsTable, SettingRows.Partition, SettingRows.Reextraction, cancellation) is { } row
            ? await reader.BodyAsync<ReextractionState>(row, cancellation)
            : null;

    /// <summary>Asks for some articles, and for the next step.</summary>
    public async Task StepAsync(ReextractMessage message, CancellationToken cancellation)
    {
        if (await StateAsync(cancellation) is not { } state || state.Run != message.Run) return;
        var (last, asked) = (message.After, 0);
        await foreach (var (id, revision) in articles.AllAsync(message.After, cancellation))
        {
            await queues.SendAsync(new ExtractMentionsMessage(id, revision) { FromPages = true }, cancellation);
            last = id;
            if (++asked == ArticlesAtOnce) break;
        }

        var isComplete = asked < ArticlesAtOnce;
        await SaveAsync(state with { Asked = message.Asked + asked, IsComplete = isComplete }, cancellation);
        if (!isComplete) await queues.SendAsync(new ReextractMessage(message.Run, last, message.Asked + asked), cancellation);
    }

    private Task SaveAsync(ReextractionState state, CancellationToken cancellation) =>
        writer.WriteAsync([new RowWrite(StorageNames.SettingsTable, SettingRows.Partition, SettingRows.Reextraction, RowBody.Pack(state))], cancellation);
}

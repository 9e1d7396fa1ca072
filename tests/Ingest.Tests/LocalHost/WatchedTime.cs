using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.LocalHost;

/// <summary>A clock that stands still until it is moved, and tells when somebody has begun to wait for it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Returns once the next wait has begun.</summary>
    public async Task IsAwaitedAsync() =>
        await waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), System);
}

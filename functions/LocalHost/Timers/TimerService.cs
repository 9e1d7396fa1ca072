using Ingest.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Ingest.LocalHost.Timers;

/// <summary>
/// Runs the functions with a timer trigger on their schedules, in UTC as on the Flex Consumption plan. A timer that the store has never
/// seen runs once at start; one whose time passed while the host was down runs at start as past due; one still at work when its next
/// time comes misses that time.
/// </summary>
internal sealed class TimerService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    ScheduleStore store,
    Settings settings,
    TimeProvider time,
    ILoggerFactory logs) : BackgroundService
{
    // The longest wait that a system timer takes is shorter than a yearly schedule.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private (Function Function, CrontabSchedule Schedule)[] timers = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        timers = [.. catalogue.With<TimerTriggerAttribute>().Select(timer => (timer.Function, ScheduleOf(timer.Function, settings.Resolve(timer.Trigger.Schedule))))];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(timers.Select(timer => RunAsync(timer.Function, timer.Schedule, stoppingToken)));

    /// <exception cref="LocalHostException">The expression is no NCrontab schedule.</exception>
    internal static CrontabSchedule ScheduleOf(Function function, string expression)
    {
        var withSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = withSeconds })
            ?? throw new LocalHostException($"The schedule '{expression}' of {function.Name} is not of the form '{{second}} {{minute}} {{hour}} {{day}} {{month}} {{day of week}}'.");
    }

    private async Task RunAsync(Function function, CrontabSchedule schedule, CancellationToken stop)
    {
        var log = logs.CreateLogger(function.Name);
        var status = await store.ReadAsync(function.Name, stop);
        var due = status?.Next ?? Now;
        var isPastDue = status is not null && due < Now;
        while (true)
        {
            await WaitUntilAsync(due, stop);
            await RunOnceAsync(function, new TimerInfo { ScheduleStatus = status, IsPastDue = isPastDue }, log, stop);
            status = new ScheduleStatus { Last = due, Next = schedule.GetNextOccurrence(Now), LastUpdated = Now };
            await NoteAsync(function, status, log, stop);
            (due, isPastDue) = (status.Next, false);
        }
    }

    private async Task NoteAsync(Function function, ScheduleStatus status, ILogger log, CancellationToken stop)
    {
        try
        {
            await store.WriteAsync(function.Name, status, stop);
        }
        catch (Exception problem) when (StorageTrouble.Is(problem))
        {
            log.LogWarning(problem, "The time of this run could not be noted; a restart may run it again");
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task WaitUntilAsync(DateTime due, CancellationToken stop)
    {
        for (var left = due - Now; left > TimeSpan.Zero; left = due - Now)
            await Task.Delay(left < LongestWait ? left : LongestWait, time, stop);
    }

    private async Task RunOnceAsync(Function function, TimerInfo timer, ILogger log, CancellationToken stop)
    {
        try
        {
            await invoker.InvokeAsync(function, Trigger.Of(timer), stop);
        }
        catch (Exception problem) when (!stop.IsCancellationRequested)
        {
            log.LogError(problem, "{Function} failed and runs again at its next time", function.Name);
        }
    }
}

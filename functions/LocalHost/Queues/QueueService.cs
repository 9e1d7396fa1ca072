using Azure.Storage.Queues;
using Ingest.LocalHost.Invocation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Queues;

/// <summary>Listens to the queues of all functions with a queue trigger, and tells how a backlog drains.</summary>
internal sealed class QueueService(
    FunctionCatalogue catalogue,
    FunctionInvoker invoker,
    HostJson host,
    Settings settings,
    TimeProvider time,
    ILoggerFactory logs) : BackgroundService
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    private QueueListener[] listeners = [];

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listeners = [.. catalogue.With<QueueTriggerAttribute>().Select(pair => ListenerOf(pair.Function, pair.Trigger))];
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll([
        .. listeners.Select(listener => listener.RunAsync(stoppingToken)),
        .. listeners.Select(listener => ReportAsync(listener, stoppingToken)),
    ]);

    private QueueListener ListenerOf(Function function, QueueTriggerAttribute trigger)
    {
        var account = new QueueServiceClient(settings.ConnectionString(trigger.Connection));
        var name = settings.Resolve(trigger.QueueName);
        return new QueueListener(
            account.GetQueueClient(name),
            account.GetQueueClient(name + "-poison"),
            host.Queues,
            (message, cancellation) => invoker.InvokeAsync(function, Trigger.Of(message), cancellation),
            time,
            logs.CreateLogger(function.Name));
    }

    private async Task ReportAsync(QueueListener listener, CancellationToken stop)
    {
        var log = logs.CreateLogger(listener.Name);
        var before = 0L;
        using var timer = new PeriodicTimer(ReportInterval, time);
        while (await timer.WaitForNextTickAsync(stop))
        {
            var done = listener.Done;
            // Messages that are only due later are no backlog, and the queue does not tell them apart.
            if ((done > before || listener.IsWorking) && await listener.CountAsync(stop) is > 0 and var waiting)
                log.LogInformation("{Waiting} waiting, {Done} done in {Seconds} s", waiting, done - before, ReportInterval.TotalSeconds);
            before = done;
        }
    }
}

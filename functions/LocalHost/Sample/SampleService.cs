using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Sample;

/// <summary>Says where the sample publishers are.</summary>
internal sealed class SampleService(RunningSample sample, ILoggerFactory logs) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        logs.CreateLogger("Sample").LogInformation("The sample publishers are at {Ann} and {Post}", sample.Ann, sample.Post);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

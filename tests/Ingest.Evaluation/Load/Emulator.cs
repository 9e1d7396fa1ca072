using Ingest.LocalHost.Azurite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Evaluation.Load;

/// <summary>An emulator that keeps everything in memory, as much of it as a large record takes.</summary>
internal static class Emulator
{
    // Node's own limit is about four thousand articles.
    private const string Memory = "--max-old-space-size=14000";

    public static async Task<(AzuriteProcess Process, AzuritePorts Ports)> StartAsync()
    {
        await new AzuriteInstallation(NullLogger.Instance).EnsureAsync(CancellationToken.None);
        Environment.SetEnvironmentVariable("NODE_OPTIONS", Memory);
        var ports = AzuritePorts.AnyFree();
        var process = AzuriteProcess.Start(location: null, ports);
        await process.WaitUntilListeningAsync(CancellationToken.None);
        return (process, ports);
    }
}

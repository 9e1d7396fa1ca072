using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using Ingest.LocalHost;
using Ingest.LocalHost.Azurite;
using Ingest.LocalHost.Sample;

namespace Ingest.Tests.LocalHost;

/// <summary>The whole program as a person starts it: a process of its own on a data folder and a free port.</summary>
internal sealed partial class IngestProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IngestProcess(Process process, int port)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
    }

    public HttpClient Client { get; }

    /// <summary>What it has written so far, one event a line.</summary>
    public string Output
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>How many messages a queue holds, those at work or due later included.</summary>
    public async Task<int> CountMessagesAsync(string queue)
    {
        var ports = Ports().Match(Output);
        var account = new QueueServiceClient(new AzuritePorts(Port("blobs"), Port("queues"), Port("tables")).ConnectionString());
        return (await account.GetQueueClient(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

        int Port(string service) => int.Parse(ports.Groups[service].Value);
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<IngestProcess> StartAsync(string dataFolder, params string[] arguments)
    {
        var port = FreePorts.Any();
        // The usual ones are everybody's: another test might take them between two starts on this folder.
        if (SampleMemory.Load(dataFolder) is null)
            new SampleMemory(FreePorts.Any(), FreePorts.Any(), PostPolls: 0).Save(dataFolder);

        string[] all = [Path.Combine(AppContext.BaseDirectory, "Ingest.Functions.dll"), "--data", dataFolder, "--port", $"{port}", .. arguments];
        var start = new ProcessStartInfo("dotnet", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("AzureWebJobsStorage");
        var ingest = new IngestProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, port);
        await ingest.ListenAsync();
        return ingest;
    }

    /// <summary>Ends it as the system does when it shuts down; Ctrl-C goes the same way.</summary>
    [UnsupportedOSPlatform("windows")]
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Ends it without a chance to put anything away.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task ListenAsync()
    {
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"It ended before it listened: {Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    private void Read(string? line)
    {
        if (line is null)
            return;

        lock (lines)
            lines.Add(line);
        if (line.Contains("Listening on", StringComparison.Ordinal))
            listening.TrySetResult();
    }

    [GeneratedRegex(@"ports (?<blobs>\d+) \(blobs\), (?<queues>\d+) \(queues\) and (?<tables>\d+) \(tables\)")]
    private static partial Regex Ports();
}

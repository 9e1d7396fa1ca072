using System.Diagnostics;

namespace Ingest.LocalHost.Azurite;

/// <summary>A running emulator. It ends with this process, however that ends.</summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(30);

    // One line for each of blob, queue and table.
    private const string ListeningMark = "successfully listening";
    private const int Services = 3;

    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lastLines = [];
    private int services;

    private AzuriteProcess(Process process) => Process = process;

    public Process Process { get; }

    /// <summary>Starts the installed emulator.</summary>
    /// <param name="location">Where it keeps its files; null for none, everything in memory.</param>
    /// <param name="ports">Where it listens.</param>
    /// <param name="accounts">Accounts as "name:key;name:key", or null for the well-known one.</param>
    public static AzuriteProcess Start(string? location, AzuritePorts ports, string? accounts = null)
    {
        string[] arguments =
        [
            "start.js", "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            .. location is null ? (string[])["--inMemoryPersistence"] : ["--location", location],
            "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
        ];
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = AzuriteInstallation.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (accounts is not null)
            start.Environment["AZURITE_ACCOUNTS"] = accounts;

        var azurite = new AzuriteProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        azurite.Run();
        return azurite;
    }

    /// <summary>Waits until all three services answer.</summary>
    /// <exception cref="LocalHostException">It ended before it answered.</exception>
    public Task WaitUntilListeningAsync(CancellationToken cancellation) => listening.Task.WaitAsync(cancellation);

    /// <summary>Lets the emulator write its files and end.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            Process.StandardInput.Close();
            await Process.WaitForExitAsync().WaitAsync(CloseGrace, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            Process.Kill(entireProcessTree: true);
            await Process.WaitForExitAsync();
        }
        finally
        {
            Process.Dispose();
        }
    }

    private void Run()
    {
        Process.OutputDataReceived += (_, line) => Read(line.Data);
        Process.ErrorDataReceived += (_, line) => Read(line.Data);
        Process.Exited += (_, _) => listening.TrySetException(new LocalHostException($"The storage emulator did not start: {LastLines}"));
        Process.Start();
        Process.BeginOutputReadLine();
        Process.BeginErrorReadLine();
    }

    private string LastLines
    {
        get
        {
            lock (lastLines)
                return string.Join(" ", lastLines);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
            return;

        lock (lastLines)
        {
            lastLines.Add(line);
            if (lastLines.Count > 5)
                lastLines.RemoveAt(0);
        }

        if (line.Contains(ListeningMark, StringComparison.Ordinal) && Interlocked.Increment(ref services) == Services)
            listening.TrySetResult();
    }
}

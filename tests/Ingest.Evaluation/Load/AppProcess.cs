using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Ingest.LocalHost;
using Ingest.Storage.Record;

namespace Ingest.Evaluation.Load;

/// <summary>The whole app in a process of its own, on the storage and the papers given; it may be killed and started again.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly int port = FreePorts.Any();
    private readonly Dictionary<string, string> settings;
    private Process? process;

    public AppProcess(string storage, params IReadOnlyList<(string Id, Uri Home)> papers)
    {
        settings = new()
        {
            ["AzureWebJobsStorage"] = storage,
            // The papers are our own; nobody else's would be read so.
            ["Network__Pause"] = "00:00:00",
            ["Network__Deadline"] = "00:00:10",
            // All readers come from one address.
            ["RateLimit__RequestsPerMinute"] = "1000000",
        };
        foreach (var (index, (id, home)) in papers.Index())
        {
            settings[$"Network__AllowedHosts__{index}"] = home.Authority;
            settings[$"Sources__{id}__HomePage"] = home.ToString();
            settings[$"Sources__{id}__FindBy"] = "WordPress";
            settings[$"Sources__{id}__FindAt"] = new Uri(home, "/wp-json/wp/v2/posts").ToString();
            settings[$"Sources__{id}__TimeZone"] = "Asia/Phnom_Penh";
            settings[$"Sources__{id}__Language"] = "en";
        }

        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = TimeSpan.FromMinutes(5) };
    }

    public HttpClient Client { get; }

    /// <summary>Bytes of memory that the process holds now; 0 while there is none.</summary>
    public long WorkingSet
    {
        get
        {
            if (process is not { HasExited: false } running) return 0;
            running.Refresh();
            return running.WorkingSet64;
        }
    }

    /// <summary>Processor time of the process that runs now.</summary>
    public TimeSpan ProcessorTime => process is { HasExited: false } running ? running.TotalProcessorTime : TimeSpan.Zero;

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ingest.Functions.dll"), "--port", $"{port}"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var (started, listening) = (new Process { StartInfo = start, EnableRaisingEvents = true }, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        started.OutputDataReceived += (_, line) => Read(line.Data);
        started.ErrorDataReceived += (_, line) => Read(line.Data);
        started.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The app ended before it listened."));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        process = started;
        await listening.Task.WaitAsync(cancellation);

        void Read(string? line)
        {
            if (line?.Contains("Listening on", StringComparison.Ordinal) == true) listening.TrySetResult();
        }
    }

    /// <summary>Ends it without a chance to put anything away.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running) return;
        if (!running.HasExited) running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
        process = null;
    }

    /// <summary>Asks for an article; false where it could not be asked for now.</summary>
    public async Task<bool> AskForAsync(Uri article, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Client.PostAsJsonAsync("/api/articles", new { url = article }, cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Everything that a list holds, page by page.</summary>
    public async Task<List<T>> AllAsync<T>(string address, CancellationToken cancellation)
    {
        var all = new List<T>();
        for (string? next = address; next is not null;)
        {
            var answer = await Client.GetFromJsonAsync<JsonElement>(next, cancellation);
            all.AddRange(answer.GetProperty("value").EnumerateArray().Select(item => item.Deserialize<T>(RecordJson.Options)!));
            next = answer.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }

        return all;
    }

    /// <summary>How many messages of a queue wait or are being worked on.</summary>
    public async Task<int> WaitingAsync(string queue, CancellationToken cancellation)
    {
        var health = await Client.GetFromJsonAsync<JsonElement>("/api/health", cancellation);
        return health.GetProperty("queues").EnumerateArray().Single(state => state.GetProperty("name").GetString() == queue).GetProperty("waiting").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
    }
}

using Ingest.LocalHost.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Ingest.Evaluation.Load;

/// <summary>Stands between the app and its storage, counts what passes, and lets faults befall it.</summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private static readonly HashSet<string> OfTheConnection = new(["Connection", "Keep-Alive", "Transfer-Encoding", "Host", "Expect", "Date", "Server"], StringComparer.OrdinalIgnoreCase);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly Faults faults;
    private readonly Dictionary<int, int> behind;
    private readonly WebApplication app;
    private long transactions;

    private StorageProxy(AzuritePorts storage, AzuritePorts front, Faults faults)
    {
        (this.faults, Front) = (faults, front);
        behind = new() { [front.Blob] = storage.Blob, [front.Queue] = storage.Queue, [front.Table] = storage.Table };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            foreach (var port in behind.Keys) kestrel.ListenLocalhost(port);
        });
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <summary>Where the app finds its storage.</summary>
    public AzuritePorts Front { get; }

    /// <summary>Requests that came from the app so far.</summary>
    public long Transactions => Interlocked.Read(ref transactions);

    public static async Task<StorageProxy> StartAsync(AzuritePorts storage, Faults faults)
    {
        var proxy = new StorageProxy(storage, AzuritePorts.AnyFree(), faults);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        Interlocked.Increment(ref transactions);
        var fault = faults.OfStorage();
        if (fault is Fault.StorageError or Fault.StorageBusy)
        {
            context.Response.StatusCode = fault == Fault.StorageError ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            using var answer = await client.SendAsync(Copy(context.Request), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await GiveAsync(context, answer, fault);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // The app has gone, or Azurite closed a connection that it held open: either way the caller has no answer.
            context.Abort();
        }
    }

    private HttpRequestMessage Copy(HttpRequest request)
    {
        // Nothing of the address may change: it is signed.
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var address = $"http://127.0.0.1:{behind[request.HttpContext.Connection.LocalPort]}{target}";
        var copy = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0) copy.Content = new StreamContent(request.Body);
        else if (request.ContentLength == 0) copy.Content = new ByteArrayContent([]);
        foreach (var (name, values) in request.Headers)
        {
            if (OfTheConnection.Contains(name)) continue;
            if (!copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)) copy.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return copy;
    }

    private static async Task GiveAsync(HttpContext context, HttpResponseMessage answer, Fault? fault)
    {
        var cancellation = context.RequestAborted;
        switch (fault)
        {
            case Fault.StorageSilence:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
                return;
            case Fault.StorageLostAnswer:
                context.Abort();
                return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!OfTheConnection.Contains(name)) context.Response.Headers[name] = values.ToArray();
        if (fault == Fault.StorageCutAnswer)
        {
            var whole = await answer.Content.ReadAsByteArrayAsync(cancellation);
            context.Response.ContentLength = whole.Length + 1;
            await context.Response.Body.WriteAsync(whole.AsMemory(0, whole.Length / 2), cancellation);
            await context.Response.Body.FlushAsync(cancellation);
            context.Abort();
            return;
        }

        if (answer.StatusCode is not (System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.NotModified) && context.Request.Method != "HEAD")
            await answer.Content.CopyToAsync(context.Response.Body, cancellation);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost;

/// <summary>The application as it runs on this machine. What the person who started it can put right ends it with one line.</summary>
internal sealed class LocalApplication(WebApplication app) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await PlainExit.UnlessAsync(() => ListenAsync(cancellationToken));
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest")
            .LogInformation("Listening on {Addresses}; Ctrl-C ends it", string.Join(" and ", addresses));
    }

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            var port = app.Services.GetRequiredService<LocalHostOptions>().Port;
            throw new LocalHostException($"Port {port} is taken by another program. End that, or start with --port N.", problem);
        }
    }
}

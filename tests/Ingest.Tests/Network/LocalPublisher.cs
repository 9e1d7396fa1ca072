using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Network;

/// <summary>A publisher on a free port of this machine, which answers as a test tells it.</summary>
internal sealed class LocalPublisher : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalPublisher(WebApplication app) => this.app = app;

    /// <summary>host:port, as Network:AllowedHosts wants it.</summary>
    public string Host { get; private set; } = "";

    public Uri At(string path) => new($"http://{Host}{path}");

    public static async Task<LocalPublisher> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new LocalPublisher(app) { Host = new Uri(address).Authority };
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

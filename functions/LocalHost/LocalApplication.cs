using System.Net;
using Ingest.LocalHost.Azurite;
using Ingest.LocalHost.Http;
using Ingest.LocalHost.Invocation;
using Ingest.LocalHost.Queues;
using Ingest.LocalHost.Sample;
using Ingest.LocalHost.Terminal;
using Ingest.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Ingest.LocalHost;

/// <summary>The application as it runs on this machine. What the person who started it can put right ends it with one line.</summary>
internal sealed class LocalApplication(WebApplication app) : IHost, IAsyncDisposable
{
    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await PlainExit.UnlessAsync(() => StartListeningAsync(cancellationToken));
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Ingest").LogInformation("Listening on {Addresses}", string.Join(" ", addresses));
    }

    private async Task StartListeningAsync(CancellationToken cancellationToken)
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

    public Task StopAsync(CancellationToken cancellationToken = default) => app.StopAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Everything that is there before the application adds its own: settings, console, storage.</summary>
    internal static WebApplicationBuilder CreateWebBuilder(LocalHostOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        var storage = LocalStorage.Choose(builder.Configuration, options);
        builder.Configuration[Settings.Storage] = storage.ConnectionString;
        // A page on the web must not reach in through a name that leads here.
        builder.Configuration["AllowedHosts"] = "localhost;127.0.0.1;[::1]";

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (options.Port == 0)
                kestrel.Listen(IPAddress.Loopback, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        AddConsole(builder.Logging);

        builder.Services
            .AddSingleton(options)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(HostJson.Read(AppContext.BaseDirectory))
            .AddSingleton(FunctionCatalogue.Of(options.FunctionClasses))
            .AddSingleton<Settings>()
            .AddSingleton<FunctionInvoker>()
            .AddSingleton<FunctionKeys>()
            .AddSingleton<ScheduleStore>()
            .AddSingleton(storage)
            .AddHostedService<StorageService>();
        if (options.Sample)
            AddSample(builder, options.DataFolder);
        return builder;
    }

    /// <summary>Timers and queues come last, so that what the application starts itself is ready before its functions run.</summary>
    internal static void AddTriggers(IServiceCollection services) =>
        services.AddHostedService<QueueService>().AddHostedService<TimerService>();

    /// <summary>The publishers serve at once, since the settings that lead to them are needed before the application is built.</summary>
    private static void AddSample(WebApplicationBuilder builder, string dataFolder)
    {
        var sample = SamplePublishers.StartAsync(dataFolder).GetAwaiter().GetResult();
        builder.Configuration.AddInMemoryCollection(sample.Settings);
        // Made by the container, so that the container ends it.
        builder.Services.AddSingleton(_ => sample).AddHostedService<SampleService>();
    }

    private static void AddConsole(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.FormatterName = LineFormatter.FormatterName)
            .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        foreach (var framework in new[] { "Microsoft", "System", "Azure" })
            logging.AddFilter(framework, LogLevel.Warning);
    }
}

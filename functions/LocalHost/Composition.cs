using System.Net;
using Ingest.LocalHost.Azurite;
using Ingest.LocalHost.Http;
using Ingest.LocalHost.Invocation;
using Ingest.LocalHost.Queues;
using Ingest.LocalHost.Sample;
using Ingest.LocalHost.Terminal;
using Ingest.LocalHost.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Ingest.LocalHost;

/// <summary>What the local host is made of.</summary>
internal static class Composition
{
    /// <summary>Everything that is there before the application adds its own: settings, console, storage.</summary>
    public static WebApplicationBuilder CreateBuilder(LocalHostOptions options)
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

        // What a lambda makes, the container ends.
        builder.Services
            .AddSingleton(options)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(HostJson.Read(AppContext.BaseDirectory))
            .AddSingleton(FunctionCatalogue.Of(options.FunctionClasses))
            .AddSingleton<Settings>()
            .AddSingleton<FunctionInvoker>()
            .AddSingleton<FunctionKeys>()
            .AddSingleton<ScheduleStore>()
            .AddSingleton(_ => storage)
            .AddHostedService<StorageService>();
        if (options.Sample)
            AddSample(builder, options.DataFolder);
        else
            builder.Services.AddSingleton<ILoggerProvider, SampleHint>();
        return builder;
    }

    /// <summary>Timers and queues come last, so that what the application starts itself is ready before its functions run.</summary>
    public static void AddTriggers(IServiceCollection services) =>
        services.AddHostedService<QueueService>().AddHostedService<TimerService>();

    /// <summary>The publishers serve at once, since the settings that lead to them are needed before the application is built.</summary>
    private static void AddSample(WebApplicationBuilder builder, string dataFolder)
    {
        var sample = SamplePublishers.StartAsync(dataFolder).GetAwaiter().GetResult();
        builder.Configuration.AddInMemoryCollection(sample.Settings);
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

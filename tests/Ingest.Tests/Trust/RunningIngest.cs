using Ingest.Extraction.LanguageService;
using Ingest.Functions;
using Ingest.Functions.Operation;
using Ingest.Queries;
using Ingest.Queries.Page;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.LocalHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Tests.Trust;

/// <summary>The app's HTTP functions as Program.cs puts them together, without its timers and queues.</summary>
internal static class RunningIngest
{
    /// <summary>Every function with an HTTP trigger, with its class.</summary>
    public static IEnumerable<(Type Class, HttpTriggerAttribute Trigger)> HttpFunctions =>
        from type in typeof(RateLimit).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        from parameter in method.GetParameters()
        from trigger in parameter.GetCustomAttributes(typeof(HttpTriggerAttribute), inherit: false).Cast<HttpTriggerAttribute>()
        select (type, trigger);

    public static Task<RunningHost> StartAsync(string storage, params (string Name, string Value)[] settings) => StartAsync(storage, add: null, settings);

    /// <summary>Likewise, with services of the test's own.</summary>
    public static Task<RunningHost> StartAsync(string storage, Action<IServiceCollection>? add, params (string Name, string Value)[] settings) =>
        RunningHost.StartAsync(storage, HttpFunctions.Select(f => f.Class).Distinct(), builder => Configure(builder, add), settings);

    /// <summary>Puts the app's services together.</summary>
    public static void Configure(FunctionsApplicationBuilder builder, Action<IServiceCollection>? add)
    {
        builder.Services.AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries().AddPage();
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddCors();
        builder.UseMiddleware<OriginalRequest>().UseMiddleware<Cors>().UseMiddleware<RateLimit>().UseMiddleware<Outages>();
        add?.Invoke(builder.Services);
    }
}

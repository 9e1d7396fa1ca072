using Ingest.Functions;
using Ingest.Tests.LocalHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Trust;

/// <summary>The app's HTTP functions with all that stands before them, without its timers and queues.</summary>
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

    /// <summary>Puts the app together, with services of the test's own.</summary>
    public static void Configure(FunctionsApplicationBuilder builder, Action<IServiceCollection>? add)
    {
        builder.AddIngest();
        add?.Invoke(builder.Services);
    }
}

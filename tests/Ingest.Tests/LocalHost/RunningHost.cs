using System.Threading.Channels;
using Ingest.LocalHost;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.LocalHost;

/// <summary>A local host that runs the functions of a test, on a port of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost host;

    private RunningHost(IHost host)
    {
        this.host = host;
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public static async Task<RunningHost> StartAsync(
        string storage,
        IEnumerable<Type> functions,
        Action<FunctionsApplicationBuilder>? configure = null,
        params (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        all.Add("AzureWebJobsStorage", storage);
        var builder = new FunctionsApplicationBuilder(new LocalHostOptions { Port = 0, FunctionClasses = functions, Settings = all });
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new RunningHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}

/// <summary>What functions under test have to tell, in the order of its happening.</summary>
public sealed class Diary
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public void Write(string line) => lines.Writer.TryWrite(line);

    /// <summary>The next line; a test that waits in vain fails instead of hanging.</summary>
    public async Task<string> NextAsync() =>
        await lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

    /// <summary>Whether everything that happened has been read.</summary>
    public bool IsRead => lines.Reader.Count == 0;
}

using Ingest.Articles;
using Ingest.Network;
using Ingest.Network.Robots;
using Ingest.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Sources;

/// <summary>Brings the sources, the way out to them and the fetching of articles into an application.</summary>
public static class SourceServices
{
    /// <summary>
    /// Needs <see cref="StorageServices.AddRecord"/> and the settings that <c>Network</c>, <c>Polling</c> and <c>Sources</c>
    /// begin; they are checked at start.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<NetworkOptions>().BindConfiguration("Network").ValidateOnStart();
        services.AddOptions<PollingOptions>().BindConfiguration("Polling").ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<NetworkOptions>, NetworkOptionsCheck>()
            .AddSingleton<IValidateOptions<PollingOptions>, PollingOptionsCheck>()
            .AddSingleton<ConfiguredSources>()
            .AddHostedService(provider => provider.Get<ConfiguredSources>())
            .AddSingleton(provider => new NetworkGate(provider.Get<IOptions<NetworkOptions>>(), provider.Get<TimeProvider>()))
            .AddSingleton<HostStore>()
            .AddSingleton<HostTurns>()
            .AddSingleton<RobotsCache>()
            .AddSingleton<Fetcher>()
            .AddSingleton<SourceStore>()
            .AddSingleton<SourceFinder>()
            .AddSingleton<AliasStore>()
            .AddSingleton<ClusterStore>()
            .AddSingleton<ArticleQueues>()
            .AddSingleton<ArticleHandOver>()
            .AddSingleton<ArticleRereader>()
            // What functions take is public, what it is made of is not, and the container calls public constructors alone.
            .AddSingleton(provider => new ArticleStore(provider.Get<StorageClients>()))
            .AddSingleton(provider => new SourceCatalogue(provider.Get<ConfiguredSources>(), provider.Get<SourceStore>(), provider.Get<TimeProvider>()))
            .AddSingleton(provider => new SourcePoller(
                provider.Get<SourceCatalogue>(),
                provider.Get<SourceStore>(),
                provider.Get<SourceFinder>(),
                provider.Get<ArticleQueues>(),
                provider.Get<IOptions<PollingOptions>>(),
                provider.Get<TimeProvider>(),
                provider.Get<ILogger<SourcePoller>>()))
            .AddSingleton(provider => new BackfillWalker(
                provider.Get<SourceCatalogue>(),
                provider.Get<SourceStore>(),
                provider.Get<Fetcher>(),
                provider.Get<AliasStore>(),
                provider.Get<ArticleStore>(),
                provider.Get<ArticleQueues>(),
                provider.Get<WorkQueues>(),
                provider.Get<TimeProvider>(),
                provider.Get<ILogger<BackfillWalker>>()))
            .AddSingleton(provider => new SourceRegister(
                provider.Get<SourceCatalogue>(),
                provider.Get<SourceStore>(),
                provider.Get<SourceFinder>(),
                provider.Get<BackfillWalker>(),
                provider.Get<ArticleQueues>()))
            .AddSingleton<SourceRequests>()
            .AddSingleton(provider => new ArticleFetcher(
                provider.Get<Fetcher>(),
                provider.Get<SourceCatalogue>(),
                provider.Get<SourceStore>(),
                provider.Get<AliasStore>(),
                provider.Get<ArticleStore>(),
                provider.Get<ArticleRereader>(),
                provider.Get<ArticleHandOver>(),
                provider.Get<ArticleQueues>(),
                provider.Get<TimeProvider>(),
                provider.Get<ILogger<ArticleFetcher>>()));
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}

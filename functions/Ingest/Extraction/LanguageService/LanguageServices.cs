using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Identity;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ingest.Extraction.LanguageService;

/// <summary>Brings the optional Language service into an application.</summary>
public static class LanguageServices
{
    /// <summary>One setting, Language:Endpoint, turns it on.</summary>
    public static IServiceCollection AddLanguageService(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LanguageServiceOptions>().BindConfiguration(LanguageServiceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<MentionExtractor>();
        services
            .AddSingleton<BuiltInFinder>()
            .AddSingleton(provider => new FindingStore(provider.GetRequiredService<StorageClients>()))
            .AddSingleton(provider => new ArticleEnricher(
                provider.GetRequiredService<ArticleStore>(),
                provider.GetRequiredService<FindingStore>(),
                provider.GetRequiredService<ArticleQueues>(),
                provider.GetService<LanguageServiceFinder>(),
                provider.GetRequiredService<ILogger<ArticleEnricher>>()));
        if (!string.IsNullOrWhiteSpace(configuration[$"{LanguageServiceOptions.Section}:{nameof(LanguageServiceOptions.Endpoint)}"]))
            services.AddSingleton<IRecordAllowance, LanguageAllowance>().AddSingleton<LanguageServiceFinder>().AddSingleton(Client);
        return services;
    }

    private static TextAnalyticsClient Client(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<LanguageServiceOptions>>().Value;
        var endpoint = new Uri(options.Endpoint!);
        var clientOptions = new TextAnalyticsClientOptions();
        // One quick try more; a longer trouble is waited out in the queue, where waiting costs nothing.
        clientOptions.Retry.MaxRetries = 1;
        if (!string.IsNullOrEmpty(options.Key)) return new TextAnalyticsClient(endpoint, new AzureKeyCredential(options.Key), clientOptions);
        TokenCredential identity = string.IsNullOrEmpty(options.ClientId)
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.ClientId));
        return new TextAnalyticsClient(endpoint, identity, clientOptions);
    }
}

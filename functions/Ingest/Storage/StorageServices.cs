using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Storage.Backup;
using Ingest.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ingest.Storage;

/// <summary>Brings the storage account and the record in it into an application.</summary>
public static class StorageServices
{
    /// <summary>Needs the settings that <c>AzureWebJobsStorage</c> begins; they are read when the first client is asked for.</summary>
    public static IServiceCollection AddRecord(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<StorageClients>()
            .AddSingleton<RowReader>()
            .AddSingleton<RowWriter>()
            .AddSingleton<OfficialDirectory>()
            .AddSingleton<Vocabulary>()
            .AddSingleton<ChangeLog>()
            .AddSingleton<OfficialMerges>()
            .AddSingleton<RecordWriter>()
            .AddSingleton<MentionExtractor>()
            .AddSingleton(p => new MentionRecorder(
                p.GetRequiredService<ArticleStore>(),
                p.GetRequiredService<MentionExtractor>(),
                p.GetRequiredService<RecordWriter>(),
                p.GetRequiredService<ArticleEnricher>(),
                p.GetRequiredService<ILogger<MentionRecorder>>()))
            .AddSingleton(provider => new RecordExport(provider.GetRequiredService<StorageClients>()))
            .AddSingleton(provider => new RecordImport(provider.GetRequiredService<StorageClients>()))
            .AddHostedService<StorageCreation>();
    }
}

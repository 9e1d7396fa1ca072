using Ingest.Articles;
using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Storage.Backup;
using Ingest.Storage.Check;
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
            .AddSingleton<WorkQueues>()
            .AddSingleton<ChangeLog>()
            .AddSingleton<OfficialMerges>()
            .AddSingleton<RecordWriter>()
            .AddSingleton<MentionExtractor>()
            .AddSingleton(p => new MentionRecorder(
                p.GetRequiredService<ArticleStore>(),
                p.GetRequiredService<ArticleRereader>(),
                p.GetRequiredService<ArticleQueues>(),
                p.GetRequiredService<MentionExtractor>(),
                p.GetRequiredService<RecordWriter>(),
                p.GetRequiredService<ArticleEnricher>(),
                p.GetRequiredService<ILogger<MentionRecorder>>()))
            .AddSingleton(provider => new RecordExport(provider.GetRequiredService<StorageClients>()))
            .AddSingleton(provider => new RecordImport(provider.GetRequiredService<StorageClients>()))
            .AddSingleton(provider => new RecordCheck(CheckStages(provider)))
            .AddHostedService<StorageCreation>();
    }

    // The log must be whole before anything is told, articles before what is computed from them, and all rows before the officials.
    private static IEnumerable<ICheckStage> CheckStages(IServiceProvider provider)
    {
        yield return Make<LogCheck>();
        yield return Make<ArticleCheck>();
        yield return Make<ToldCheck>();
        yield return Make<ClusterCheck>();
        foreach (var table in new[] { StorageNames.StatementsTable, StorageNames.FiguresTable, StorageNames.HeadlinesTable, StorageNames.DatesTable, StorageNames.PostingsTable })
            yield return ActivatorUtilities.CreateInstance<IndexCheck>(provider, table);
        yield return Make<OfficialCheck>();
        yield return Make<WordCheck>();

        T Make<T>() => ActivatorUtilities.CreateInstance<T>(provider);
    }
}

using Ingest.Extraction;
using Ingest.Extraction.LanguageService;
using Ingest.Queries.Paging;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Check;
using Ingest.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Queries;

/// <summary>Brings the queries into an application that has the record.</summary>
public static class QueryServices
{
    /// <summary>Needs <see cref="StorageServices.AddRecord"/>.</summary>
    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        services.AddOptions<QueryOptions>().BindConfiguration(QueryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SigningOptions>().BindConfiguration(SigningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<SigningKey>()
            .AddSingleton<CursorSigner>()
            .AddSingleton<PageAnswerer>()
            .AddSingleton<MentionFinder>()
            .AddSingleton<StatementFinder>()
            .AddSingleton<FigureFinder>()
            .AddSingleton<ArticleFinder>()
            .AddSingleton<DateFinder>()
            .AddSingleton<OfficialFinder>()
            .AddSingleton(p => new StatementQueries(Get<StatementFinder>(p), Get<PageAnswerer>(p)))
            .AddSingleton(p => new FigureQueries(Get<FigureFinder>(p), Get<PageAnswerer>(p)))
            .AddSingleton(p => new DateQueries(Get<DateFinder>(p), Get<PageAnswerer>(p)))
            .AddSingleton<ExtractQueries>()
            .AddSingleton(p => new Corrections(Get<RowReader>(p), Get<RecordWriter>(p), Get<OfficialDirectory>(p), Get<ArticleStore>(p), Get<ArticleQueues>(p), Get<TimeProvider>(p)))
            .AddSingleton<Reextraction>()
            .AddSingleton(p => new OperatorQueries(Get<WorkQueues>(p), Get<ChangeLog>(p), Get<Reextraction>(p), Get<RecordCheck>(p)))
            .AddSingleton(p => new StatisticsQueries(Get<StatementFinder>(p), Get<PageAnswerer>(p)))
            .AddSingleton(p => new ChangeQueries(Get<ChangeLog>(p), Get<CursorSigner>(p), Get<TimeProvider>(p)))
            .AddSingleton(p => new CitationQueries(Get<StatementFinder>(p), Get<ArticleStore>(p), Get<SourceCatalogue>(p)))
            .AddSingleton(p => new ArticleQueries(
                Get<ArticleFinder>(p), Get<PageAnswerer>(p), Get<ArticleStore>(p), Get<MentionExtractor>(p), Get<RowReader>(p), Get<IOptions<QueryOptions>>(p), Get<IHostEnvironment>(p)))
            .AddSingleton(p => new FindingQueries(Get<ArticleStore>(p), Get<FindingStore>(p), Get<BuiltInFinder>(p)))
            .AddSingleton(p => new OfficialQueries(Get<OfficialFinder>(p), Get<OfficialDirectory>(p), Get<PageAnswerer>(p), Get<TimeProvider>(p)));
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}

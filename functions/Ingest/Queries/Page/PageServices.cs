using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Queries.Page;

/// <summary>Brings the page into an application that has the queries and the sources.</summary>
public static class PageServices
{
    /// <summary>Needs <see cref="QueryServices.AddQueries"/>.</summary>
    public static IServiceCollection AddPage(this IServiceCollection services) => services
        .AddSingleton<SourceNames>()
        .AddSingleton<SearchPage>()
        .AddSingleton<StatementPage>()
        .AddSingleton<OfficialPages>()
        .AddSingleton<ArticlePage>()
        .AddSingleton<FigurePage>()
        .AddSingleton<CalendarPage>()
        .AddSingleton<SourcePage>()
        .AddSingleton<TryPage>()
        .AddSingleton(p => new Pages(
            p.GetRequiredService<SearchPage>(),
            p.GetRequiredService<StatementPage>(),
            p.GetRequiredService<OfficialPages>(),
            p.GetRequiredService<ArticlePage>(),
            p.GetRequiredService<FigurePage>(),
            p.GetRequiredService<CalendarPage>(),
            p.GetRequiredService<SourcePage>(),
            p.GetRequiredService<TryPage>()));
}

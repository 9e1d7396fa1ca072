using Ingest.Extraction.LanguageService;
using Ingest.Functions.Operation;
using Ingest.Queries;
using Ingest.Queries.Page;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Functions;

/// <summary>What the app is made of, whoever hosts it.</summary>
internal static class Composition
{
    /// <summary>Adds every service that the functions take, and what each request passes on its way to them, in this order.</summary>
    public static FunctionsApplicationBuilder AddIngest(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries().AddPage();
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddCors();
        builder.UseMiddleware<OriginalRequest>().UseMiddleware<Cors>().UseMiddleware<RateLimit>().UseMiddleware<Outages>();
        return builder;
    }
}

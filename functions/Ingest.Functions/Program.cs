using Ingest.Extraction.LanguageService;
using Ingest.Functions;
using Ingest.Functions.Operation;
using Ingest.Queries;
using Ingest.Queries.Page;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddTelemetry();
builder.Services.AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries().AddPage();
builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddCors();
builder.UseMiddleware<OriginalRequest>().UseMiddleware<Cors>().UseMiddleware<RateLimit>().UseMiddleware<Outages>();
builder.Build().Run();

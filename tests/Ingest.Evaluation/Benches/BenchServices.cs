using Ingest.Extraction.LanguageService;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Ingest.Evaluation.Benches;

/// <summary>The app's services without its functions, on a storage account.</summary>
internal static class BenchServices
{
    public static ServiceProvider On(string connection, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", connection), .. settings]).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production })
            .AddLogging()
            .AddRecord()
            .AddSources()
            .AddLanguageService(configuration)
            .AddQueries()
            .BuildServiceProvider();
    }
}

using Ingest.Extraction.LanguageService;
using Ingest.Functions.Page;
using Ingest.LocalHost;
using Ingest.LocalHost.Sample;
using Ingest.Queries;
using Ingest.Queries.Page;
using Ingest.Sources;
using Ingest.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>
/// The page on a record that holds the sample, and a real Chromium to look at it. Chromium is looked for at CHROMIUM, then where Debian
/// puts it, then where Playwright does; where there is none the tests are skipped and say how to get one.
/// </summary>
public sealed class PageFixture(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>What an editor must send.</summary>
    public const string Key = "an editor's key";

    private const string DebiansChromium = "/usr/bin/chromium";
    private const string HowToGetOne = "No Chromium was found. Set CHROMIUM to its path, or run: apt-get install -y chromium";

    private readonly string folder = Directory.CreateTempSubdirectory("ingest-page-").FullName;

    private IHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the page answers.</summary>
    public Uri Home { get; private set; } = null!;

    /// <summary>Publishers whose articles may be fetched.</summary>
    internal RunningSample Publishers { get; private set; } = null!;

    /// <summary>The application behind the page.</summary>
    internal IServiceProvider Services => host!.Services;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        var chromium = new[] { Environment.GetEnvironmentVariable("CHROMIUM"), DebiansChromium, playwright.Chromium.ExecutablePath }.FirstOrDefault(File.Exists);
        if (chromium is null) return;
        // Chromium refuses its sandbox to root, whom containers often run as.
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
        Publishers = await SamplePublishers.StartAsync(folder);
        host = await StartAsync(await azurite.NewAccountAsync(), Publishers.Settings);
        await SampleRecord.FillAsync(host.Services, CancellationToken.None);
        Home = AddressOf(host);
    }

    /// <summary>Where a host listens.</summary>
    internal static Uri AddressOf(IHost host) => new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A page of a browser of its own; what its console says and what fails in it is kept.</summary>
    internal async Task<Visitor> VisitAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, Uri? home = null)
    {
        Assert.SkipWhen(browser is null, HowToGetOne);
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = $"{home ?? Home}",
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (host is not null)
        {
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
            await Publishers.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The page, its queries and the editor's desk on a storage account.</summary>
    internal static async Task<IHost> StartAsync(string storage, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var functions = typeof(ShowSearch).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "Ingest.Functions.Page" or "Ingest.Functions.Queries" or "Ingest.Functions.Corrections");
        var builder = new FunctionsApplicationBuilder(new LocalHostOptions
        {
            Port = 0,
            FunctionClasses = functions,
            Settings = new Dictionary<string, string?>(settings) { ["AzureWebJobsStorage"] = storage, ["FunctionsKey"] = Key },
        });
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddRecord().AddSources().AddLanguageService(builder.Configuration).AddQueries().AddPage();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}

/// <summary>The tests that share one page and one browser.</summary>
[CollectionDefinition]
public sealed class SharedPage : ICollectionFixture<PageFixture>;

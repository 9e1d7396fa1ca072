using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ingest.Extraction.LanguageService;
using Ingest.Functions;
using Ingest.Network;
using Ingest.Queries;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.House;

namespace Ingest.Tests.Infra;

/// <summary>The template sets what the app reads, and nothing else.</summary>
public sealed partial class SettingsTests
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Cursors"] = typeof(SigningOptions),
        ["Language"] = typeof(LanguageServiceOptions),
        ["Network"] = typeof(NetworkOptions),
        ["Polling"] = typeof(PollingOptions),
        ["Queries"] = typeof(QueryOptions),
        ["RateLimit"] = typeof(RateLimitOptions),
    };

    // On Azure nothing is reached by a key, the cursors' key is made by the app itself, and nobody is exempt from the address check.
    private static readonly string[] NeverOnAzure = ["Cursors__Key", "Language__Key", "Network__AllowedHosts"];

    // Read by the Functions host and by StorageConnection, which names them one by one in its comment.
    private static readonly string[] ReadByTheHost =
    [
        "AzureWebJobsDisableHomepage",
        "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential",
        "AzureWebJobsStorage__queueServiceUri",
        "AzureWebJobsStorage__tableServiceUri",
    ];

    // A collector of one's own is for those who run elsewhere.
    private static readonly string[] ReadElsewhere = ["OTEL_EXPORTER_OTLP_ENDPOINT"];

    [Fact]
    public void The_template_sets_what_the_app_reads() =>
        Assert.Equal(Read().Except(NeverOnAzure).Except(ReadElsewhere).Concat(ReadByTheHost).Order(StringComparer.Ordinal), Set().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_section_that_is_bound_is_known_here()
    {
        var bound = Repository.Files("functions", "*.cs")
            .SelectMany(file => Bindings().Matches(File.ReadAllText(Repository.At(file))))
            .Select(binding => binding.Groups["type"].Value)
            .Distinct();

        Assert.Equal(Sections.Values.Select(type => type.Name).Order(StringComparer.Ordinal), bound.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Read() =>
        Sections.SelectMany(section => Names(section.Key, section.Value))
            .Concat(Repository.Files("functions/Ingest.Functions", "*.cs").SelectMany(file => Literals().Matches(File.ReadAllText(Repository.At(file)))).Select(read => read.Groups["name"].Value));

    private static IEnumerable<string> Names(string section, Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null).Select(p => $"{section}__{p.Name}");

    private static IEnumerable<string> Set()
    {
        using var fixedSettings = JsonDocument.Parse(File.ReadAllText(Repository.At("infra/app/settings.json")));
        var template = File.ReadAllText(Repository.At("infra/app/functions.bicep"));
        var block = template[template.IndexOf("'appsettings'", StringComparison.Ordinal)..template.IndexOf("json(extraSettings)", StringComparison.Ordinal)];
        return [.. fixedSettings.RootElement.EnumerateObject().Select(setting => setting.Name), .. SettingNames().Matches(block).Select(setting => setting.Groups["name"].Value)];
    }

    [GeneratedRegex(@"AddOptions<(?<type>\w+)>\(\)\.BindConfiguration", RegexOptions.NonBacktracking)]
    private static partial Regex Bindings();

    [GeneratedRegex(@"Configuration\[""(?<name>[A-Z_]+)""\]", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();

    [GeneratedRegex(@"^      (?<name>\w+): ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex SettingNames();
}

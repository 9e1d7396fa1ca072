using System.Text.RegularExpressions;

namespace Ingest.Tests.House;

/// <summary>Which folder may know which package: the borders that keep each thing in its one home.</summary>
public sealed partial class BorderTests
{
    public static TheoryData<string, string[]> Borders => new()
    {
        { "AngleSharp", ["functions/Ingest/Feeds/", "functions/Ingest/Articles/", "functions/LocalHost/Sample/"] },
        { "Azure.Data.Tables", ["functions/Ingest/Storage/"] },
        { "Azure.Storage", ["functions/Ingest/Storage/", "functions/LocalHost/"] },
        { "Azure.AI.TextAnalytics", ["functions/Ingest/Extraction/", "functions/LocalHost/"] },
        { "Microsoft.Azure.Functions", ["functions/Ingest.Functions/", "functions/LocalHost/"] },
        { "Lucene.Net", ["functions/Ingest/Queries/"] },
    };

    [Theory]
    [MemberData(nameof(Borders))]
    public void A_package_is_known_only_in_its_home(string package, string[] homes)
    {
        var strangers = Repository.Files("functions", "*.cs")
            .Where(file => !homes.Any(file.StartsWith))
            .Where(file => Usings().Matches(File.ReadAllText(Repository.At(file))).Any(u => IsOf(package, u.Groups["name"].Value)));

        Assert.Empty(strangers);
    }

    private static bool IsOf(string package, string name) => name == package || name.StartsWith(package + ".", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Usings();
}

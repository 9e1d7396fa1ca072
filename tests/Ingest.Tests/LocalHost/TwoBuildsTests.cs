using System.Diagnostics;
using System.Text.Json;
using Ingest.Tests.House;

namespace Ingest.Tests.LocalHost;

/// <summary>One source, two builds: which packages and folders each takes, as MSBuild evaluates the function app.</summary>
public sealed class TwoBuildsTests
{
    private static readonly string[] WorkerPackages =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
        "Microsoft.Azure.Functions.Worker.Sdk",
    ];

    [Theory]
    [InlineData("false", "obj/local/", "bin/local/")]
    [InlineData("true", "obj/azure/", "bin/azure/", "-p:AzureBuild=true")]
    // What `dotnet publish` sets.
    [InlineData("true", "obj/azure/", "bin/azure/", "-p:_IsPublishing=true")]
    [InlineData("false", "obj/local/", "bin/local/", "-p:_IsPublishing=true", "-p:AzureBuild=false")]
    public async Task Each_build_has_its_own_packages_and_its_own_folders(string azure, string intermediate, string output, params string[] arguments)
    {
        var app = await EvaluateAsync("functions/Ingest.Functions", arguments);

        Assert.Equal(azure, app.Property("AzureBuild"));
        Assert.EndsWith(intermediate, app.Property("BaseIntermediateOutputPath"), StringComparison.Ordinal);
        Assert.EndsWith(output, app.Property("BaseOutputPath"), StringComparison.Ordinal);
        Assert.Equal(azure == "true" ? WorkerPackages : [], app.Items("PackageReference").Where(name => name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)).Order());
        Assert.Equal(azure != "true", app.Items("ProjectReference").Any(name => name.Contains("LocalHost", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("-p:AzureBuild=true", true)]
    [InlineData("-p:AzureBuild=false", false)]
    public async Task The_library_takes_the_language_service_from_the_package_or_from_its_stand_in(string argument, bool package)
    {
        var library = await EvaluateAsync("functions/Ingest", argument);

        Assert.Equal(package, library.Items("PackageReference").Contains("Azure.AI.TextAnalytics"));
        Assert.Equal(!package, library.Items("ProjectReference").Any(name => name.Contains("LocalHost", StringComparison.Ordinal)));
    }

    private static async Task<Evaluation> EvaluateAsync(string project, params string[] arguments)
    {
        string[] query = ["-getProperty:AzureBuild", "-getProperty:BaseIntermediateOutputPath", "-getProperty:BaseOutputPath", "-getItem:PackageReference", "-getItem:ProjectReference"];
        var start = new ProcessStartInfo("dotnet", ["msbuild", Repository.At(project), "-nodeReuse:false", .. query, .. arguments]) { RedirectStandardOutput = true };
        start.Environment.Remove("AzureBuild");
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Evaluation(JsonDocument.Parse(answer).RootElement);
    }

    private sealed record Evaluation(JsonElement Json)
    {
        public string? Property(string name) => Json.GetProperty("Properties").GetProperty(name).GetString();

        public string[] Items(string name) =>
            [.. Json.GetProperty("Items").GetProperty(name).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }
}

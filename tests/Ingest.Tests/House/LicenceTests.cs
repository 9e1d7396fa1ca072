using System.Text.Json;
using System.Xml.Linq;

namespace Ingest.Tests.House;

/// <summary>functions/LICENSES.md names every package that the app is built with, and its licence.</summary>
public sealed class LicenceTests
{
    [Fact]
    public void Every_package_is_listed_with_its_licence()
    {
        var listed = File.ReadLines(Repository.At("functions/LICENSES.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        Assert.Equal(Packages().Select(p => $"| {p.Name} | {p.Licence} |").Order(StringComparer.Ordinal), listed);
    }

    private static IEnumerable<(string Name, string Licence)> Packages()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Repository.At("functions/Ingest.Functions/obj/local/project.assets.json")));
        var folders = assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
        foreach (var library in assets.RootElement.GetProperty("libraries").EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() != "package") continue;
            var path = library.Value.GetProperty("path").GetString()!;
            var name = library.Name.Split('/')[0];
            var nuspec = folders.Select(f => Path.Combine(f, path, name.ToLowerInvariant() + ".nuspec")).First(File.Exists);
            yield return (name, Licence(nuspec));
        }
    }

    private static string Licence(string nuspec)
    {
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        if (licence is null) return metadata.Elements().First(e => e.Name.LocalName == "licenseUrl").Value;
        if (licence.Attribute("type")?.Value == "expression") return licence.Value;
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(nuspec)!, licence.Value));
        return text.Contains("Apache License", StringComparison.Ordinal) ? "Apache-2.0" : licence.Value;
    }
}

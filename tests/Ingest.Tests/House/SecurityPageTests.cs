using System.Text.RegularExpressions;

namespace Ingest.Tests.House;

/// <summary>SECURITY.md names for each of its promises the tests that keep it.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.At("SECURITY.md"));

    [Fact]
    public void Every_link_leads_to_a_file() =>
        Assert.DoesNotContain(Lines.SelectMany(Links), path => !File.Exists(Repository.At(path)));

    [Fact]
    public void Every_promise_is_kept_by_tests()
    {
        var promises = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| promise", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(promises);
        Assert.DoesNotContain(promises, line => !Links(line).Any(IsTest));
    }

    private static bool IsTest(string path) =>
        path.EndsWith("Tests.cs", StringComparison.Ordinal) && File.ReadAllText(Repository.At(path)) is var text && (text.Contains("[Fact", StringComparison.Ordinal) || text.Contains("[Theory", StringComparison.Ordinal));

    private static IEnumerable<string> Links(string line) => Link().Matches(line).Select(link => link.Groups["path"].Value);

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(?:#[^)]*)?\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}

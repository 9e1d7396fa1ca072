using System.Reflection;
using System.Text.RegularExpressions;
using Ingest.Articles;
using Ingest.Feeds;
using Ingest.Functions;

namespace Ingest.Tests.House;

/// <summary>No text of strangers makes a pattern run away: patterns do not backtrack, but where what they are given is cut short first.</summary>
public sealed partial class RegexTests
{
    // Each cuts its text to fewer characters than 201; what is longer is tried on all of them by HostileInputTests.
    private static readonly Type[] Bounded = [typeof(PublicationTime), typeof(ReportMarks), typeof(PlainTextParser)];

    [Fact]
    public void Patterns_do_not_backtrack_on_long_text()
    {
        var patterns =
            from type in new[] { typeof(PublicationTime).Assembly, typeof(RateLimit).Assembly }.SelectMany(assembly => assembly.GetTypes())
            from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
            from pattern in method.GetCustomAttributes<GeneratedRegexAttribute>()
            select (type, method.Name, pattern.Options);
        var all = patterns.ToList();

        Assert.NotEmpty(all);
        Assert.DoesNotContain(all, pattern => !pattern.Options.HasFlag(RegexOptions.NonBacktracking) && !Bounded.Contains(pattern.type));
    }

    [Fact]
    public void Patterns_are_made_by_the_compiler_where_this_test_sees_them() =>
        Assert.DoesNotContain(Repository.Files("functions", "*.cs"), file => MadeElsewhere().IsMatch(File.ReadAllText(Repository.At(file))));

    [GeneratedRegex(@"new Regex\(|Regex\.(?:Match|Matches|IsMatch|Replace|Split|Count|EnumerateMatches)\(", RegexOptions.NonBacktracking)]
    private static partial Regex MadeElsewhere();
}

using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.LocalHost.Sample;

namespace Ingest.Tests.Sample;

/// <summary>What a sample article should yield, as its *.expected.json says; offsets count in its paragraphs, parted by an empty line.</summary>
internal sealed record ExpectedYields(
    ExpectedArticle Article,
    ImmutableArray<ExpectedStatement> Statements,
    ImmutableArray<ExpectedOfficial> Officials,
    ImmutableArray<ExpectedFigure> Figures,
    ImmutableArray<ExpectedDate> Dates)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The folder of the sample's articles in this repository.</summary>
    public static string Folder { get; } = Path.Combine(
        typeof(ExpectedYields).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!,
        "functions", "LocalHost", "Sample", "Articles");

    /// <summary>Every sample article by its path below <see cref="Folder"/>, without extension; with '/' on every system.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static ExpectedYields Of(string name) => JsonSerializer.Deserialize<ExpectedYields>(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")), Format)!;

    public static SampleArticle ArticleOf(string name) => SampleArticle.Parse(Path.GetFileName(name), File.ReadAllText(Path.Combine(Folder, name + ".txt")));
}

internal sealed record ExpectedArticle(string Title, ImmutableArray<string> Authors, DateTimeOffset Published, string Language, ImmutableArray<string> Captions, string? Dateline = null, string? Credit = null, string Kind = "article");

internal sealed record ExpectedStatement(string Kind, string? Speaker, string? Name, string? Title, string? Cue, ImmutableArray<ExpectedPiece> Pieces);

internal sealed record ExpectedPiece(int Start, string Text);

internal sealed record ExpectedOfficial(string Name, ImmutableArray<string> Titles, string Status, string? Organisation);

internal sealed record ExpectedFigure(int Start, string Text, JsonElement Value, string Bound, string Unit);

internal sealed record ExpectedDate(int Start, string Text, string Type, string? Value, DateOnly? From, DateOnly? To);

using System.Text.RegularExpressions;
using Ingest.Extraction.Statements;
using Ingest.Queries.Formats;
using Ingest.Storage.Record;

namespace Ingest.Tests.Queries.Formats;

public sealed partial class CitationTests
{
    private const string Link = "https://paper.example/dam#:~:text=The%20dam%20stands";

    [Theory]
    [InlineData("apa", "Sok Dara. (2026, November 20). The dam. The Paper. " + Link)]
    [InlineData("chicago", "Sok Dara. “The dam.” The Paper, November 20, 2026. " + Link + ".")]
    public void A_work_is_cited_as_the_style_has_it(string style, string expected) => Assert.Equal(expected, Cited(style, ["Sok Dara"]));

    [Theory]
    [InlineData("apa", "The dam. (2026, November 20). The Paper. " + Link)]
    [InlineData("chicago", "The Paper. “The dam.” November 20, 2026. " + Link + ".")]
    public void Without_an_author_another_comes_first(string style, string expected) => Assert.Equal(expected, Cited(style, []));

    [Theory]
    [InlineData("apa", "Sok Dara, Kim Min-ji, & Ana Maria Silva. (2026")]
    [InlineData("chicago", "Sok Dara, Kim Min-ji, and Ana Maria Silva. “The dam")]
    public void Several_authors_are_joined(string style, string begins) =>
        Assert.StartsWith(begins, Cited(style, ["Sok Dara", "Kim Min-ji", "Ana Maria Silva"]), StringComparison.Ordinal);

    [Theory]
    [InlineData("Chea Sokunthea")]
    [InlineData("Wang Xiaoming")]
    [InlineData("Kim Min-ji")]
    [InlineData("Nguyễn Thị Mai")]
    [InlineData("Daw Khin")]
    [InlineData("Sukandar")]
    [InlineData("សុខ ដារា")]
    [InlineData("王小明")]
    [InlineData("Ministry of Water")]
    public void A_name_is_never_turned_round(string name)
    {
        Assert.StartsWith($"{name}. ", Cited("apa", [name]), StringComparison.Ordinal);
        Assert.StartsWith($"{name}. ", Cited("chicago", [name]), StringComparison.Ordinal);
        Assert.Contains($"author = {{{{{name}}}}},", Cited("bibtex", [name]), StringComparison.Ordinal);
        Assert.Contains($"AU  - {name}\r\n", Cited("ris", [name]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_ends_a_sentence_gets_no_second_end() =>
        Assert.Equal("Who built the dam? (2026, November 20). The Paper. " + Link, Cited("apa", [], title: "Who built the dam?"));

    [Theory]
    [InlineData("Sok Dara", "minister", SpeakerKind.Person, "Sok Dara, minister")]
    [InlineData("Ministry of Water", null, SpeakerKind.Organisation, "Ministry of Water")]
    [InlineData(null, null, SpeakerKind.Unknown, "Unnamed")]
    public void The_speaker_is_named_in_a_note(string? name, string? title, SpeakerKind kind, string expected)
    {
        var speaker = new SpeakerRecord(null, name, null, title, null, kind, "name", IsOfficial: false);
        Assert.Contains($"note = {{Quoting {expected}}}", Cited("bibtex", [], speaker: speaker), StringComparison.Ordinal);
        Assert.Contains($"N1  - Quoting {expected}: The dam stands\r\n", Cited("ris", [], speaker: speaker), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fish & rice: 5% of $2 #1_a", "Fish \\& rice: 5\\% of \\$2 \\#1\\_a")]
    [InlineData("~ ^ \\", "\\textasciitilde{} \\textasciicircum{} \\textbackslash{}")]
    [InlineData("A {dam}", "A \\textbraceleft{}dam\\textbraceright{}")]
    [InlineData("ភ្នំពេញ “dam”", "ភ្នំពេញ “dam”")]
    public void What_means_something_to_TeX_is_escaped(string title, string expected) =>
        Assert.Contains($"title = {{{{{expected}}}}},", Cited("bibtex", [], title: title), StringComparison.Ordinal);

    [Theory]
    [InlineData("}}, url = {https://evil.example}, x = {{")]
    [InlineData("}")]
    [InlineData("{")]
    [InlineData("\\")]
    [InlineData("\\}")]
    public void No_title_or_name_breaks_out_of_its_field(string hostile)
    {
        var speaker = new SpeakerRecord(null, hostile, null, null, null, SpeakerKind.Person, "name", IsOfficial: false);
        var entry = Cited("bibtex", [hostile], title: hostile, speaker: speaker, publisher: hostile);
        Assert.Equal(["author", "title", "organization", "date", "year", "url", "note"], FieldsOf(entry));
    }

    [Theory]
    [InlineData("\r\nER  - \r\nTY  - BOOK")]
    [InlineData("\nUR  - https://evil.example")]
    [InlineData("\u2028AU  - Evil\u0085AU  - Evil\fAU  - Evil")]
    public void No_text_breaks_out_of_its_line(string hostile)
    {
        var speaker = new SpeakerRecord(null, hostile, null, null, null, SpeakerKind.Person, "name", IsOfficial: false);
        var lines = Cited("ris", [hostile], title: hostile, text: hostile, speaker: speaker, publisher: hostile).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["TY", "AU", "TI", "T2", "DA", "PY", "UR", "N1", "ER", ""], lines.Select(line => line.Split("  - ")[0]));
    }

    [Theory]
    [InlineData("2026-11-20T23:30:00Z", "2026, November 21")]
    [InlineData("2026-11-20T09:00:00-05:00", "2026, November 20")]
    public void The_day_is_the_publishers(string published, string expected) =>
        Assert.Contains($"({expected})", Cited("apa", [], published: DateTimeOffset.Parse(published)), StringComparison.Ordinal);

    // The fields of an entry as BibTeX finds them: by counting braces, those behind a backslash too.
    private static List<string> FieldsOf(string entry)
    {
        var fields = new List<string>();
        var depth = 0;
        var word = "";
        foreach (var c in entry)
        {
            if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (depth == 1 && c == '=' && Name().Match(word) is { Success: true } name) fields.Add(name.Groups[1].Value);
            word = depth == 1 ? word + c : "";
        }

        Assert.Equal(0, depth);
        return fields;
    }

    private static string Cited(
        string style,
        string[] authors,
        string title = "The dam",
        string text = "The dam stands",
        SpeakerRecord? speaker = null,
        string publisher = "The Paper",
        DateTimeOffset? published = null)
    {
        var at = published ?? new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(7));
        var article = new ArticleHead("a1", 1, "a1", title, new Uri("https://paper.example/dam"), "paper", at, at.ToUniversalTime(), null);
        speaker ??= new SpeakerRecord("dara-sok", "Sok Dara", "Sok Dara", "minister", null, SpeakerKind.Person, "name", IsOfficial: true);
        var statement = new StatementRecord("a1-s1", text, StatementKind.Direct, speaker, "said", 0.9, 0, text.Length, [new PieceRecord(0, text.Length, text)], text, 0, article, []);
        return new Citation(statement, authors, publisher, "Asia/Phnom_Penh").In(style).Text;
    }

    [GeneratedRegex(@"([a-z]+) $", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

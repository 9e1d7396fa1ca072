using System.Globalization;
using System.Text;
using Ingest.Storage;
using Ingest.Storage.Record;

namespace Ingest.Queries.Formats;

/// <summary>
/// Cites the article that a statement stands in, with an address that leads to the words. Names are given as printed: which part of a
/// Khmer, Chinese or Burmese name is the family's, a citation must not guess.
/// </summary>
/// <param name="Statement">The statement.</param>
/// <param name="Authors">Of the article, as printed.</param>
/// <param name="Publisher">The source as readers know it.</param>
/// <param name="TimeZone">The publisher's; the day of publication is there.</param>
internal sealed record Citation(StatementRecord Statement, IReadOnlyList<string> Authors, string Publisher, string TimeZone)
{
    private string Title => Statement.Article.Title;

    private string Link => Shapes.LinkTo(Statement).AbsoluteUri;

    private DateTime Day => TimeZoneInfo.ConvertTime(Statement.Article.Published ?? Statement.Article.ListedAt, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>The citation of an article's statement.</summary>
    public static Citation Of(StatementRecord statement, StoredArticle article, string publisher) =>
        new(statement, article.Article.Authors, publisher, article.TimeZone);

    /// <summary>In one of the styles of the style parameter.</summary>
    public (string ContentType, string Text) In(string style) => style switch
    {
        "bibtex" => ("application/x-bibtex; charset=utf-8", BibTex()),
        "ris" => ("application/x-research-info-systems; charset=utf-8", Ris()),
        "chicago" => ("text/plain; charset=utf-8", Chicago()),
        _ => ("text/plain; charset=utf-8", Apa()),
    };

    // 7th edition, 10.1: a work of an online newspaper. Without an author the title comes first.
    private string Apa()
    {
        var date = Text("({0:yyyy, MMMM d}).");
        return Authors.Count == 0
            ? $"{Ended(Title)} {date} {Publisher}. {Link}"
            : $"{Ended(Joined(", ", ", & "))} {date} {Ended(Title)} {Publisher}. {Link}";
    }

    // 17th edition, 14.191: news in a bibliography.
    private string Chicago()
    {
        var who = Authors.Count == 0 ? Publisher : Joined(", ", ", and ");
        var where = Authors.Count == 0 ? "" : $" {Publisher},";
        return $"{Ended(who)} “{Ended(Title)}”{where} {Text("{0:MMMM d, yyyy}")}. {Link}.";
    }

    private string BibTex()
    {
        var fields = new List<(string Name, string Value)>();
        // Double braces keep a name from being taken apart.
        if (Authors.Count > 0) fields.Add(("author", string.Join(" and ", Authors.Select(a => $"{{{Escaped(a)}}}"))));
        fields.Add(("title", $"{{{Escaped(Title)}}}"));
        fields.Add(("organization", Escaped(Publisher)));
        fields.Add(("date", Text("{0:yyyy-MM-dd}")));
        fields.Add(("year", Text("{0:yyyy}")));
        fields.Add(("url", Link));
        fields.Add(("note", $"Quoting {Escaped(Shapes.Named(Statement.Speaker))}"));
        return $"@online{{ingest-{Statement.Id},\n{string.Join(",\n", fields.Select(f => $"  {f.Name} = {{{f.Value}}}"))}\n}}\n";
    }

    private string Ris()
    {
        var lines = new StringBuilder("TY  - NEWS\r\n");
        foreach (var author in Authors) Line("AU", author);
        Line("TI", Title);
        Line("T2", Publisher);
        Line("DA", Text("{0:yyyy/MM/dd}"));
        Line("PY", Text("{0:yyyy}"));
        Line("UR", Link);
        Line("N1", $"Quoting {Shapes.Named(Statement.Speaker)}: {Statement.Text}");
        Line("ER", "");
        return lines.ToString();

        void Line(string tag, string value) => lines.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
    }

    private string Text(string format) => string.Format(CultureInfo.InvariantCulture, format, Day);

    private string Joined(string between, string last) =>
        Authors.Count == 1 ? Authors[0] : string.Join(between, Authors.SkipLast(1)) + last + Authors[^1];

    private static string Ended(string text) => text.Length > 0 && text[^1] is '.' or '?' or '!' ? text : text + ".";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '&' or '%' or '$' or '#' or '_' => $"\\{c}",
                '\\' => "\\textbackslash{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                // A brace counts even behind a backslash: one that stands alone would end its field or swallow the next.
                '{' => "\\textbraceleft{}",
                '}' => "\\textbraceright{}",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}

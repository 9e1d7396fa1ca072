using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Extraction;

/// <summary>Turns an article's text into its mentions. Deterministic, safe for use by several threads, and never throws on any text.</summary>
public sealed class MentionExtractor
{
    private readonly StatementExtractor statements = new();
    private readonly OfficialExtractor officials = new();
    private readonly DateExtractor dates = new();
    private readonly FigureExtractor figures = new();

    /// <summary>
    /// Names the extraction's rules: rises when they change, so that what older rules left behind can be found and read anew.
    /// </summary>
    public const int Version = 1;

    /// <summary>Whether texts of a language (BCP 47) are read: English ones, and those whose language nobody knows.</summary>
    public static bool Reads(string? language) =>
        language is null || language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Extracts all four layers; one cut into tokens and one tagging serve them all.</summary>
    public Mentions Extract(ArticleText article)
    {
        var text = TokenisedText.Of(article.Text);
        var tagged = TaggedText.Of(text);
        var cast = Cast.Of(MarkedText.Of(tagged));
        var found = dates.Extract(tagged, article.Published);
        return new Mentions(statements.Extract(tagged, cast), officials.Extract(cast), figures.Extract(tagged, found), found);
    }
}

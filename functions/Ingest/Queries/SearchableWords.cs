using System.Collections.Immutable;
using Ingest.Extraction.Officials;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>The words by which a record is found.</summary>
internal static class SearchableWords
{
    // No phrase reaches from one field into the next.
    private const int Gap = 100;

    /// <summary>A statement's own words, its speaker's name and title.</summary>
    public static ImmutableArray<Word> Of(StatementRecord statement) => Join(statement.Text, statement.Speaker.Name, statement.Speaker.Title);

    /// <summary>What a figure counts, and in what.</summary>
    public static ImmutableArray<Word> Of(FigureRecord figure) => Join(figure.Counted, figure.Unit == "-" ? null : figure.Unit, figure.Currency);

    /// <summary>An article's headline.</summary>
    public static ImmutableArray<Word> Of(Headline headline) => Join(headline.Article.Title);

    /// <summary>An official's names, titles and bodies; of a minister the ministry too, which the title tells without naming it.</summary>
    public static ImmutableArray<Word> Of(OfficialRecord official) =>
        Join([.. official.Names, .. official.Roles.SelectMany(r => new[] { r.Title, r.Organisation, Ministries.Of(r.Title) })]);

    private static ImmutableArray<Word> Join(params IEnumerable<string?> fields)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        var first = 0;
        foreach (var field in fields)
        {
            if (string.IsNullOrEmpty(field)) continue;
            foreach (var word in WordAnalyser.Words(field)) words.Add(word with { Position = first + word.Position });
            if (words.Count > 0) first = words[^1].Position + Gap;
        }

        return words.ToImmutable();
    }
}

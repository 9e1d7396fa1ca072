namespace Ingest.Tests.Sample;

/// <summary>The fixtures keep their word: what is said to be found in an article stands in it, verbatim.</summary>
public sealed class SampleArticlesTests
{
    public static TheoryData<string> Names => [.. ExpectedYields.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_expected_mention_stands_in_its_article(string name)
    {
        var expected = ExpectedYields.Of(name);
        var text = string.Join("\n\n", ExpectedYields.ArticleOf(name).Paragraphs);

        Assert.All(expected.Statements.SelectMany(statement => statement.Pieces), piece => Assert.Equal(piece.Text, At(piece.Start, piece.Text.Length)));
        Assert.All(expected.Figures, figure => Assert.Equal(figure.Text, At(figure.Start, figure.Text.Length)));
        Assert.All(expected.Dates, date => Assert.Equal(date.Text, At(date.Start, date.Text.Length)));
        Assert.All(expected.Officials, official => Assert.Contains(official.Name, text, StringComparison.Ordinal));
        Assert.All(expected.Statements, statement =>
        {
            if (statement.Speaker is { } speaker) Assert.Contains(speaker, text, StringComparison.Ordinal);
            if (statement.Cue is { } cue) Assert.Contains(cue, text, StringComparison.Ordinal);
        });

        string At(int start, int length) => text.Substring(start, Math.Min(length, text.Length - start));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_words_used_for_kind_status_bound_and_type_are_the_guides(string name)
    {
        var expected = ExpectedYields.Of(name);
        Assert.All(expected.Statements, statement => Assert.Contains(statement.Kind, (string[])["direct", "indirect", "mixed"]));
        Assert.All(expected.Officials, official => Assert.Contains(official.Status, (string[])["current", "acting", "former", "then", "late"]));
        Assert.All(expected.Figures, figure => Assert.Contains(figure.Bound, (string[])["=", "~", "<", ">"]));
        Assert.All(expected.Dates, date => Assert.Contains(date.Type, (string[])["DATE", "TIME", "DURATION", "SET"]));
        Assert.All(expected.Dates, date => Assert.Equal(date.From is null, date.To is null));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_page_should_be_read_as_agrees_with_the_articles_own_file(string name)
    {
        var (expected, article) = (ExpectedYields.Of(name).Article, ExpectedYields.ArticleOf(name));
        Assert.Equal(article.Title, expected.Title);
        Assert.Equal(article.Published, expected.Published);
        Assert.Equal(article.Authors.AsEnumerable(), expected.Authors);
        Assert.Equal(article.Captions.AsEnumerable(), expected.Captions);
    }
}

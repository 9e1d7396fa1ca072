using Ingest.Extraction;
using Ingest.Queries.Page;

namespace Ingest.Tests.Queries.Page;

public sealed class TypedPeriodTests
{
    private static readonly MentionExtractor Extractor = new();

    [Theory]
    [InlineData("dengue November 2025", "dengue", "2025-11-01", "2025-11-30")]
    [InlineData("dengue november 2025", "dengue", "2025-11-01", "2025-11-30")]
    [InlineData("November 12, 2025", null, "2025-11-12", "2025-11-12")]
    [InlineData("12 nov 2025 floods", "floods", "2025-11-12", "2025-11-12")]
    [InlineData("scams last week", "scams", "2025-11-10", "2025-11-16")]
    [InlineData("budget yesterday", "budget", "2025-11-19", "2025-11-19")]
    public void A_typed_period_narrows_the_search(string query, string? words, string from, string to)
    {
        var period = TypedPeriod.In(query, Extractor, new DateOnly(2025, 11, 20));
        Assert.Equal((words, from, to), (period?.Words, $"{period?.From:yyyy-MM-dd}", $"{period?.To:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("\"november 2025\" budget")] // in quotation marks it is words
    [InlineData("vision 2030")]
    [InlineData("grade 12")]
    [InlineData("December 2025")] // nothing is published in days to come
    [InlineData("may")]
    [InlineData("rice exports")]
    [InlineData("")]
    public void Other_words_are_words(string query) => Assert.Null(TypedPeriod.In(query, Extractor, new DateOnly(2025, 11, 20)));
}

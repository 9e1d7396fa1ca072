using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>What statements, figures, articles and officials are found by, each in a row of its own.</summary>
internal static class PostingField
{
    /// <summary>A stem that a statement holds.</summary>
    public const string Word = "word";

    /// <summary>Who made a statement, by <see cref="SpeakerRecord.Keys"/>.</summary>
    public const string Speaker = "speaker";

    /// <summary>The body that the speaker of a statement speaks for, by <see cref="Ingest.Queries.WordAnalyser.NameKey"/>.</summary>
    public const string Organisation = "organisation";

    /// <summary>A source that carries a statement.</summary>
    public const string Source = "source";

    /// <summary>A stem of what a figure counts, or of its unit.</summary>
    public const string Counted = "counted";

    /// <summary>A series of figures.</summary>
    public const string Series = "series";

    /// <summary>Who cites a figure, likewise.</summary>
    public const string Cites = "cites";

    /// <summary>A source that carries a figure.</summary>
    public const string FigureSource = "figure-source";

    /// <summary>A stem of an article's headline.</summary>
    public const string HeadlineWord = "headline";

    /// <summary>The source of an article.</summary>
    public const string HeadlineSource = "headline-source";

    /// <summary>An official whom an article names.</summary>
    public const string Official = "official";
}

/// <summary>
/// Rows of the Postings table: under each term, newest first, one row an article with all its statements (or figures) that hold the
/// term. The terms are hashed into a fixed number of partitions, so that an article touches no more than these.
/// </summary>
internal static class PostingRows
{
    /// <summary>The number of partitions. Never to be changed while a record is in use.</summary>
    public const int Buckets = 32;

    /// <summary>A term: a field and what stands in it.</summary>
    public static string Term(string field, string value) => $"{field}:{RowKeys.Part(value)}";

    /// <summary>The partition of a term.</summary>
    public static string Partition(string term) => $"{RowKeys.Bucket(term, Buckets):D2}";

    /// <summary>The row of an article under a term.</summary>
    public static string Key(string term, ArticleHead article) => RowKeys.From(term) + Places.Of(article);

    /// <summary>The place in a row key.</summary>
    public static string PlaceIn(string term, string key) => key[(term.Length + 1)..];

    /// <summary>All rows under a term.</summary>
    public static string Filter(string term) => KeyRange.Of(Partition(term), RowKeys.From(term), RowKeys.Until(term));
}

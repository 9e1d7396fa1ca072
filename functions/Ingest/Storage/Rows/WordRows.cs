using Ingest.Queries;

namespace Ingest.Storage.Rows;

/// <summary>Rows of the Words table: one a word as it stands in texts, folded, with its stem.</summary>
internal static class WordRows
{
    /// <summary>The one partition: a beginning of a word is one range in it.</summary>
    public const string Partition = "words";

    /// <summary>The word's stem.</summary>
    public const string Stem = "Stem";

    /// <summary>The row of a word.</summary>
    public static RowWrite Row(Word word) =>
        new(StorageNames.WordsTable, Partition, word.Surface, null) { Values = new Dictionary<string, object> { [Stem] = word.Stem } };

    /// <summary>The stem in a row.</summary>
    public static string StemIn(ReadRow row) => row.Values.GetString(Stem);

    /// <summary>All words that begin so; the beginning holds letters and digits alone.</summary>
    public static string Filter(string beginning) => KeyRange.Of(Partition, beginning, beginning + '\uffff');
}

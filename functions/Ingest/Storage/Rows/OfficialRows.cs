using Ingest.Extraction.Officials;

namespace Ingest.Storage.Rows;

/// <summary>
/// Rows of the Officials table: one partition in the order of ids, with the record of each official and a row without content for each
/// stem of the names, titles and bodies.
/// </summary>
internal static class OfficialRows
{
    /// <summary>The one partition: the officials of an article are written together.</summary>
    public const string Partition = "officials";

    /// <summary>What the rows of records begin with.</summary>
    public const string RecordPart = "official";

    private const string WordPart = "word";

    /// <summary>An official's place among all: the id, so parted that namesakes stand together and others apart.</summary>
    public static string Place(string id)
    {
        var mark = id.IndexOf(OfficialIdentity.NamesakeMark, StringComparison.Ordinal);
        return mark < 0 ? RowKeys.Part(id) + RowKeys.Separator : RowKeys.Part(id[..mark]) + RowKeys.Separator + RowKeys.Part(id[(mark + 1)..]);
    }

    /// <summary>The place in the key of a record's row, or null where the key is none.</summary>
    public static string? PlaceIn(string key) => key.StartsWith(RowKeys.From(RecordPart), StringComparison.Ordinal) ? key[(RecordPart.Length + 1)..] : null;

    /// <summary>The id that a place was made of, unless it was hashed.</summary>
    public static string IdOf(string place) => place.TrimEnd(RowKeys.Separator).Replace(RowKeys.Separator, OfficialIdentity.NamesakeMark);

    /// <summary>The record whose word a row is, or null where the key is none of a word.</summary>
    public static string? RecordOf(string key) =>
        key.Split(RowKeys.Separator) is [WordPart, _, var name, var mark] ? RowKeys.From(RecordPart) + name + RowKeys.Separator + mark : null;

    /// <summary>The row of a record.</summary>
    public static string Record(string id) => RowKeys.From(RecordPart) + Place(id);

    /// <summary>All records under one name key.</summary>
    public static string Namesakes(string nameKey)
    {
        var part = RowKeys.From(RecordPart) + RowKeys.Part(nameKey);
        return KeyRange.Of(Partition, RowKeys.From(part), RowKeys.Until(part));
    }

    /// <summary>What the rows of a stem begin with.</summary>
    public static string Stem(string stem) => RowKeys.From(WordPart) + RowKeys.Part(stem);

    /// <summary>The row of an official under a stem.</summary>
    public static string Word(string stem, string id) => RowKeys.From(Stem(stem)) + Place(id);
}

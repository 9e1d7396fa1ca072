using Ingest.Storage.Rows;

namespace Ingest.Storage.Listings;

/// <summary>Rows of a table that stand in the order of their places.</summary>
/// <param name="Table">The table.</param>
/// <param name="PlaceOf">The place of a row.</param>
/// <param name="Segments">
/// The queries, one after another, that together answer with the rows from a place up to, not including, another. Each asks for a range of
/// keys and nothing else.
/// </param>
internal sealed record TableListing(string Table, Func<ReadRow, string> PlaceOf, Func<string, string, IEnumerable<string>> Segments)
{
    /// <summary>All statements, or all figures, newest first: a partition a month.</summary>
    public static TableListing Timeline(string table) => new(table, row => row.Key, TimelineSegments);

    /// <summary>What stands under a term of the Postings table, newest first.</summary>
    public static TableListing Posting(string field, string value)
    {
        var term = PostingRows.Term(field, value);
        return Within(StorageNames.PostingsTable, PostingRows.Partition(term), term);
    }

    /// <summary>Dates of one class of length by the first day that they cover.</summary>
    public static TableListing Days(char @class) =>
        new(StorageNames.DatesTable, row => row.Key, (from, until) => DaySegments(@class, from, until));

    /// <summary>All officials by id.</summary>
    public static TableListing Officials { get; } = Within(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.RecordPart);

    /// <summary>The officials under a stem, by id; rows without content.</summary>
    public static TableListing OfficialsUnder(string stem) => Within(StorageNames.OfficialsTable, OfficialRows.Partition, OfficialRows.Stem(stem));

    private static TableListing Within(string table, string partition, string part)
    {
        var prefix = RowKeys.From(part);
        return new(table, row => row.Key[prefix.Length..], (from, until) =>
            [KeyRange.Of(partition, prefix + from, until == Places.Last ? RowKeys.Until(part) : prefix + until)]);
    }

    private static IEnumerable<string> TimelineSegments(string from, string until)
    {
        var (first, last) = (MonthOf(from, Places.First), MonthOf(until, Places.Last));
        if (first == last)
        {
            yield return KeyRange.Of(first, from, until);
            yield break;
        }

        if (first != Places.First) yield return KeyRange.From(first, from);
        yield return KeyRange.Between(first, last);
        if (last != Places.Last) yield return KeyRange.Of(last, Places.First, until);
    }

    private static string MonthOf(string place, string edge) => place.Length < 19 ? edge : RowKeys.InvertedMonth(Places.TimeOf(place));

    private static IEnumerable<string> DaySegments(char @class, string from, string until)
    {
        var first = from.Length < 10 ? $"{@class}|" : $"{@class}|{from[..7]}";
        var last = until.Length < 10 ? $"{@class}}}" : $"{@class}|{until[..7]}";
        if (first == last)
        {
            yield return KeyRange.Of(first, from, until);
            yield break;
        }

        if (from.Length >= 10) yield return KeyRange.From(first, from);
        yield return KeyRange.Between(first, last);
        if (until.Length >= 10) yield return KeyRange.Of(last, Places.First, until);
    }
}

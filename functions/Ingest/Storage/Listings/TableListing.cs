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

    private static IEnumerable<string> TimelineSegments(string from, string until) => Cut(
        from,
        until,
        place => place.Length < Places.TimeLength ? null : RowKeys.InvertedMonth(Places.TimeOf(place)),
        place => Places.FromMonthOf(Places.TimeOf(place)),
        Places.First,
        Places.Last);

    private static IEnumerable<string> DaySegments(char @class, string from, string until) => Cut(
        from,
        until,
        place => place.Length < DateRows.DayLength ? null : $"{@class}|{place[..7]}",
        place => $"{place[..7]}-01",
        $"{@class}|",
        $"{@class}}}");

    /// <summary>The rest of the first partition, whole partitions, the beginning of the last one; what is whole or empty of the first and last is not asked for by itself.</summary>
    private static IEnumerable<string> Cut(string from, string until, Func<string, string?> partitionOf, Func<string, string> startOf, string first, string last)
    {
        var (lower, upper) = (partitionOf(from) ?? first, partitionOf(until) ?? last);
        var isWhole = partitionOf(from) is null || string.CompareOrdinal(from, startOf(from)) <= 0;
        var isEmpty = partitionOf(until) is null || string.CompareOrdinal(until, startOf(until)) <= 0;
        if (lower == upper && !isEmpty)
        {
            yield return KeyRange.Of(lower, from, until);
            yield break;
        }

        if (!isWhole) yield return KeyRange.From(lower, from);
        var whole = isWhole ? lower : lower + RowKeys.Separator;
        if (string.CompareOrdinal(whole, upper) < 0) yield return KeyRange.Partitions(whole, upper);
        if (!isEmpty) yield return KeyRange.Of(upper, Places.First, until);
    }
}

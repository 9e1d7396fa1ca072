using Ingest.Storage.Record;

namespace Ingest.Storage.Rows;

/// <summary>
/// Rows of the Dates table: by the first day covered, one row an article and day. Expressions are parted by how long they last, so that
/// whatever covers a day starts a known time before it: nobody looks for a day's date among all years before.
/// </summary>
internal static class DateRows
{
    /// <summary>The classes of length, shortest first, with the most days that each covers.</summary>
    public static (char Name, int Days)[] Classes { get; } = [('d', 31), ('y', 366), ('x', int.MaxValue)];

    /// <summary>Characters of the day in a place.</summary>
    public const int DayLength = 10;

    /// <summary>The class of a date that covers <paramref name="days"/> days.</summary>
    public static char ClassOf(int days) => Classes.First(c => days <= c.Days).Name;

    /// <summary>The partition of a class and month.</summary>
    public static string Partition(char @class, DateOnly from) => $"{@class}|{from:yyyy-MM}";

    /// <summary>The row of an article and a day.</summary>
    public static string Key(DateOnly from, ArticleHead article) => DayKey(from) + RowKeys.Separator + Places.Of(article);

    /// <summary>What the rows of a day begin with.</summary>
    public static string DayKey(DateOnly day) => $"{day:yyyy-MM-dd}";
}

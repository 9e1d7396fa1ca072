using System.Collections.Immutable;

namespace Ingest.Storage;

/// <summary>The names of everything that Ingest keeps in its storage account. The infrastructure template creates the same.</summary>
public static class StorageNames
{
    /// <summary>Queue of articles to fetch; <see cref="FetchArticleMessage"/>.</summary>
    public const string FetchArticleQueue = "fetch-article";

    /// <summary>Queue of stored articles to extract; <see cref="ExtractMentionsMessage"/>.</summary>
    public const string ExtractMentionsQueue = "extract-mentions";

    /// <summary>What the Functions host appends to a queue's name for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Table of what each article yielded: the truth that every other table of the record is computed from.</summary>
    public const string MentionsTable = "Mentions";

    /// <summary>Table of statements, newest first.</summary>
    public const string StatementsTable = "Statements";

    /// <summary>Table of figures, newest first.</summary>
    public const string FiguresTable = "Figures";

    /// <summary>Table of dates by the days that they cover.</summary>
    public const string DatesTable = "Dates";

    /// <summary>Table of statements and figures by search term, newest first under each.</summary>
    public const string PostingsTable = "Postings";

    /// <summary>Table of the words that occur, for searches by their beginnings.</summary>
    public const string WordsTable = "Words";

    /// <summary>Table of officials.</summary>
    public const string OfficialsTable = "Officials";

    /// <summary>Table of the changes of the record in the order of their commits.</summary>
    public const string ChangesTable = "Changes";

    /// <summary>Table of what the operator and the app itself must remember: keys, progress.</summary>
    public const string SettingsTable = "Settings";

    /// <summary>Container of row bodies that a table's row cannot hold, named by their hash.</summary>
    public const string BodiesContainer = "bodies";

    /// <summary>Every queue but the poison queues, which the host makes.</summary>
    public static ImmutableArray<string> Queues { get; } = [ExtractMentionsQueue, FetchArticleQueue];

    /// <summary>Every table.</summary>
    public static ImmutableArray<string> Tables { get; } =
    [
        ChangesTable,
        DatesTable,
        FiguresTable,
        MentionsTable,
        OfficialsTable,
        PostingsTable,
        SettingsTable,
        StatementsTable,
        WordsTable,
    ];

    /// <summary>Every blob container.</summary>
    public static ImmutableArray<string> Containers { get; } = [BodiesContainer];
}

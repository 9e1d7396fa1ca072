using System.Collections.Immutable;

namespace Ingest.Storage;

/// <summary>The names of everything that Ingest keeps in its storage account. The infrastructure template creates the same.</summary>
public static class StorageNames
{
    /// <summary>Queue of articles to fetch; <see cref="FetchArticleMessage"/>.</summary>
    public const string FetchArticleQueue = "fetch-article";

    /// <summary>Queue of stored articles to extract; <see cref="ExtractMentionsMessage"/>.</summary>
    public const string ExtractMentionsQueue = "extract-mentions";

    /// <summary>Queue of stored articles for the optional Language service; <see cref="EnrichArticleMessage"/>.</summary>
    public const string EnrichArticleQueue = "enrich-article";

    /// <summary>Queue of the steps in which everything is extracted anew; <see cref="ReextractMessage"/>.</summary>
    public const string ReextractQueue = "reextract";

    /// <summary>What the Functions host appends to a queue's name for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Table of articles and their revisions.</summary>
    public const string ArticlesTable = "Articles";

    /// <summary>Table of the addresses and feed ids under which articles are known.</summary>
    public const string AliasesTable = "Aliases";

    /// <summary>Table of articles that are copies of each other, by cluster.</summary>
    public const string ClustersTable = "Clusters";

    /// <summary>Table of articles by a few of their shingles, where near-duplicates meet.</summary>
    public const string ShinglesTable = "Shingles";

    /// <summary>Table of sources: what people added, what polling knows.</summary>
    public const string SourcesTable = "Sources";

    /// <summary>Table of publishers' hosts: whose turn it is, their robots.txt.</summary>
    public const string HostsTable = "Hosts";

    /// <summary>Container of article revisions, named by their hash.</summary>
    public const string ArticlesContainer = "articles";

    /// <summary>Container of pages as they were fetched, compressed; the proof behind an article. An age rule may empty it.</summary>
    public const string RawPagesContainer = "raw-pages";

    /// <summary>Table of what each article yielded: the truth that every other table of the record is computed from.</summary>
    public const string MentionsTable = "Mentions";

    /// <summary>Table of statements, newest first.</summary>
    public const string StatementsTable = "Statements";

    /// <summary>Table of figures, newest first.</summary>
    public const string FiguresTable = "Figures";

    /// <summary>Table of articles, newest first.</summary>
    public const string HeadlinesTable = "Headlines";

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

    /// <summary>Container of what finders saw in each revision of an article.</summary>
    public const string FindingsContainer = "findings";

    /// <summary>Every queue but the poison queues, which the host makes.</summary>
    public static ImmutableArray<string> Queues { get; } = [EnrichArticleQueue, ExtractMentionsQueue, FetchArticleQueue, ReextractQueue];

    /// <summary>Every table.</summary>
    public static ImmutableArray<string> Tables { get; } =
    [
        AliasesTable,
        ArticlesTable,
        ChangesTable,
        ClustersTable,
        DatesTable,
        FiguresTable,
        HeadlinesTable,
        HostsTable,
        MentionsTable,
        OfficialsTable,
        PostingsTable,
        SettingsTable,
        ShinglesTable,
        SourcesTable,
        StatementsTable,
        WordsTable,
    ];

    /// <summary>Every blob container.</summary>
    public static ImmutableArray<string> Containers { get; } = [ArticlesContainer, BodiesContainer, FindingsContainer, RawPagesContainer];
}

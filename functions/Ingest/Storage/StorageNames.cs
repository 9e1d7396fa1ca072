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
}

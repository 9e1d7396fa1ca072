namespace Ingest.Storage.Rows;

/// <summary>
/// Rows of the Mentions table, a partition a cluster: what each article yielded, what editors corrected, the state of the cluster's
/// recording, and, while that is
/// under way, what the cluster was before.
/// </summary>
internal static class MentionRows
{
    /// <summary>The row that guards the cluster.</summary>
    public const string State = "state";

    /// <summary>Rises with every change of the cluster.</summary>
    public const string Generation = "Generation";

    /// <summary>Whether everything that is computed from the articles is written.</summary>
    public const string IsCommitted = "IsCommitted";

    /// <summary>When the last writer began, UTC.</summary>
    public const string Since = "Since";

    /// <summary>Until when another writer of the same change may still write; absent where there is none.</summary>
    public const string OthersUntil = "OthersUntil";

    private const string ArticlePart = "article";
    private const string FormerPart = "former";
    private const string CorrectionPart = "correction";

    /// <summary>The partition of a cluster.</summary>
    public static string Partition(string cluster) => RowKeys.Part(cluster);

    /// <summary>The row of an article.</summary>
    public static string Article(string article) => RowKeys.From(ArticlePart) + RowKeys.Part(article);

    /// <summary>The row of what the cluster was, named by its content's hash.</summary>
    public static string Former(string hash) => RowKeys.From(FormerPart) + hash;

    /// <summary>The row of a correction.</summary>
    public static string Correction(string id) => RowKeys.From(CorrectionPart) + RowKeys.Part(id);

    /// <summary>Whether a key is a correction's.</summary>
    public static bool IsCorrection(string key) => key.StartsWith(CorrectionPart + RowKeys.Separator, StringComparison.Ordinal);

    /// <summary>Whether a key is an article's.</summary>
    public static bool IsArticle(string key) => key.StartsWith(ArticlePart + RowKeys.Separator, StringComparison.Ordinal);

    /// <summary>Whether a key is of what the cluster was.</summary>
    public static bool IsFormer(string key) => key.StartsWith(FormerPart + RowKeys.Separator, StringComparison.Ordinal);

    /// <summary>All rows of a cluster.</summary>
    public static string Filter(string cluster) => KeyRange.Whole(Partition(cluster));
}

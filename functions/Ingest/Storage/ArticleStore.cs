using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Ingest.Articles;
using Ingest.Network;
using Ingest.Sources;
using Ingest.Storage.Record;

namespace Ingest.Storage;

/// <summary>A revision of an article, without its words.</summary>
/// <param name="Number">From 1.</param>
/// <param name="SeenAt">When it was fetched, UTC.</param>
public sealed record ArticleRevision(int Number, DateTimeOffset SeenAt);

/// <summary>
/// Articles with all their revisions. Pages and bodies go to blobs named by their content, then the revision's row, then the
/// head: whoever dies in between leaves nothing that a replay does not make whole.
/// </summary>
public sealed class ArticleStore
{
    private readonly TableClient table;
    private readonly BlobContainerClient bodies;
    private readonly BlobContainerClient pages;

    internal ArticleStore(StorageClients clients)
    {
        table = clients.Table(StorageNames.ArticlesTable);
        bodies = clients.Container(StorageNames.ArticlesContainer);
        pages = clients.Container(StorageNames.RawPagesContainer);
    }

    /// <summary>The article id that a canonical address has.</summary>
    public static string IdOf(Uri canonical) => RowKeys.Hash(CanonicalUrl.Key(canonical));

    /// <summary>One revision of an article, the newest where none is named; null where it is not known.</summary>
    public async Task<StoredArticle?> FindAsync(string id, int? revision = null, CancellationToken cancellation = default)
    {
        if (!IsId(id)) return null;
        var (head, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        var number = revision ?? head?.Revision;
        if (head is null || revisions.Find(row => row.Number == number) is not { } row) return null;
        var body = await bodies.FindAsync(row.Body, cancellation).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The blob {row.Body} of article {id} is missing from the container {StorageNames.ArticlesContainer}.");
        var article = JsonSerializer.Deserialize<Article>(body.Content, RecordJson.Options)!;
        article = article with { Published = row.Number == head.Revision ? head.PublishedThere : article.Published ?? head.PublishedThere };
        return new StoredArticle(id, row.Number, head.SourceId, head.TimeZone, article, head.ClusterId, head.FirstSeen, row.SeenAt)
        {
            FormerClusters = [.. head.FormerClusters.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    /// <summary>All revisions of an article, oldest first; none where it is not known.</summary>
    public async Task<IReadOnlyList<ArticleRevision>> RevisionsAsync(string id, CancellationToken cancellation = default)
    {
        if (!IsId(id)) return [];
        var (_, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        return [.. revisions.Select(row => new ArticleRevision(row.Number, row.SeenAt))];
    }

    /// <summary>The pages that a revision was read from, as they were fetched; none where an age rule has removed one of them.</summary>
    public async Task<IReadOnlyList<(byte[] Content, string ContentType)>> PagesAsync(string id, int revision, CancellationToken cancellation = default)
    {
        if (!IsId(id)) return [];
        var (_, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        var found = new List<(byte[], string)>();
        foreach (var name in revisions.Find(row => row.Number == revision)?.Pages.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            // Half an article would be taken for the whole.
            if (await pages.FindAsync(name, cancellation).ConfigureAwait(false) is not { } page) return [];
            found.Add(page);
        }

        return found;
    }

    /// <summary>The newest revision of every article, in the order of ids, those behind <paramref name="after"/>: for going through all of them, resumably.</summary>
    public async IAsyncEnumerable<(string Id, int Revision)> AllAsync(string after = "", [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after} and RowKey eq {ArticleHeadRow.Key} and Revision gt 0");
        await foreach (var head in table.QueryAsync<ArticleHeadRow>(filter, select: ["PartitionKey", "RowKey", "Revision"], cancellationToken: cancellation).ConfigureAwait(false))
            yield return (head.Id, head.Revision);
    }

    /// <summary>The head of an article, or null where it is not known.</summary>
    internal async Task<ArticleHeadRow?> FindHeadAsync(string id, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<ArticleHeadRow>(id, ArticleHeadRow.Key, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>
    /// Keeps an article as it was read: as a new revision where its words differ from the newest one's. The same article
    /// again changes nothing but the head's validators.
    /// </summary>
    internal async Task<ArticleHeadRow> KeepAsync(string id, Source source, Article article, IReadOnlyList<Fetched> from, DateTimeOffset now, CancellationToken cancellation)
    {
        var words = Words(article);
        while (true)
        {
            var (head, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
            head ??= new ArticleHeadRow { PartitionKey = id, SourceId = source.Id, TimeZone = source.TimeZone, ClusterId = id };
            // A page that no longer says when it was published is still as old as it was.
            var dated = article with { Published = article.Published ?? head.PublishedThere };
            var newest = revisions.LastOrDefault();
            if (newest?.Words != words)
            {
                newest = await AddRevisionAsync(id, (newest?.Number ?? 0) + 1, words, dated, from, now, cancellation).ConfigureAwait(false);
                if (newest is null) continue; // Another instance added one meanwhile.
            }

            head.Url = article.Url.AbsoluteUri;
            head.Revision = newest.Number;
            head.FirstSeen = revisions.Count > 0 ? revisions[0].SeenAt : newest.SeenAt;
            Date(head, dated.Published);
            head.PageKind = nameof(PageKind.Article);
            head.PageETag = from.Count == 1 ? from[0].ETag : null;
            head.PageLastModified = from.Count == 1 ? from[0].LastModified : null;
            Describe(head, article);
            if (await TrySaveAsync(head, cancellation).ConfigureAwait(false)) return head;
        }
    }

    /// <summary>Whether an article reads as its newest revision does.</summary>
    internal async Task<bool> HoldsAsync(string id, Article article, CancellationToken cancellation)
    {
        var (_, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        return revisions.LastOrDefault()?.Words == Words(article);
    }

    /// <summary>
    /// Puts another reading of the same pages in a revision's place; its number and its time stay. The newest one is to be handed on anew,
    /// which its head says before anything else is changed: whoever dies in between leaves the difference to a replay.
    /// </summary>
    internal async Task ReplaceAsync(string id, int revision, Article read, CancellationToken cancellation)
    {
        var (_, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        if (revisions.Find(row => row.Number == revision) is not { } row || await bodies.FindAsync(row.Body, cancellation).ConfigureAwait(false) is not { } body) return;
        var content = JsonSerializer.SerializeToUtf8Bytes(read, RecordJson.Options);
        if (content.AsSpan().SequenceEqual(body.Content)) return;

        var before = JsonSerializer.Deserialize<Article>(body.Content, RecordJson.Options)!;
        await ChangeAsync(id, Reread, cancellation).ConfigureAwait(false);
        var words = Words(read);
        var name = $"{id}/{words}";
        await bodies.SaveAsync(name, content, "application/json", cancellation).ConfigureAwait(false);
        var pointer = new TableEntity(id, ArticleRevisionRow.KeyOf(revision)) { [nameof(ArticleRevisionRow.Words)] = words, [nameof(ArticleRevisionRow.Body)] = name };
        await table.UpdateEntityAsync(pointer, ETag.All, TableUpdateMode.Merge, cancellation).ConfigureAwait(false);

        void Reread(ArticleHeadRow head)
        {
            if (head.Revision != revision) return;
            // The head may know better than the page that was kept, since a later one may have differed in its time alone.
            if (read.Published != before.Published) Date(head, read.Published);
            Describe(head, read);
            head.Announced = 0;
        }
    }

    /// <summary>Notes that a page came which is no article, and keeps it; what was stored before stays.</summary>
    internal async Task NoteAsync(string id, Source source, Article read, Fetched page, CancellationToken cancellation)
    {
        await pages.SaveAsync($"{id}/{read.Kind}", page.Body, page.ContentType, cancellation).ConfigureAwait(false);
        await ChangeAsync(
            id,
            head => head.PageKind = read.Kind.ToString(),
            cancellation,
            new ArticleHeadRow { PartitionKey = id, SourceId = source.Id, TimeZone = source.TimeZone, ClusterId = id, Url = read.Url.AbsoluteUri }).ConfigureAwait(false);
    }

    /// <summary>Changes an article's head, again until no other change came between; null where there is no such head.</summary>
    internal async Task<ArticleHeadRow?> ChangeAsync(string id, Action<ArticleHeadRow> change, CancellationToken cancellation, ArticleHeadRow? otherwise = null)
    {
        while (true)
        {
            if ((await FindHeadAsync(id, cancellation).ConfigureAwait(false) ?? otherwise) is not { } head) return null;
            change(head);
            if (await TrySaveAsync(head, cancellation).ConfigureAwait(false)) return head;
        }
    }

    /// <summary>Whether the words of a revision are there, and are those that were stored.</summary>
    internal async Task<bool> HasWordsAsync(string id, int revision, CancellationToken cancellation)
    {
        try
        {
            var (_, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
            return revisions.Find(row => row.Number == revision) is { } row
                && await bodies.FindAsync(row.Body, cancellation).ConfigureAwait(false) is { } body
                && Words(JsonSerializer.Deserialize<Article>(body.Content, RecordJson.Options)!) == row.Words;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Puts an article that was read from its pages anew in the place of a revision whose words are lost.</summary>
    internal async Task RestoreAsync(string id, int revision, Article article, CancellationToken cancellation)
    {
        var (head, revisions) = await ReadAsync(id, cancellation).ConfigureAwait(false);
        if (head is null || revisions.Find(row => row.Number == revision) is not { } row) return;
        // Where pages are read better today, these are the words that a visit will find there too.
        row.Words = Words(article);
        row.Body = $"{id}/{row.Words}";
        var dated = article with { Published = article.Published ?? head.PublishedThere };
        await bodies.SaveAsync(row.Body, JsonSerializer.SerializeToUtf8Bytes(dated, RecordJson.Options), "application/json", cancellation).ConfigureAwait(false);
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
    }

    private static void Date(ArticleHeadRow head, DateTimeOffset? published) =>
        (head.Published, head.PublishedOffset) = (published?.ToUniversalTime(), (int)(published?.Offset.TotalMinutes ?? 0));

    private static void Describe(ArticleHeadRow head, Article article)
    {
        head.Language = article.Language;
        head.IsCredited = article.Credit is not null;
        head.Sketch = Shingles.ToBytes(Shingles.Sketch(article.Paragraphs));
    }

    private static bool IsId(string id) => id.Length == 16 && id.All(char.IsAsciiHexDigitLower);

    private static string Words(Article article) =>
        RowKeys.Hash(article.Title + "\n" + string.Join('\n', article.Paragraphs), 32);

    private async Task<(ArticleHeadRow? Head, List<ArticleRevisionRow> Revisions)> ReadAsync(string id, CancellationToken cancellation)
    {
        var head = await FindHeadAsync(id, cancellation).ConfigureAwait(false);
        var revisions = new List<ArticleRevisionRow>();
        await foreach (var row in table.QueryAsync<ArticleRevisionRow>(row => row.PartitionKey == id && row.RowKey.CompareTo("r") > 0, cancellationToken: cancellation).ConfigureAwait(false))
            revisions.Add(row);
        return (head, revisions);
    }

    private async Task<ArticleRevisionRow?> AddRevisionAsync(
        string id, int number, string words, Article article, IReadOnlyList<Fetched> from, DateTimeOffset now, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var page in from)
        {
            names.Add($"{id}/{Convert.ToHexStringLower(SHA256.HashData(page.Body.Span))[..32]}");
            await pages.SaveAsync(names[^1], page.Body, page.ContentType, cancellation).ConfigureAwait(false);
        }

        var row = new ArticleRevisionRow
        {
            PartitionKey = id,
            RowKey = ArticleRevisionRow.KeyOf(number),
            Number = number,
            SeenAt = now,
            Words = words,
            Body = $"{id}/{words}",
            Pages = string.Join(' ', names),
        };
        await bodies.SaveAsync(row.Body, JsonSerializer.SerializeToUtf8Bytes(article, RecordJson.Options), "application/json", cancellation).ConfigureAwait(false);
        try
        {
            await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
            return row;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return null;
        }
    }

    private async Task<bool> TrySaveAsync(ArticleHeadRow head, CancellationToken cancellation)
    {
        try
        {
            var response = head.ETag == default
                ? await table.AddEntityAsync(head, cancellation).ConfigureAwait(false)
                : await table.UpdateEntityAsync(head, head.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            head.ETag = response.Headers.ETag ?? default;
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            head.ETag = default;
            return false;
        }
    }
}

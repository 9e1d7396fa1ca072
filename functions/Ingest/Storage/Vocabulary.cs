using System.Collections.Concurrent;
using Ingest.Queries;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;

namespace Ingest.Storage;

/// <summary>
/// The words that statements hold, with their stems, so that a search for a word's beginning finds the stems to look under. A word that
/// no statement holds any more does no harm and stays.
/// </summary>
internal sealed class Vocabulary(RowReader reader, RowWriter writer)
{
    // Written words are remembered, so that an article costs a transaction only for words that are new here.
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<string, bool> written = new(StringComparer.Ordinal);

    /// <summary>Adds the words of these statements: no transaction, or one for each hundred new words.</summary>
    public async Task AddAsync(IEnumerable<StatementRecord> statements, CancellationToken cancellation)
    {
        var words = Of(statements).Where(word => !written.ContainsKey(word.Surface)).ToList();
        if (words.Count == 0) return;
        await writer.WriteAsync(words.Select(WordRows.Row), cancellation);
        if (written.Count > MostRemembered) written.Clear();
        foreach (var word in words) written.TryAdd(word.Surface, true);
    }

    /// <summary>The words of these statements that are to be found by their beginnings.</summary>
    public static IEnumerable<Word> Of(IEnumerable<StatementRecord> statements) =>
        statements.SelectMany(statement => SearchableWords.Of(statement))
            .Where(word => !word.IsStop && word.Surface == RowKeys.Part(word.Surface))
            .DistinctBy(word => word.Surface, StringComparer.Ordinal);

    /// <summary>The stems of words that begin so; null where more than <paramref name="most"/> words do. One transaction.</summary>
    public async Task<IReadOnlyList<string>?> StemsAsync(string beginning, int most, CancellationToken cancellation)
    {
        var page = await reader.PageAsync(StorageNames.WordsTable, WordRows.Filter(beginning), most + 1, keysOnly: false, null, cancellation);
        return page.Rows.Count > most || page.Continuation is not null ? null : [.. page.Rows.Select(WordRows.StemIn).Distinct(StringComparer.Ordinal)];
    }
}

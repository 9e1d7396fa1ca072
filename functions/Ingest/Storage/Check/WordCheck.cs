using Ingest.Queries;
using Ingest.Storage.Rows;

namespace Ingest.Storage.Check;

/// <summary>Goes through the words: whether each leads to its stem. One that no statement holds any more does no harm.</summary>
internal sealed class WordCheck(RowReader reader, RowWriter writer) : ICheckStage
{
    private const int WordsAtOnce = 1000;

    public string Name => "words";

    public async Task<Piece> CheckAsync(string after, CancellationToken cancellation)
    {
        var rows = await reader.SomeAsync(StorageNames.WordsTable, KeyRange.From(WordRows.Partition, Places.Next(after)), WordsAtOnce, keysOnly: false, cancellation);
        var found = new List<Found>();
        foreach (var row in rows)
        {
            if (WordAnalyser.Words(row.Key) is not [var word] || word.Surface != row.Key || word.Stem == row.Values.GetString(WordRows.Stem)) continue;
            var wrong = new Disagreement(DisagreementKind.Different, StorageNames.WordsTable, WordRows.Partition, row.Key, $"The stem of this word is '{word.Stem}'.");
            found.Add(new Found(wrong, new Mend($"word {row.Key}", token => writer.WriteAsync([WordRows.Row(word)], token))));
        }

        return new Piece(found, rows.Count, 0, rows.Count < WordsAtOnce ? null : rows[^1].Key);
    }
}

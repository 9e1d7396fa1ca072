using DiffPlex;

namespace Ingest.Queries.Page;

/// <summary>Shows what changed between two revisions of a text, word by word.</summary>
internal static class WordChanges
{
    private static readonly char[] Separators = [' ', '\n'];

    /// <summary>The newer text in paragraphs, with what was added and what was removed in place.</summary>
    public static Html Render(string older, string newer)
    {
        var changes = Differ.Instance.CreateWordDiffs(older, newer, ignoreWhitespace: false, Separators);
        var pieces = new List<(string Words, Change Kind)>();
        var at = 0;
        foreach (var block in changes.DiffBlocks)
        {
            Take(changes.PiecesNew, at, block.InsertStartB - at, Change.None);
            Take(changes.PiecesOld, block.DeleteStartA, block.DeleteCountA, Change.Removed);
            Take(changes.PiecesNew, block.InsertStartB, block.InsertCountB, Change.Added);
            at = block.InsertStartB + block.InsertCountB;
        }

        Take(changes.PiecesNew, at, changes.PiecesNew.Count - at, Change.None);
        return Paragraphs(pieces);

        void Take(IReadOnlyList<string> words, int start, int count, Change kind)
        {
            if (count > 0) pieces.Add((string.Concat(words.Skip(start).Take(count)), kind));
        }
    }

    private enum Change
    {
        None,
        Added,
        Removed,
    }

    // A change that spans paragraphs is cut at their borders, so that the markup nests.
    private static Html Paragraphs(List<(string Words, Change Kind)> pieces)
    {
        var paragraphs = new List<List<Html>> { new() };
        foreach (var (words, kind) in pieces)
        {
            var parts = words.Split("\n\n");
            for (var at = 0; at < parts.Length; at++)
            {
                if (at > 0) paragraphs.Add([]);
                var part = parts[at];
                if (part.Length == 0) continue;
                paragraphs[^1].Add(kind switch
                {
                    Change.Added => Html.Of($"<ins>{part}</ins>"),
                    Change.Removed => Html.Of($"<del>{part}</del>"),
                    _ => Html.Of($"{part}"),
                });
            }
        }

        return Html.Join(paragraphs.Where(paragraph => paragraph.Count > 0).Select(paragraph => Html.Of($"<p dir=\"auto\">{paragraph}</p>\n")));
    }
}

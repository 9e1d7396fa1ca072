using System.Text;

namespace Ingest.Queries.Page;

/// <summary>
/// The sentences of an article that hold its mentions, where the whole text is not to be shown: an article belongs to its
/// publisher, and what is left out is told.
/// </summary>
internal static class Excerpts
{
    private const string Gap = "\n\n[…]\n\n";

    /// <summary>The sentences in their order as one text, and the marks where they stand in it.</summary>
    public static (string Text, IReadOnlyList<Mark> Marks) Of(ArticleAnswer article)
    {
        var contexts = article.Statements.Select(s => (s.ContextStart, s.Context))
            .Concat(article.Figures.Select(f => (f.ContextStart, f.Context)))
            .Concat(article.Dates.Select(d => (d.ContextStart, d.Context)))
            .OrderBy(context => context.ContextStart).ThenByDescending(context => context.Context.Length);
        var text = new StringBuilder();
        var shown = new List<(TextSpan Span, int At)>();
        foreach (var (start, context) in contexts)
        {
            var end = shown.Count == 0 ? 0 : shown[^1].Span.End;
            if (start + context.Length <= end) continue;
            if (start > end && shown.Count > 0) text.Append(start > end + 2 ? Gap : " ");
            var from = Math.Max(start, end);
            shown.Add((new TextSpan(from, start + context.Length), text.Length));
            text.Append(context.AsSpan(from - start));
        }

        return (text.ToString(), [.. ArticleMarks.Of(article).SelectMany(Moved)]);

        IEnumerable<Mark> Moved(Mark mark) => shown
            .Where(part => part.Span.Overlaps(mark.Span))
            .Select(part => mark with
            {
                Span = new TextSpan(
                    Math.Max(mark.Span.Start, part.Span.Start) - part.Span.Start + part.At,
                    Math.Min(mark.Span.End, part.Span.End) - part.Span.Start + part.At),
            });
    }
}

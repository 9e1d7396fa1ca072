namespace Ingest.Queries.Page;

/// <summary>What a mark in a text stands for; the name is its class in the style sheet.</summary>
internal enum MarkKind
{
    /// <summary>A statement's content.</summary>
    Statement,

    /// <summary>The name of somebody who holds an office.</summary>
    Official,

    /// <summary>A figure.</summary>
    Figure,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>A stretch of a text to be marked.</summary>
/// <param name="Span">Where, in the text.</param>
/// <param name="Kind">As what.</param>
/// <param name="Title">What a reader learns who points at it.</param>
/// <param name="Address">Its record, or null where it has none.</param>
/// <param name="Anchor">The id by which an address can point at it, or null.</param>
internal sealed record Mark(TextSpan Span, MarkKind Kind, string Title, string? Address = null, string? Anchor = null);

/// <summary>
/// Shows a text with its mentions. Statements are the outer layer; officials, figures and dates lie inside or outside of them,
/// and where marks cross they are cut at each other's borders, so that the markup nests.
/// </summary>
internal static class MarkedText
{
    /// <summary>The text's paragraphs with every mark in place.</summary>
    public static Html Render(string text, IEnumerable<Mark> marks)
    {
        var layers = marks.Where(mark => !mark.Span.IsEmpty).OrderBy(mark => mark.Span).ToLookup(mark => mark.Kind == MarkKind.Statement);
        return Html.Join(Paragraphs(text).Select(paragraph => Html.Of($"<p dir=\"auto\">{Outer(text, paragraph, [.. layers[true]], [.. layers[false]])}</p>\n")));
    }

    private static IEnumerable<TextSpan> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end > start) yield return new TextSpan(start, end);
            start = end + 2;
        }
    }

    private static IEnumerable<Html> Outer(string text, TextSpan paragraph, Mark[] statements, Mark[] inner)
    {
        foreach (var (span, covering) in Cut(paragraph, statements))
        {
            var content = Html.Join(Inner(text, span, inner));
            if (covering.Count == 0)
            {
                yield return content;
                continue;
            }

            var statement = covering[0];
            yield return statement.Anchor is { } anchor && span.Start == statement.Span.Start
                ? Html.Of($"<mark id=\"{anchor}\" title=\"{statement.Title}\">{content}</mark>")
                : Html.Of($"<mark title=\"{statement.Title}\">{content}</mark>");
            foreach (var ended in covering.Where(mark => mark.Span.End == span.End && mark.Address is not null))
                yield return Html.Of($"<a class=\"to\" href=\"{ended.Address}\" aria-label=\"{ended.Title}\">❞</a>");
        }
    }

    private static IEnumerable<Html> Inner(string text, TextSpan span, Mark[] marks)
    {
        foreach (var (part, covering) in Cut(span, marks))
        {
            var words = part.In(text);
            if (covering.Count == 0)
            {
                yield return Html.Of($"{words}");
                continue;
            }

            var ordered = covering.OrderBy(mark => mark.Kind).ToList();
            var classes = string.Join(' ', ordered.Select(mark => mark.Kind.ToString().ToLowerInvariant()).Distinct());
            var title = string.Join("; ", ordered.Select(mark => mark.Title).Distinct());
            yield return ordered.FirstOrDefault(mark => mark.Address is not null) is { Address: { } address }
                ? Html.Of($"<a class=\"{classes}\" href=\"{address}\" title=\"{title}\">{words}</a>")
                : Html.Of($"<span class=\"{classes}\" title=\"{title}\">{words}</span>");
        }
    }

    /// <summary>Cuts a span at every border of a mark in it, and says which marks cover each part; linear in the marks that touch the span, times those that cover one place.</summary>
    private static IEnumerable<(TextSpan Part, List<Mark> Covering)> Cut(TextSpan span, Mark[] marks)
    {
        var touching = marks.Where(mark => mark.Span.Overlaps(span)).ToList();
        var borders = touching.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).Where(border => span.Start < border && border < span.End)
            .Append(span.Start).Append(span.End).Distinct().Order().ToList();
        var open = new List<Mark>();
        var next = 0;
        for (var at = 0; at + 1 < borders.Count; at++)
        {
            var part = new TextSpan(borders[at], borders[at + 1]);
            open.RemoveAll(mark => mark.Span.End <= part.Start);
            while (next < touching.Count && touching[next].Span.Start <= part.Start) open.Add(touching[next++]);
            yield return (part, [.. open]);
        }
    }
}

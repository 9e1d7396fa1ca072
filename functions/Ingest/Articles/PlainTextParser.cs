using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Articles;

/// <summary>
/// Reads articles that came as text, pasted from a page or a newsroom's system: a headline and captions may stand before the
/// report, its place opens it, and a credit closes it.
/// </summary>
public static partial class PlainTextParser
{
    /// <summary>What stands before a report is a few lines.</summary>
    private const int MostHeadLines = 4;

    private const int LongestTitle = 160;

    /// <summary>More than any book has; what follows is the last of them.</summary>
    private const int MostParagraphs = 100_000;

    /// <summary>Who took a picture is named in a few words behind the caption's sentence.</summary>
    private const int LongestPhotoCredit = 70;

    /// <summary>Reads a text; every text is one, if only of one paragraph.</summary>
    public static PlainText Parse(string text)
    {
        var paragraphs = Split(text);
        var opening = paragraphs.Take(MostHeadLines + 1).Select(span => ReportMarks.OpeningOf(span.In(text))).ToList();
        var first = Math.Max(0, opening.FindIndex(mark => mark.Dateline is not null));
        var isReport = opening.Count > 0 && opening[first].Length > 0;

        // Without a place, what opens the report is the first line that is neither a headline nor a caption.
        if (!isReport) while (first < Math.Min(MostHeadLines, paragraphs.Count - 1) && (IsTitle(paragraphs[first].In(text)) || IsCaption(paragraphs[first].In(text)))) first++;

        TextSpan? title = null;
        var captions = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var line in paragraphs.Take(first))
        {
            if (title is null && captions.Count == 0 && IsTitle(line.In(text))) title = line;
            else captions.Add(line);
        }

        var words = paragraphs.Skip(first).ToList();
        var mark = isReport ? opening[first] : default;
        if (mark.Length > 0) words[0] = words[0] with { Start = words[0].Start + mark.Length };
        var credit = mark.Credit;
        if (words.Count > 0 && ReportMarks.ClosingOf(words[^1].In(text)) is { } closing)
        {
            credit ??= closing.Credit;
            words[^1] = Trim(text, words[^1].Start, words[^1].Start + closing.Start);
        }

        return new PlainText(text, [.. words.Where(span => !span.IsEmpty)], captions.ToImmutable(), title, mark.Dateline, credit);
    }

    /// <summary>A paragraph a line; where empty lines part them, lines are wrapped and belong together.</summary>
    private static List<TextSpan> Split(string text)
    {
        var isWrapped = EmptyLine().IsMatch(text);
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var end in (isWrapped ? EmptyLine() : LineEnd()).EnumerateMatches(text))
        {
            if (spans.Count == MostParagraphs - 1) break;
            if (Trim(text, start, end.Index) is { IsEmpty: false } paragraph) spans.Add(paragraph);
            start = end.Index + end.Length;
        }

        if (Trim(text, start, text.Length) is { IsEmpty: false } last) spans.Add(last);
        return spans;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsTitle(string line) => line.Length <= LongestTitle && line[^1] is not ('.' or '!' or '?' or ':' or '”' or '"' or '’') && !IsCaption(line);

    /// <summary>A caption ends with who took the picture: "… on Tuesday. POLICE", "… two years. -Immigration department", "… Photo supplied".</summary>
    private static bool IsCaption(string line)
    {
        var tail = line.Length > LongestPhotoCredit ? line[^LongestPhotoCredit..] : line;
        return PhotoCredit().IsMatch(tail) || (SentenceEnd().Match(tail) is { Success: true } end && tail[end.Length..].TrimStart() is { Length: > 1 } credit && IsCredit(credit));
    }

    private static bool IsCredit(string credit) =>
        credit[^1] is not ('.' or '!' or '?') && (credit[0] is '-' or '–' or '—' || !credit.Any(char.IsLower) || credit.Count(c => c == ' ') < 4);

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"\r?\n", RegexOptions.NonBacktracking)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\b(?:photos?|pictures?|image)\s*(?::|by\b|supplied|courtesy)|\b(?:PHOTO|SUPPLIED|FILE|HANDOUT)\b[^.]*$|\bphoto supplied$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex PhotoCredit();

    // The last end of a sentence in the line.
    [GeneratedRegex(@"^.*[.!?”""]\s+(?=\S)", RegexOptions.RightToLeft)]
    private static partial Regex SentenceEnd();
}

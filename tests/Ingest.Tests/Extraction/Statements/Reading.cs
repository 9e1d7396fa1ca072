using Ingest.Extraction.Language;
using Ingest.Extraction.Statements;
using Ingest.Extraction.Statements.Contents;

namespace Ingest.Tests.Extraction.Statements;

/// <summary>Writes contents the way the tables of these tests do: "mention, cue: piece // piece", with "-" for what is not there.</summary>
internal static class Reading
{
    public static string Of(string text) =>
        string.Join('\n', ContentFinder.Find(TaggedText.Of(TokenisedText.Of(text))).Select(content => Line(text, content)));

    public static string KindsOf(string text) =>
        string.Join(' ', ContentFinder.Find(TaggedText.Of(TokenisedText.Of(text))).Select(content => content.Kind.ToString().ToLowerInvariant()));

    private static string Line(string text, AttributedContent content) =>
        $"{content.Mention?.In(text) ?? "-"}, {content.Cue?.Text ?? "-"}: {string.Join(" // ", content.Pieces.Select(piece => piece.In(text)))}";
}

using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Contents;

namespace Ingest.Extraction.Statements;

/// <summary>Finds what was said and who said it.</summary>
internal sealed class StatementExtractor
{
    public ImmutableArray<Statement> Extract(TokenisedText text) =>
        [.. ContentFinder.Find(TaggedText.Of(text)).Select(content => new Statement(
            content.Span,
            content.Pieces,
            content.Kind,
            new Speaker(content.Mention, content.Mention?.In(text.Text), content.Mention?.In(text.Text), null, SpeakerKind.Unknown, "name"),
            content.Cue,
            content.ContentConfidence))];
}

using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements.Contents;
using Ingest.Extraction.Statements.Speakers;

namespace Ingest.Extraction.Statements;

/// <summary>Finds what was said and who said it.</summary>
internal sealed class StatementExtractor
{
    public ImmutableArray<Statement> Extract(TaggedText text, Cast cast)
    {
        var contents = ContentFinder.Find(text);
        var speakers = SpeakerResolver.Resolve(cast, contents);
        return [.. contents.Zip(speakers, Statement)];
    }

    private static Statement Statement(AttributedContent content, Resolution speaker) =>
        new(content.Span, content.Pieces, content.Kind, speaker.Speaker, content.Cue, ConfidenceModel.Default.Of(content, speaker));
}

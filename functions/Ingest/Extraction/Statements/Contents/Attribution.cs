using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>A content found in a sentence, in tokens.</summary>
/// <param name="Pieces">The content's stretches, in order.</param>
/// <param name="Form">How content and attribution stand to each other.</param>
/// <param name="Mention">The speaker's mention, or null.</param>
/// <param name="Cue">The cue, or null.</param>
/// <param name="Frame">The frame that the cue was read in.</param>
internal sealed record Attribution(List<TokenRange> Pieces, AttributionForm Form, TokenRange? Mention, CueOccurrence? Cue, CueFrames Frame)
{

    public int Start => Pieces[0].First;

    public int End => Pieces[^1].End;
}

using Ingest.Extraction.Statements.Cues;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>What a cue verb takes to its right: where the content starts, and in which frame.</summary>
internal readonly record struct Complement(int Start, CueFrames Frame);

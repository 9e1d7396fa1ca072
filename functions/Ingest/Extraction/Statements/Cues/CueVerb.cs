using System.Collections.Immutable;

namespace Ingest.Extraction.Statements.Cues;

/// <summary>A verb that attributes contents, with its particles ("call on").</summary>
/// <param name="Name">As cue-verbs.txt lists it.</param>
/// <param name="Particles">The words that must follow the verb.</param>
/// <param name="Frames">The surroundings in which it attributes.</param>
internal sealed record CueVerb(string Name, ImmutableArray<string> Particles, CueFrames Frames)
{
    public bool Has(CueFrames frame) => (Frames & frame) != 0;
}

/// <summary>The forms of an English verb; one word may be several.</summary>
[Flags]
internal enum VerbForms
{
    None = 0,

    /// <summary>say</summary>
    Base = 1,

    /// <summary>says</summary>
    ThirdPerson = 2,

    /// <summary>said, wrote</summary>
    Past = 4,

    /// <summary>said, written</summary>
    PastParticiple = 8,

    /// <summary>saying</summary>
    PresentParticiple = 16,
}

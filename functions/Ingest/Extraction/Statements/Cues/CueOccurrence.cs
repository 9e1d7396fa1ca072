using Ingest.Extraction.Language;

namespace Ingest.Extraction.Statements.Cues;

/// <summary>How a cue verb stands in its clause.</summary>
internal enum CueMode
{
    /// <summary>said, has said, is saying, used to say: somebody did say it.</summary>
    Finite,

    /// <summary>"…, adding that": free, without a subject of its own.</summary>
    Participle,

    /// <summary>"was quoted as saying", "quoted her as saying".</summary>
    Quoted,

    /// <summary>"according to".</summary>
    AccordingTo,

    /// <summary>"was told": what is said reaches the subject.</summary>
    Passive,

    /// <summary>to say, will say, did not say: nobody is told to have said it, but beside a quotation it may still attribute.</summary>
    Unsaid,
}

/// <summary>A cue verb where it stands.</summary>
/// <param name="Verb">The verb; null for "according to".</param>
/// <param name="Mode">How it stands.</param>
/// <param name="Words">The words that a reader would call the cue.</param>
/// <param name="Group">From the first auxiliary or adverb of the verb group to the last particle.</param>
/// <param name="IsPerfect">Whether "have" helps it.</param>
internal sealed record CueOccurrence(CueVerb? Verb, CueMode Mode, TokenRange Words, TokenRange Group, bool IsPerfect = false)
{
    public bool Has(CueFrames frame) => Verb?.Has(frame) ?? false;
}

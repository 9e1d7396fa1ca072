namespace Ingest.Extraction.Statements.Cues;

/// <summary>In which surroundings a verb attributes a content; the names are those of the columns in cue-verbs.txt.</summary>
[Flags]
internal enum CueFrames
{
    None = 0,

    /// <summary>“…”, she laughed.</summary>
    Quote = 1 << 0,

    /// <summary>She said (that) it rained.</summary>
    Clause = 1 << 1,

    /// <summary>She agreed that it rained: the verb needs its "that".</summary>
    That = 1 << 2,

    /// <summary>She asked whether it rained.</summary>
    Question = 1 << 3,

    /// <summary>A hearer may stand before the clause: she told them (that) it rained.</summary>
    Hearer = 1 << 4,

    /// <summary>She urged them to go: the content starts at the hearer.</summary>
    Request = 1 << 5,

    /// <summary>She promised to go.</summary>
    Infinitive = 1 << 6,

    /// <summary>She announced a new bridge.</summary>
    Noun = 1 << 7,

    /// <summary>She denied knowing him.</summary>
    Gerund = 1 << 8,

    /// <summary>She rejected suggestions that it rained.</summary>
    Refusal = 1 << 9,

    /// <summary>She accused them of theft: the content starts at the object, as in the frames that follow.</summary>
    Of = 1 << 10,

    /// <summary>She described it as rain.</summary>
    As = 1 << 11,

    /// <summary>She blamed it on the rain.</summary>
    On = 1 << 12,

    /// <summary>She attributed it to the rain.</summary>
    To = 1 << 13,

    /// <summary>She put the cost at a million.</summary>
    At = 1 << 14,

    /// <summary>She blamed them for it.</summary>
    For = 1 << 15,

    /// <summary>She warned them against it.</summary>
    Against = 1 << 20,

    /// <summary>She called it “a disgrace”.</summary>
    Label = 1 << 16,

    /// <summary>Only what is written or counted speaks so: the survey found that it rained.</summary>
    Document = 1 << 17,

    /// <summary>No frame: the forms in -s and the infinitive are also nouns ("claims"), so that the tagger decides.</summary>
    Homograph = 1 << 18,

    /// <summary>No frame: the verb is never without its hearer, so that what follows it is none that speaks.</summary>
    Addressed = 1 << 19,

    /// <summary>The frames whose content starts at the verb's object and needs a preposition after it.</summary>
    ObjectAndPreposition = Of | As | On | To | At | For | Against,
}

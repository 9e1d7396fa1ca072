namespace Ingest.Extraction.Language;

/// <summary>The word classes of Universal Dependencies (UPOS).</summary>
internal enum WordClass : byte
{
    /// <summary>Typos, fragments and foreign words (X).</summary>
    Other,

    /// <summary>ADJ.</summary>
    Adjective,

    /// <summary>ADP: a preposition or a verb's particle.</summary>
    Adposition,

    /// <summary>ADV.</summary>
    Adverb,

    /// <summary>AUX: have, be, do and the modals where they help another verb, and be as a copula.</summary>
    Auxiliary,

    /// <summary>CCONJ: and, or, but.</summary>
    Conjunction,

    /// <summary>DET.</summary>
    Determiner,

    /// <summary>INTJ.</summary>
    Interjection,

    /// <summary>NOUN.</summary>
    Noun,

    /// <summary>NUM.</summary>
    Numeral,

    /// <summary>PART: the infinitive's "to", "not".</summary>
    Particle,

    /// <summary>PRON, the possessive ones among them.</summary>
    Pronoun,

    /// <summary>PROPN.</summary>
    ProperNoun,

    /// <summary>PUNCT.</summary>
    Punctuation,

    /// <summary>SCONJ: that, if, because.</summary>
    Subordinator,

    /// <summary>SYM: currency and percent signs.</summary>
    Symbol,

    /// <summary>VERB.</summary>
    Verb,
}

/// <summary>The tags of the Penn Treebank under their own names; marks and symbols share one each.</summary>
internal enum PennTag : byte
{
#pragma warning disable CS1591
    Mark, Symbol, CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, MD, NN, NNS, NNP, NNPS, PDT, PRP, PRPS, RB, RBR, RBS, RP, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB,
#pragma warning restore CS1591
}

/// <summary>What a token is in its sentence.</summary>
/// <param name="Class">Its word class.</param>
/// <param name="Tag">Its Penn tag; of a contraction ("don't", "he's") that of the first word, of a hyphenated word that of the last.</param>
/// <param name="IsPossessive">Whether the token ends in the possessive's mark ("minister’s"); a mark after a plural ("growers’") is a token of its own.</param>
internal readonly record struct PartOfSpeech(WordClass Class, PennTag Tag, bool IsPossessive = false)
{
    public bool IsNoun => Class is WordClass.Noun or WordClass.ProperNoun;

    /// <summary>Whether the verb or auxiliary is finite: past, present or modal.</summary>
    public bool IsFinite => Tag is PennTag.VBD or PennTag.VBP or PennTag.VBZ or PennTag.MD;
}

using Ingest.Extraction.Language;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Names;

/// <summary>A run of tokens that a list knows: how many, and what it is.</summary>
internal readonly record struct Marked<T>(int Length, T Value);

/// <summary>A tagged text with what the word lists know of each token.</summary>
internal sealed class MarkedText
{
    private readonly ulong[] keys;
    private readonly WordTraits[] traits;
    private readonly Marked<OfficeNoun>[] offices;
    private readonly int[] officeBefore;
    private readonly Marked<Gender>[] honorifics;
    private readonly int[] honorificBefore;
    private readonly OfficeStatus?[] statuses;

    private MarkedText(TaggedText tagged)
    {
        Tagged = tagged;
        var count = Text.Tokens.Length;
        keys = new ulong[count];
        traits = new WordTraits[count];
        offices = new Marked<OfficeNoun>[count];
        officeBefore = new int[count + 1];
        honorifics = new Marked<Gender>[count];
        honorificBefore = new int[count + 1];
        statuses = new OfficeStatus?[count];
        for (var t = 0; t < count; t++)
        {
            if (Text.Tokens[t].Kind != TokenKind.Word) continue;
            keys[t] = WordKey.Of(Text[t][OfficeStatusWords.PrefixLength(Text[t])..]);
            traits[t] = NameWords.Of(keys[t]);
            statuses[t] = OfficeStatusWords.Of(Text[t], keys[t]);
        }

        foreach (var sentence in Text.Sentences) MarkPhrases(sentence);
    }

    public TaggedText Tagged { get; }

    public TokenisedText Text => Tagged.Text;

    public static MarkedText Of(TaggedText text) => new(text);

    public PartOfSpeech Tag(int t) => Tagged.Tags[t];

    /// <summary>The key of the word, without a status before its hyphen ("then-").</summary>
    public ulong Key(int t) => keys[t];

    public WordTraits Traits(int t) => traits[t];

    public bool Has(int t, WordTraits any) => (uint)t < (uint)traits.Length && (traits[t] & any) != 0;

    /// <summary>The office noun that begins at the token; of length 0 where none does.</summary>
    public Marked<OfficeNoun> OfficeAt(int t) => (uint)t < (uint)offices.Length ? offices[t] : default;

    /// <summary>How many tokens before <paramref name="t"/> are one office noun that ends there.</summary>
    public int OfficeEndingAt(int t) => officeBefore[t];

    /// <summary>The honorific that begins at the token; of length 0 where none does.</summary>
    public Marked<Gender> HonorificAt(int t) => (uint)t < (uint)honorifics.Length ? honorifics[t] : default;

    /// <summary>How many tokens before <paramref name="t"/> are one honorific that ends there.</summary>
    public int HonorificEndingAt(int t) => honorificBefore[t];

    /// <summary>The status that the token gives a title after it, a prefix ("ex-minister") among them, or null.</summary>
    public OfficeStatus? StatusAt(int t) => (uint)t < (uint)statuses.Length ? statuses[t] : null;

    /// <summary>Where the token's word starts after a status before its hyphen.</summary>
    public int WordStart(int t) => Text.Tokens[t].Start + OfficeStatusWords.PrefixLength(Text[t]);

    /// <summary>Where the token's word ends before the possessive's mark.</summary>
    public int WordEnd(int t) => Text.Tokens[t].End - (IsPossessive(t) ? 2 : 0);

    public bool IsPossessive(int t) => Text.Tokens[t].Kind == TokenKind.Word && WordKey.IsPossessive(Text[t]);

    /// <summary>Whether the token is "its", "his" and the like, which the tagger takes for plain pronouns at times.</summary>
    public bool IsPossessivePronoun(int t) =>
        Tag(t).Tag is PennTag.PRPS or PennTag.WPS || (Tag(t).Class == WordClass.Pronoun && Text[t].Length <= 5 && (Text.Is(t, "its") || Text.Is(t, "his") || Text.Is(t, "their") || Text.Is(t, "our") || Text.Is(t, "my")));

    /// <summary>Whether the token is a word that begins with a capital, a status before its hyphen left out.</summary>
    public bool IsCapital(int t)
    {
        if ((uint)t >= (uint)keys.Length || Text.Tokens[t].Kind != TokenKind.Word) return false;
        return char.IsUpper(Text.Text[WordStart(t)]);
    }

    /// <summary>The sentence that the token stands in.</summary>
    public TokenRange Sentence(int t) => Text.Sentences[Text.SentenceOf(t)];

    public bool IsMark(int t, char mark) => (uint)t < (uint)keys.Length && Text.Tokens[t].Kind is TokenKind.Mark && Text.Text[Text.Tokens[t].Start] == mark;

    private void MarkPhrases(TokenRange sentence)
    {
        for (var t = sentence.First; t < sentence.End; t++)
        {
            if (keys[t] == 0) continue;
            var rest = keys.AsSpan(t, sentence.End - t);
            var places = NameWords.Places.Match(rest, out _);
            for (var i = 0; i < places; i++) traits[t + i] |= WordTraits.Place;
            var honorific = NameWords.Honorifics.Match(rest, out var gender);
            if (honorific > 0 && IsCapital(t))
            {
                honorifics[t] = new Marked<Gender>(honorific, gender);
                honorificBefore[t + honorific] = honorific;
            }

            if (Covered(t, sentence)) continue;
            var office = Offices.Nouns.Match(rest, out var noun);
            if (office == 0 || IsTeamCaptain(t, office)) continue;
            offices[t] = new Marked<OfficeNoun>(office, noun);
            officeBefore[t + office] = office;
        }
    }

    // In small letters a captain leads a team or a ship.
    private bool IsTeamCaptain(int t, int length) => length == 1 && Text.Is(t, "captain") && !IsCapital(t);

    // Whether a longer office noun that began earlier holds the token.
    private bool Covered(int t, TokenRange sentence)
    {
        for (var before = 1; before <= 4 && t - before >= sentence.First; before++)
            if (offices[t - before].Length > before) return true;
        return false;
    }
}

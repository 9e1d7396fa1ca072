namespace Ingest.Extraction.Statements.Cues;

/// <summary>The closed classes of words that help a verb.</summary>
internal static class VerbWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Be = Set("is are was were be been being am");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Have = Set("has have had having");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Modal = Set("will would can could may might shall should must cannot ought");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Do = Set("do does did");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Negation = Set("not never neither nor");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pronouns = Set("i you he she it we they that this there who what here");

    public static bool IsBe(ReadOnlySpan<char> word) => Be.Contains(word);

    public static bool IsHave(ReadOnlySpan<char> word) => Have.Contains(word);

    public static bool IsModal(ReadOnlySpan<char> word) => Modal.Contains(word);

    public static bool IsDo(ReadOnlySpan<char> word) => Do.Contains(word);

    /// <summary>Whether the word is an auxiliary in a finite form.</summary>
    public static bool IsFiniteAuxiliary(ReadOnlySpan<char> word) =>
        (IsBe(word) && word is not ("be" or "been" or "being")) || (IsHave(word) && word is not "having") || IsModal(word) || IsDo(word)
        || EndsIn(word, "n't") || IsContraction(word);

    /// <summary>Whether the verb is part of its pronoun's token: "it's", "he'd", "they're", "who'll".</summary>
    public static bool IsContraction(ReadOnlySpan<char> word)
    {
        var apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe <= 0 || !Pronouns.Contains(word[..apostrophe])) return false;
        return word[(apostrophe + 1)..] is "s" or "d" or "re" or "ll" or "ve" or "m";
    }

    private static bool EndsIn(ReadOnlySpan<char> word, string ending) =>
        word.Length > ending.Length && (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || word.EndsWith(ending.Replace('\'', '’'), StringComparison.OrdinalIgnoreCase));

    public static bool IsNegation(ReadOnlySpan<char> word) =>
        Negation.Contains(word) || EndsIn(word, "n't");

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

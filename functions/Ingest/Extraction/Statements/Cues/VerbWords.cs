namespace Ingest.Extraction.Statements.Cues;

/// <summary>The closed classes of words that help a verb.</summary>
internal static class VerbWords
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Be = Set("is are was were be been being 's 're am isn't aren't wasn't weren't");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Have = Set("has have had having hasn't haven't hadn't");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Modal = Set("will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mustn't ought");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Do = Set("do does did don't doesn't didn't");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Negation = Set("not never neither nor n't");

    public static bool IsBe(ReadOnlySpan<char> word) => Be.Contains(word);

    public static bool IsHave(ReadOnlySpan<char> word) => Have.Contains(word);

    public static bool IsModal(ReadOnlySpan<char> word) => Modal.Contains(word);

    public static bool IsDo(ReadOnlySpan<char> word) => Do.Contains(word);

    /// <summary>Whether the word is an auxiliary in a finite form.</summary>
    public static bool IsFiniteAuxiliary(ReadOnlySpan<char> word) =>
        (IsBe(word) && word is not ("be" or "been" or "being")) || (IsHave(word) && word is not "having") || IsModal(word) || IsDo(word);

    public static bool IsNegation(ReadOnlySpan<char> word) =>
        Negation.Contains(word) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}

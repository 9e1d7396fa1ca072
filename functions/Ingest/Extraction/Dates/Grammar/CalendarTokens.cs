using Ingest.Extraction.Dates.Resolution;
using Ingest.Extraction.Language;

namespace Ingest.Extraction.Dates.Grammar;

/// <summary>A text's tokens as the calendar's grammar reads them. Nothing lies beyond the end of the paragraph being read.</summary>
internal sealed class CalendarTokens
{
    private readonly CalendarWord[] words;
    private TokenRange paragraph;

    public CalendarTokens(TaggedText tagged)
    {
        Tagged = tagged;
        Text = tagged.Text;
        words = new CalendarWord[Text.Tokens.Length];
        for (var t = 0; t < words.Length; t++) words[t] = Classify(t);
    }

    public TokenisedText Text { get; }

    public TaggedText Tagged { get; }

    /// <summary>The paragraph that is being read; tokens outside it have no class.</summary>
    public TokenRange Paragraph
    {
        get => paragraph;
        set => paragraph = value;
    }

    public CalendarWord this[int token] => paragraph.Contains(token) ? words[token] : default;

    public CalendarClass Class(int token) => this[token].Class;

    public bool Is(int token, string word) => paragraph.Contains(token) && Text.Is(token, word);

    public bool IsAny(int token, ReadOnlySpan<string> any)
    {
        foreach (var word in any)
            if (Is(token, word)) return true;
        return false;
    }

    public bool IsAny(int token, WordSet words) => paragraph.Contains(token) && words.Contains(Text[token]);

    /// <summary>The token's own word, without the possessive's mark.</summary>
    public ReadOnlySpan<char> Word(int token) => paragraph.Contains(token) ? WithoutPossessive(Text[token]) : [];

    /// <summary>Whether no white space parts the token from the one before.</summary>
    public bool Glued(int token) => paragraph.Contains(token) && !Text.SpaceBefore(token);

    public bool IsPossessive(int token) => paragraph.Contains(token) && Word(token).Length < Text.Tokens[token].Length;

    public bool IsCapitalised(int token) => paragraph.Contains(token) && char.IsUpper(Text[token][0]);

    public bool IsMark(int token, char mark) =>
        paragraph.Contains(token) && Text.Tokens[token] is { Kind: TokenKind.Mark } at && Text.Text[at.Start] == mark;

    public bool IsDash(int token) => IsMark(token, '-') || IsMark(token, '–') || IsMark(token, '—') || IsMark(token, '‑');

    /// <summary>Whether the token is a number in digits.</summary>
    public bool IsDigits(int token) => paragraph.Contains(token) && Text.Tokens[token].Kind == TokenKind.Number;

    /// <summary>The whole number of up to four digits, or in one word, that the token is.</summary>
    public int? Number(int token) => this[token] is { Class: CalendarClass.Number, Value: >= 0 } number ? number.Value : null;

    /// <summary>1 for "first", "1st" (whose two letters are a token of their own) and so on, with the token after it.</summary>
    public (int Value, int End)? Ordinal(int token)
    {
        if (this[token] is { Class: CalendarClass.Ordinal } ordinal) return (ordinal.Value, token + 1);
        if (Is(token, "second")) return (2, token + 1);
        if (Is(token, "last")) return (-1, token + 1);
        if (IsDigits(token) && Number(token) is { } number && Glued(token + 1) && IsAny(token + 1, ["st", "nd", "rd", "th"]))
            return (number, token + 2);

        return null;
    }

    /// <summary>The plain span from the first token to the end of the last, without the last one's possessive mark.</summary>
    public TextSpan Span(int first, int end) => new(Text.Tokens[first].Start, Text.Tokens[end - 1].Start + Word(end - 1).Length);

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' ? word[..^2] : word;

    // "said that", "will last three months", "drove past three"
    private bool IsNoShift(int token, Shift shift) => shift switch
    {
        Shift.That => Tagged[token].Tag is not PennTag.DT,
        Shift.Last => Tagged[token].Tag is PennTag.VB or PennTag.VBP or PennTag.VBD,
        Shift.Past => token > 0 && Tagged[token - 1].Class == WordClass.Verb,
        _ => false,
    };

    private CalendarWord Classify(int token)
    {
        var at = Text.Tokens[token];
        if (at.Kind == TokenKind.Number) return new CalendarWord(CalendarClass.Number, (short)(Digits.Whole(Text[token]) ?? -1));
        if (at.Kind != TokenKind.Word) return default;
        var word = WithoutPossessive(Text[token]);
        if (word.Length > 2 && word[^1] == '.') word = word[..^1];
        var found = CalendarWord.Of(word);
        if (found.Class == CalendarClass.Shift && IsNoShift(token, found.Shift)) return default;
        if (found.Class != CalendarClass.None) return found;
        if (char.IsUpper(word[0]) && NamedDays.MayStart(word)) return new CalendarWord(CalendarClass.Named, 0);
        if (!word.Contains('-')) return default;
        return NumberReader.Cardinal(word) is { } number
            ? new CalendarWord(CalendarClass.Number, (short)number)
            : new CalendarWord(CalendarClass.Compound, 0);
    }
}

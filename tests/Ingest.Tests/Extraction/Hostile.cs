using System.Text;
using CsCheck;

namespace Ingest.Tests.Extraction;

/// <summary>Texts that nobody writes: shuffled words of numbers, money and time with marks between them.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "1", "9", "0", "12", "31", "1,200", "12,34,567", "2019", "1e9", "99999999999999999999999999", "៥០០", "½", ".5", "-", "–", "/", ".", ",", ":", "%", "$", "US", "RM", "RM85mil", "₹", "៛", "(", ")", "“", "”", "\"", "'",
        "one", "two", "twenty-one", "hundred", "million", "billion", "lakh", "crore", "dozens", "half", "a", "an", "third", "thirds", "quarter", "of", "in", "and", "or", "to", "from", "between", "out", "every", "each", "per",
        "the", "past", "next", "last", "first", "this", "that", "same", "end", "mid-July", "mid-", "two-month", "year-long", "-year-old", "day", "days", "week", "years", "month", "century", "ago", "later", "earlier", "before",
        "Monday", "Mondays", "May", "Oct.", "October", "today", "tonight", "now", "morning", "night", "am", "p.m.", "noon", "o'clock", "Christmas", "Khmer", "New", "Year", "fiscal", "FY2024", "BE", "2561", "Q3", "H1",
        "riel", "km", "square", "metres", "people", "said", "will", "was", "rose", "fell", "by", "about", "more", "than", "up", "Article", "Boeing", "\n\n", "\n", "…", "\u200B", "\uD83D\uDE00", "\uD83D",
    ];

    public static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Int[0, 3]).Array[0, 60].Select(parts => string.Concat(parts.Select(part => Pieces[part.Item1] + (part.Item2 == 0 ? "" : " "))));

    /// <summary>One line of about that many units without a sentence's end.</summary>
    public static string Line(string piece, int length) => new StringBuilder(length + piece.Length).Insert(0, piece, (length / piece.Length) + 1).ToString();
}

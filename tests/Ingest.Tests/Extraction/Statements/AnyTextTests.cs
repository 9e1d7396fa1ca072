using CsCheck;
using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Contents;

namespace Ingest.Tests.Extraction.Statements;

/// <summary>What holds of every text, however little sense it makes.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Words =
    [
        "“", "”", "\"", "'", "‘", "’", "''", "``", "«", "»", ",", ".", ":", ";", "—", "–", "-", "(", ")", "\n\n", "?", "!", "…",
        "he", "She", "the", "minister", "Sok", "Dara", "police", "said", "says", "told", "adding", "that", "according", "to", "urged", "called", "for",
        "was", "quoted", "as", "saying", "and", "but", "who", "which", "while", "road", "closed", "had", "been", "not", "on", "Monday", "report", "found", "it's", "\ud800", "ដី", "مرحبا", "é",
    ];

    [Fact]
    public void Spans_are_verbatim_in_order_and_never_overlap() =>
        Gen.Int[0, Words.Length - 1].Array[0, 80].Select(picks => string.Join(' ', picks.Select(pick => Words[pick]))).Sample(Check, iter: 3000);

    [Fact]
    public void Any_characters_will_do() => Gen.String.Sample(Check, iter: 1000);

    /// <summary>A fifth of a megabyte of each would take minutes if any step were quadratic.</summary>
    [Theory]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("' ")]
    [InlineData("\"a ")]
    [InlineData("a")]
    [InlineData("said ")]
    [InlineData("he said ")]
    [InlineData("he said, ")]
    [InlineData("that he said ")]
    [InlineData("according to ")]
    [InlineData("; he said ")]
    [InlineData("adding that, ")]
    [InlineData("the ")]
    [InlineData("of the road ")]
    [InlineData(", ")]
    [InlineData("— ")]
    [InlineData("“He said “")]
    [InlineData("“a”, he said, ")]
    [InlineData("“a”\n\n")]
    [InlineData("called it ")]
    [InlineData("\ud800")]
    [InlineData("مرحبا بكم ")]
    [InlineData("said by X, ")]
    [InlineData("who said that it ")]
    [InlineData("J. ")]
    public void Length_costs_no_more_than_its_own_time(string unit) => Check(string.Concat(Enumerable.Repeat(unit, 200_000 / unit.Length)));

    private static void Check(string text)
    {
        var end = 0;
        foreach (var piece in ContentFinder.Find(TaggedText.Of(TokenisedText.Of(text))).SelectMany(content => content.Pieces).Order())
        {
            Assert.InRange(piece.Start, end, piece.End - 1);
            end = piece.End;
        }

        Assert.InRange(end, 0, text.Length);
    }
}

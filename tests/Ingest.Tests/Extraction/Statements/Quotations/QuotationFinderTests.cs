using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Tests.Extraction.Statements.Quotations;

public sealed class QuotationFinderTests
{
    [Theory]
    [InlineData("He said “no boats” twice.", "no boats")]
    [InlineData("He said \"no boats\" twice.", "no boats")]
    [InlineData("He said ‘no boats’ twice.", "no boats")]
    [InlineData("He said 'no boats' twice.", "no boats")]
    [InlineData("He said ''no boats'' twice.", "no boats")] // typed without the key
    [InlineData("He said ``no boats'' twice.", "no boats")]
    [InlineData("He said « no boats » twice.", "no boats")]
    [InlineData("He said „no boats“ twice.", "no boats")]
    [InlineData("He said ”no boats” twice.", "no boats")] // a slip of the keyboard
    [InlineData("“One,” he said. “Two.”", "One,|Two.")]
    public void Marks_of_every_convention_pair(string text, string expected) => Assert.Equal(expected, Inside(text));

    [Theory]
    [InlineData("“He told us, ‘Pay first,’ and we paid.”", "He told us, ‘Pay first,’ and we paid.")]
    [InlineData("'The growers' union did not ask,' he said.", "The growers' union did not ask,")]
    [InlineData("‘It wasn’t the growers’ union,’ he said.", "It wasn’t the growers’ union,")]
    [InlineData("\"'Sell the boat,' my brother says. And then?\" she said.", "'Sell the boat,' my brother says. And then?")]
    public void What_is_quoted_inside_is_part_of_the_quotation(string text, string expected) => Assert.Equal(expected, Inside(text));

    [Theory]
    [InlineData("The owners' association met in the '90s.", "")]
    [InlineData("It wasn't the owners’ fault.", "")]
    [InlineData("The board is 6' long.", "")]
    public void An_apostrophe_is_no_mark(string text, string expected) => Assert.Equal(expected, Inside(text));

    [Theory]
    [InlineData("“One.\n\n“Two.”", "One.\n\n“Two.")]
    [InlineData("\"One.\n\n\"Two.\n\n\"Three.\"", "One.\n\n\"Two.\n\n\"Three.")]
    public void A_quotation_runs_on_while_paragraphs_open_with_a_mark(string text, string expected) => Assert.Equal(expected, Inside(text));

    [Theory]
    [InlineData("“One.\n\nTwo.", "One.")]
    [InlineData("“One. “Two.”", "One.|Two.")]
    [InlineData("“Nobody asked us, said Hem Dara. “They never do.”", "Nobody asked us|They never do.")] // forgotten before the attribution
    [InlineData("One.” Two.", "")]
    public void A_mark_without_its_partner_ends_with_its_paragraph_or_before_the_next(string text, string expected) => Assert.Equal(expected, Inside(text));

    private static string Inside(string text)
    {
        var tokenised = TokenisedText.Of(text);
        return string.Join('|', QuotationFinder.Find(tokenised).Select(quotation => tokenised.SpanOf(quotation.Inside).In(text)));
    }
}

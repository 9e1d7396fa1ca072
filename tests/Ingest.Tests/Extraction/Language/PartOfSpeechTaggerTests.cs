using Ingest.Extraction.Language;

namespace Ingest.Tests.Extraction.Language;

public sealed class PartOfSpeechTaggerTests
{
    [Theory]
    [InlineData("The minister said the new bridge had been opened.", "DT NN VBD DT JJ NN VBD VBN VBN Mark")]
    [InlineData("Provincial governor Keo Sarath will visit two schools.", "JJ NN NNP NNP MD VB CD NNS Mark")]
    [InlineData("She didn't know that.", "PRP VBD VB DT Mark")] // a contraction is tagged as its first word
    [InlineData("“They paid $20,” he added.", "Mark PRP VBD Symbol CD Mark Mark PRP VBD Mark")]
    public void Words_get_the_tags_of_the_Penn_Treebank(string sentence, string tags)
    {
        var tagged = TaggedText.Of(TokenisedText.Of(sentence));

        Assert.Equal(tags, string.Join(' ', tagged.Tags.Select(t => t.Tag)));
    }

    [Theory]
    [InlineData("The report was published by the ministry.", "published", "VBN")]
    [InlineData("The ministry published the report.", "published", "VBD")]
    public void A_past_tense_is_told_from_a_participle(string sentence, string word, string expected)
    {
        var tagged = TaggedText.Of(TokenisedText.Of(sentence));

        Assert.Equal(expected, tagged[Enumerable.Range(0, tagged.Tags.Length).Single(t => tagged.Text.Is(t, word))].Tag.ToString());
    }

    [Theory]
    [InlineData("the governor’s house", 1, true)]
    [InlineData("the governors met", 1, false)]
    public void A_possessive_says_so(string phrase, int token, bool expected) =>
        Assert.Equal(expected, TaggedText.Of(TokenisedText.Of(phrase))[token].IsPossessive);

    [Fact]
    public void Any_text_has_one_tag_a_token()
    {
        foreach (var text in new[] { "", "\n", "\ud800", "“““", new string('a', 100_000), "مرحبا بكم", "a\n\nb" })
            Assert.Equal(TokenisedText.Of(text).Tokens.Length, TaggedText.Of(TokenisedText.Of(text)).Tags.Length);
    }
}

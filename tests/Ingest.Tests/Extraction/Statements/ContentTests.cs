namespace Ingest.Tests.Extraction.Statements;

/// <summary>What is a content, and what is none.</summary>
public sealed class ContentTests
{
    [Theory]
    [InlineData("She urged residents not to return home.", "She, urged: residents not to return home")]
    [InlineData("She urged other buyers “not to be ashamed” and to come forward.", "She, urged: other buyers “not to be ashamed” and to come forward")]
    [InlineData("He instructed the 14 district authorities to tighten control.", "He, instructed: the 14 district authorities to tighten control")]
    [InlineData("He called on the unit to question at least two officials.", "He, called on: the unit to question at least two officials")]
    [InlineData("She appealed to parents not to hide bites.", "She, appealed to: parents not to hide bites")]
    [InlineData("The minister asked them to hold back part of the crop until prices recover.", "The minister, asked: them to hold back part of the crop until prices recover")]
    [InlineData("The judge ordered the company to pay the villagers within 30 days.", "The judge, ordered: the company to pay the villagers within 30 days")] // an order is a request
    [InlineData("The union called for a permanent fund.", "The union, called for: a permanent fund")]
    [InlineData("The lawmaker also pressed for a public register.", "The lawmaker, pressed for: a public register")]
    [InlineData("Tài demanded that the districts check their codes before Monday.", "Tài, demanded: the districts check their codes before Monday")]
    [InlineData("The ministry asked airlines to stop selling seats, only to withdraw the request a day later.", "The ministry, asked: airlines to stop selling seats")]
    [InlineData("The chief vowed to close the pits.", "The chief, vowed: to close the pits")]
    [InlineData("The union sought the formation of a board of inquiry.", "The union, sought: the formation of a board of inquiry")]
    [InlineData("The lawyer pleaded for a shorter term.", "The lawyer, pleaded for: a shorter term")]
    [InlineData("The drivers threatened to park their trucks at the gate.", "The drivers, threatened: to park their trucks at the gate")]
    public void A_request_starts_with_whom_it_asks(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The rector attributed the rise to better teaching.", "The rector, attributed: the rise to better teaching")]
    [InlineData("The board blamed the delay on heavy rain.", "The board, blamed: the delay on heavy rain")]
    [InlineData("The senator accused the board of hiding the report.", "The senator, accused: the board of hiding the report")]
    [InlineData("He described the deportations as showing resolve.", "He, described: the deportations as showing resolve")]
    [InlineData("The minister dismissed the report as gossip.", "The minister, dismissed: the report as gossip")]
    [InlineData("The treasurer put the cost at 3 million baht.", "The treasurer, put: the cost at 3 million baht")]
    [InlineData("The poet called the plan “a fence around the sea”.", "The poet, called: the plan “a fence around the sea”")]
    [InlineData("The mayor, who won in May, calls that figure “fiction”.", "The mayor, calls: that figure “fiction”")]
    [InlineData("He later promised a free hotline by July 1.", "He, promised: a free hotline by July 1")]
    [InlineData("The minister announced a one-year freeze on new licences.", "The minister, announced: a one-year freeze on new licences")]
    [InlineData("The guideline recommends paying members at least 8,000 yen.", "The guideline, recommends: paying members at least 8,000 yen")]
    [InlineData("He promised “at least two” bridges before the elections.", "He, promised: “at least two” bridges before the elections")]
    [InlineData("The drivers complained of long queues and arbitrary fees.", "The drivers, complained of: long queues and arbitrary fees")]
    [InlineData("The adviser ruled out any delay in the review.", "The adviser, ruled out: any delay in the review")]
    [InlineData("The governor shrugged off the complaint as “noise”.", "The governor, shrugged off: the complaint as “noise”")]
    [InlineData("The mayor brushed aside the charge as baseless.", "The mayor, brushed aside: the charge as baseless")]
    [InlineData("The captain credited the win to patience.", "The captain, credited: the win to patience")]
    public void A_noun_content_says_what_was_said(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("Her lawyer denied that she had fled.", "Her lawyer, denied: she had fled")]
    [InlineData("The board rejected suggestions that the papers had been made easier.", "The board, rejected: the papers had been made easier")]
    [InlineData("The governor dismissed claims that his own officials tip off poachers.", "The governor, dismissed: his own officials tip off poachers")]
    [InlineData("Two guards admitted to having slept.", "Two guards, admitted to: having slept")]
    [InlineData("Delwar denied knowing the man.", "Delwar, denied: knowing the man")]
    [InlineData("The warden disagreed that the council had a target.", "The warden, disagreed: the council had a target")]
    [InlineData("The office rejected calls for its head to step down.", "The office, rejected: its head to step down")]
    [InlineData("The mayor refuted claims that the well was dry.", "The mayor, refuted: the well was dry")]
    public void What_is_denied_is_the_content(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("She asked whether the road was safe.", "She, asked: whether the road was safe")]
    [InlineData("She asked the mayor why the road was closed.", "She, asked: why the road was closed")] // without the person asked
    [InlineData("His office has also asked the network whether it had heard anything.", "His office, asked: whether it had heard anything")]
    [InlineData("Replying to Koh Li Ting, who asked if he had been “shunned”, she said he had been promoted.", "Koh Li Ting, asked: if he had been “shunned”\nshe, said: he had been promoted")]
    [InlineData("The judge wondered why no case had been filed.", "The judge, wondered: why no case had been filed")]
    [InlineData("She demanded to know who had signed the permit.", "She, demanded to know: who had signed the permit")]
    public void A_reported_question_starts_at_its_question_word(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("He was of the view that hoarders had emptied the shops.", "He, was of the view: hoarders had emptied the shops")]
    [InlineData("He hastened to add that the files were safe.", "He, add: the files were safe")]
    [InlineData("She was quick to point out that the well was dry.", "She, point out: the well was dry")]
    public void Sayings_have_more_words_than_a_verb(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The minister denied that tolls would rise, as drivers threatened to strike.", "The minister, denied: tolls would rise\ndrivers, threatened: to strike")]
    [InlineData("Hem Dara said his party might abstain, though its secretary called such talk “premature”.", "Hem Dara, said: his party might abstain\nits secretary, called: such talk “premature”")]
    public void What_somebody_else_says_ends_a_content(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The minister spoke about the economy.")]
    [InlineData("The mayor criticised the ministry.")]
    [InlineData("The mayor apologised to passengers.")]
    [InlineData("The ministry declined to say how many had left.")]
    [InlineData("He would not say how much he had paid.")]
    [InlineData("He did not say when the bridge would open.")]
    [InlineData("The director could not be reached.")]
    [InlineData("The clerk was charged with forgery.")]
    [InlineData("The company denied the allegation.")]
    [InlineData("The villagers asked for more.")]
    [InlineData("The land is protected under the law.")]
    [InlineData("All rice was handed out according to need.")] // what goes by something says nothing
    [InlineData("The generals agreed on June 17 to keep their troops where they are.")]
    [InlineData("He was responding from his hospital bed.")]
    [InlineData("Police believe the driver fell asleep.")]
    [InlineData("Police plan to question the owner.")]
    [InlineData("Police found that the door was open.")] // a survey finds and tells; police only find
    [InlineData("The gang’s alleged leader left the country.")]
    [InlineData("The dam will open two years later than promised.")]
    [InlineData("Three fishers, all of whom requested anonymity, stood on the jetty.")]
    [InlineData("The council will announce the winners on Monday.")]
    [InlineData("As rain threatened, 47 dogs queued outside the temple.")]
    public void These_say_nothing(string text) => Assert.Equal("", Reading.Of(text));

    [Theory]
    [InlineData("The “ghost” school has no pupils.")]
    [InlineData("A new word, “slowmad”, is heard in the cafes.")]
    [InlineData("The papers, known as “Samoeun titles”, carry two stamps.")]
    [InlineData("The case has \"spooked\" a trade with thin margins.")]
    [InlineData("Rodelio “Dodong” Escalante opened the market.")]
    public void Scare_quotes_and_nicknames_are_no_statement(string text) => Assert.Equal("", Reading.Of(text));

    [Theory]
    [InlineData("“We have no boats,” he said.", "direct")]
    [InlineData("He said they had “no boats”.", "mixed")]
    [InlineData("He said they had no boats.", "indirect")]
    [InlineData("“We have no boats,” he said, adding that they had “no nets”.", "direct mixed")]
    [InlineData("“We pay,” she said, “and they laugh.”", "direct")]
    [InlineData("The wind “took the roof”, she said, but nobody was hurt.", "mixed")]
    [InlineData("She urged them “not to be ashamed”.", "mixed")]
    public void The_marks_tell_the_kind(string text, string expected) => Assert.Equal(expected, Reading.KindsOf(text));

    [Theory]
    [InlineData("“We have no boats,” he said.\n\n“Nobody came.”\n\n“Nobody will.”", "he, said: We have no boats\n-, -: Nobody came.\n-, -: Nobody will.")]
    [InlineData("“We warned them in 2017.\n\n“They did nothing,” Ros Bunna said.", "Ros Bunna, said: We warned them in 2017.\n\n“They did nothing")] // no closing mark: one quotation goes on
    [InlineData("“We have no boats,” he said. “The sea is empty.\n\n“It was not always so.”", "he, said: We have no boats // The sea is empty.\n\n“It was not always so.")]
    [InlineData("Ros Bunna said 40 families had left.\n\n“They ask me one thing: ‘Who pays the loan?’ I have no answer.”", "Ros Bunna, said: 40 families had left\n-, -: They ask me one thing: ‘Who pays the loan?’ I have no answer.")]
    [InlineData("Asked why he had sent the man away, Lượm laughed. “Would you sell your father’s name?”", "-, -: Would you sell your father’s name?")]
    public void Quoted_paragraphs_speak_for_themselves(string text, string expected) => Assert.Equal(expected, Reading.Of(text));
}

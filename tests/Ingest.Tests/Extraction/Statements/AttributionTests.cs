namespace Ingest.Tests.Extraction.Statements;

/// <summary>Where cue, speaker and content stand to each other.</summary>
public sealed class AttributionTests
{
    [Theory]
    [InlineData("“We have no boats,” said Long Vuthy, a fisherman from Kep.", "Long Vuthy, said: We have no boats")]
    [InlineData("“We have no boats,” Vuthy said.", "Vuthy, said: We have no boats")]
    [InlineData("“We have no boats,” she told the committee on Friday.", "she, told: We have no boats")]
    [InlineData("“We have no boats,” Long Vuthy, a fisherman from Kep who lost his in March, told reporters.", "Long Vuthy, told: We have no boats")]
    [InlineData("“We have no boats”, Vuthy muttered.", "Vuthy, muttered: We have no boats")] // the comma may stand outside
    [InlineData("“Is it safe?” asked Hem Dara.", "Hem Dara, asked: Is it safe?")]
    [InlineData("“Is it safe?” Hem Dara asked.", "Hem Dara, asked: Is it safe?")]
    [InlineData("“It is safe!” he shouted.", "he, shouted: It is safe!")]
    [InlineData("“Nobody asked us,” one user wrote.", "one user, wrote: Nobody asked us")]
    [InlineData("“Why so late?” read a comment under the post.", "a comment under the post, read: Why so late?")]
    [InlineData("“They never came,” wrote the user “Daughter of the Rain”, whose post was shared widely.", "Daughter of the Rain, wrote: They never came")]
    [InlineData("“Nobody asked us” – Commissioner Hem Dara", "Commissioner Hem Dara, -: Nobody asked us")]
    [InlineData("“Sing, sir,” he was heard saying to a guard.", "he, heard saying: Sing, sir")]
    public void A_quotation_before_its_attribution(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("Vuthy said: “We have no boats.”", "Vuthy, said: We have no boats.")]
    [InlineData("Vuthy said, “We have no boats.”", "Vuthy, said: We have no boats.")]
    [InlineData("Vuthy told some 200 villagers: “We have no boats.”", "Vuthy, told: We have no boats.")]
    [InlineData("Asked when they would come, Hem Dara, head of the works office, replied: “When there is a road.”", "Hem Dara, replied: When there is a road.")]
    [InlineData("Hem Dara was blunter: “Nobody asked us.”", "Hem Dara, -: Nobody asked us.")]
    [InlineData("Hem Dara: “Nobody asked us.”", "Hem Dara, -: Nobody asked us.")]
    [InlineData("Said Hem Dara, a mother of three: “Nobody asked us.”", "Hem Dara, Said: Nobody asked us.")]
    [InlineData("The mayor wrote on his page:\n\n“The bridge is open.”", "The mayor, wrote: The bridge is open.")]
    [InlineData("The mayor said: “It is open,” and added that it was free.", "The mayor, said: It is open\nThe mayor, added: it was free")]
    public void A_quotation_after_its_attribution(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("“If you want rain,” she said, “plant trees.”", "she, said: If you want rain // plant trees.")]
    [InlineData("“We have no boats,” he said. “We have no nets either.”", "he, said: We have no boats // We have no nets either.")]
    [InlineData("“We have no boats,” he said. “No nets either.” He shrugged. “It is over.”", "he, said: We have no boats // No nets either.\n-, -: It is over.")]
    [InlineData("The bridge, she said, will open in May.", "she, said: The bridge // will open in May")]
    [InlineData("Once the rain stops, the engineer said, work will go on.", "the engineer, said: Once the rain stops // work will go on")]
    [InlineData("By noon, she said, half of the oil had been skimmed off.", "she, said: By noon // half of the oil had been skimmed off")]
    [InlineData("Those who paid would not be fined, he pledged, and would get a receipt.", "he, pledged: Those who paid would not be fined // and would get a receipt")]
    [InlineData("The lake, according to the fisheries office, had been dry for a month.", "the fisheries office, according to: The lake // had been dry for a month")]
    [InlineData("Half of the names, said Golam Rahim, secretary of the union, are of people who left.", "Golam Rahim, said: Half of the names // are of people who left")]
    [InlineData("Guards earn 300 dollars a month, said Rosa Lim, head of the union, “less than a driver”.", "Rosa Lim, said: Guards earn 300 dollars a month // less than a driver")]
    [InlineData("Her dog, Sophea said as the team packed up, had barked at everybody.", "Sophea, said: Her dog // had barked at everybody")]
    [InlineData("The wind “took the roof and the goats”, the lieutenant said, but nobody was hurt.", "the lieutenant, said: The wind “took the roof and the goats” // but nobody was hurt")]
    public void An_attribution_in_the_middle_parts_one_statement(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("Chan Sophea said on Monday that the floods had damaged 27 roads, and that repairs would cost 85 million riel.", "Chan Sophea, said: the floods had damaged 27 roads, and that repairs would cost 85 million riel")]
    [InlineData("Sophea said the floods had damaged 27 roads.", "Sophea, said: the floods had damaged 27 roads")]
    [InlineData("Sophea said in a statement the floods had damaged 27 roads.", "Sophea, said: the floods had damaged 27 roads")]
    [InlineData("Sophea said, in an email, that the floods had damaged 27 roads.", "Sophea, said: the floods had damaged 27 roads")]
    [InlineData("Sophea told The Post on March 13 that the floods had damaged 27 roads.", "Sophea, told: the floods had damaged 27 roads")]
    [InlineData("Sophea told reporters the floods had damaged 27 roads.", "Sophea, told: the floods had damaged 27 roads")]
    [InlineData("Sophea told a parliament hearing a new dike would cost too much.", "Sophea, told: a new dike would cost too much")]
    [InlineData("The chief, a 61-year-old former monk who joined the council in 2017, told villagers the well was dry.", "The chief, told: the well was dry")]
    [InlineData("Meas Rith, deputy chief of police, who led the search, told reporters that the well was dry.", "Meas Rith, told: the well was dry")]
    [InlineData("Its director, Tum Sovann, said the well was dry.", "Tum Sovann, said: the well was dry")]
    [InlineData("She used to say the dam was safe.", "She, say: the dam was safe")]
    [InlineData("The office has also said that the dam is safe.", "The office, said: the dam is safe")]
    [InlineData("The letter warned that the land had been sold twice.", "The letter, warned: the land had been sold twice")]
    [InlineData("Dara was quoted as saying that nobody had asked them.", "Dara, was quoted as saying: nobody had asked them")]
    [InlineData("A Thai daily quoted her as saying nobody had asked them.", "her, quoted her as saying: nobody had asked them")]
    [InlineData("As the governor told reporters, the dam is full.", "the governor, told: the dam is full")]
    public void A_reported_clause_after_its_cue(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The bridge will open in May, said Ros Pisey, who heads the works office.", "Ros Pisey, said: The bridge will open in May")]
    [InlineData("The bridge will open in May, the works office announced on Sunday.", "the works office, announced: The bridge will open in May")]
    [InlineData("The bridge will open in May, a spokeswoman, Anna Lim, said on Saturday.", "Anna Lim, said: The bridge will open in May")]
    [InlineData("The bridge will open in May, according to the works office.", "the works office, according to: The bridge will open in May")]
    [InlineData("But the bridge will open in May, she said.", "she, said: the bridge will open in May")] // the link to the sentence before is the reporter's
    [InlineData("The land was sold twice, records of the district office show.", "records of the district office, show: The land was sold twice")]
    [InlineData("The count found 86 or 87, said two people who have read it.", "two people who have read it, said: The count found 86 or 87")]
    [InlineData("The bridge will open in May, as the governor told reporters.", "the governor, told: The bridge will open in May")]
    public void A_reported_clause_before_its_cue(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("According to the works office, the bridge will open in May.", "the works office, According to: the bridge will open in May")]
    [InlineData("But according to the works office, the bridge will open in May.", "the works office, according to: the bridge will open in May")]
    [InlineData("According to the order, signed on Monday by a judge, Heng Saroth, the three men are to be held.", "the order, According to: the three men are to be held")]
    [InlineData("According to the sheet, Tan Boon Kiat, 49, accepted two watches.", "the sheet, According to: Tan Boon Kiat, 49, accepted two watches")]
    [InlineData("According to him, “nobody was hurt”.", "him, According to: nobody was hurt")]
    public void According_to_before_the_content(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("“We are ready,” the governor said, adding that tolls would be free for a year.", "the governor, said: We are ready\nthe governor, adding: tolls would be free for a year")]
    [InlineData("“We are ready,” said the abbot, Chhay Om, adding: “Come early.”", "Chhay Om, said: We are ready\nChhay Om, adding: Come early.")]
    [InlineData("Dara denied that he had sat on the letter, saying it had come on Monday.", "Dara, denied: he had sat on the letter\nDara, saying: it had come on Monday")]
    [InlineData("The minister told them to keep records, and warned that cheats would be dismissed.", "The minister, told: them to keep records\nThe minister, warned: cheats would be dismissed")]
    [InlineData("Hanh denied that her members had fixed prices and attributed the slump to weak demand.", "Hanh, denied: her members had fixed prices\nHanh, attributed: the slump to weak demand")]
    [InlineData("The price had doubled, he said; she replied that it had not.", "he, said: The price had doubled\nshe, replied: it had not")]
    [InlineData("Sok Leng said the well was dry, while her deputy, Keo Sarath, said the pump was broken.", "Sok Leng, said: the well was dry\nKeo Sarath, said: the pump was broken")]
    [InlineData("HÀ NỘI — The city will ban old motorbikes, Keo Sarath announced.", "Keo Sarath, announced: The city will ban old motorbikes")]
    [InlineData("Sok Leng said the well was dry, while her brother said the pump was broken.", "Sok Leng, said: the well was dry\nher brother, said: the pump was broken")]
    [InlineData("The network demanded that fees be abolished, calling them “a tax on goodwill”.", "The network, demanded: fees be abolished\nThe network, calling: them “a tax on goodwill”")]
    public void A_new_cue_starts_a_new_statement(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The importer, Green Buffalo Co, issued a statement on Monday stressing that its meat was fresh.", "Green Buffalo Co, stressing: its meat was fresh")]
    [InlineData("The union held a rally in Jakarta demanding that the law be changed.", "The union, demanding: the law be changed")]
    [InlineData("Rangers picked up a letter warning that the bridge was weak.", "a letter, warning: the bridge was weak")]
    public void A_document_that_somebody_issues_is_its_authors(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("It came a day after lawmaker Hem Dara claimed that the dam had cracked.", "lawmaker Hem Dara, claimed: the dam had cracked")]
    [InlineData("He broke the record, a mark he described as “a gift”.", "he, described: as “a gift”")]
    [InlineData("Safe Banks in a press release termed the case “a farce”.", "Safe Banks, termed: the case “a farce”")]
    [InlineData("Her rival, Hem Dara of the first district, left early and said the jail was unsafe.", "Hem Dara, said: the jail was unsafe")]
    [InlineData("A guard, who asked not to be named, said at least two jails, including Takeo, were full.", "A guard, who asked not to be named, said: at least two jails, including Takeo, were full")]
    [InlineData("On claims that the dam was “late”, Hem Dara said: “It is early.”", "Hem Dara, said: It is early.")]
    [InlineData("Earlier in the day, Hem Dara told journalists that owners, not the state, decide.", "Hem Dara, told: owners, not the state, decide")]
    [InlineData("Hem Dara said on June 17 the gate would open.", "Hem Dara, said: the gate would open")]
    [InlineData("A shop owner surnamed Deng complained that nobody could park.", "A shop owner surnamed Deng, complained: nobody could park")]
    public void The_subject_of_the_cue_speaks(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("He told her to wait and went home.", "He, told: her to wait")]
    [InlineData("She demanded that the road be closed, and gave them a week.", "She, demanded: the road be closed")]
    [InlineData("When the governor said the dam was full, villagers packed their boats.", "the governor, said: the dam was full")]
    [InlineData("A quarter of the pools have silted up, she said, citing Lao data.", "she, said: A quarter of the pools have silted up")]
    [InlineData("The letter reads “we may close the road”, but no plans exist.", "The letter, reads: we may close the road")]
    public void What_the_reporter_goes_on_to_tell_is_left_out(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("The driver had told police he fell asleep, Zulkifli said.", "Zulkifli, said: The driver had told police he fell asleep")]
    [InlineData("“The driver told us, ‘Pay first,’ and we paid,” Sok Leng said.", "Sok Leng, said: The driver told us, ‘Pay first,’ and we paid")]
    [InlineData("He tore up the letter, according to her, and told her staff to go.", "her, according to: He tore up the letter // and told her staff to go")]
    public void A_saying_inside_a_statement_is_part_of_it(string text, string expected) => Assert.Equal(expected, Reading.Of(text));
}

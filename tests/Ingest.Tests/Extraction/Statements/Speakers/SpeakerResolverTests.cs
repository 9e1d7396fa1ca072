namespace Ingest.Tests.Extraction.Statements.Speakers;

public sealed class SpeakerResolverTests
{
    private static string? LastName(string marked) => MarkedArticle.Read(marked).Resolve()[^1].Speaker.FullName;

    [Theory]
    [InlineData("District governor Keo Sarath said {the dyke would hold}. [Keo Sarath]", "Keo Sarath")]
    [InlineData("[Provincial governor Datuk Amir bin Razali] said {the dyke would hold}.", "Amir bin Razali")] // titles belong to no name
    [InlineData("[Commission on Water (CW) auditor Keo Sarath] said {the dyke would hold}.", "Keo Sarath")] // the office has a preposition in it
    [InlineData("[A victim, who wanted to be known only as Madam Koh], said {the dyke would hold}. Koh left.", "Koh")]
    [InlineData("Mayor Rosario delos Reyes agreed. {The dyke would hold}, [Delos Reyes] said.", "Rosario delos Reyes")]
    [InlineData("Hem Dara, the government’s nominee to head the board, agreed. {The dyke would hold}, [the nominee] said.", "Hem Dara")]
    [InlineData("[A shop owner surnamed Deng] said {the dyke would hold}. Deng waited. Deng wept.", "Deng")]
    [InlineData("Minister Lyonpo Keo Sarath agreed. {The dyke would hold}, [Lyonpo] said.", "Keo Sarath")]
    [InlineData("[Bank of Ruritania Governor Keo Sarath] said {the dyke would hold}.", "Keo Sarath")]
    [InlineData("[Adviser to the King on Water Dr Keo Sarath] said {the dyke would hold}.", "Keo Sarath")]
    [InlineData("Its director, Chum Vibol, agreed. {The dyke would hold}, [Vibol] said.", "Chum Vibol")] // the given name of a Khmer name
    [InlineData("Governor Chum Vibol agreed. {The dyke would hold}, [Chum] said.", "Chum Vibol")]
    [InlineData("Minister Trần Văn Minh agreed. {The dyke would hold}, [Minh] said.", "Trần Văn Minh")]
    [InlineData("Lawmaker Park Seo-jin agreed. {The dyke would hold}, [Park] said.", "Park Seo-jin")]
    [InlineData("Minister Liu Wenhai agreed. {The dyke would hold}, [Liu] said.", "Liu Wenhai")]
    [InlineData("Police chief Nurul Hakim Othman agreed. {The dyke would hold}, [Nurul Hakim] said.", "Nurul Hakim Othman")]
    [InlineData("Regent Sutarno agreed. {The dyke would hold}, [Sutarno] said.", "Sutarno")]
    [InlineData("Mayor Rosario “Charing” Dizon agreed. {The dyke would hold}, [Dizon] said.", "Rosario “Charing” Dizon")]
    public void A_name_is_the_fullest_form_of_the_article(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("Governor Keo Sarath met district chief Keo Thida on Monday. Mr Keo was late. {He was sorry}, [Mr Keo] said.", "Keo Sarath")]
    [InlineData("Governor Keo Sarath met district chief Ms Keo Thida on Monday. {She was sorry}, [Ms Keo] said.", "Keo Thida")]
    [InlineData("Trader Rani Shah saw it. Minister Imran Shah was there. {It was late}, [Shah] said.", "Imran Shah")] // the one last named
    public void Of_two_people_with_one_surname_gender_and_recency_decide(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("[Minister Sok Dara] said {the dyke would hold}. {It was new}, [he] added.", "Sok Dara")]
    [InlineData("Spokeswoman Sok Thy met Mr Long Vanna. {The dyke would hold}, [she] said.", "Sok Thy")]
    [InlineData("[Mayor Lim Heng] said {it was late}.\n\nVillager Kim Dara, 34, disagreed. {It was early}, [he] said.", "Kim Dara")] // a new subject passes the previous speaker
    [InlineData("[An engineer at the plant, who asked not to be named], said {it was late}. {It was early}, [she] said.", "engineer at the plant")]
    [InlineData("[Maeng Min-ho] <asked> {whether Vice Minister Do Jin-woo knew}. Do stood up. {Not in writing}, [he] <replied>.", "Do Jin-woo")]
    [InlineData("[Minister Sok Thy] said {it was late}. {It was new}, [she] added. Mr Long Vanna stood up. {It was old}, [he] said.", "Long Vanna")] // a pronoun has told that the minister is a woman
    [InlineData("[Spokesman Sok Dara] said {it was late}. Asked whether Premier Long Vanna would come, [he] said {it was too early}.", "Sok Dara")] // who is asked about does not answer
    public void A_pronoun_means_the_most_salient_person_of_its_gender(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("Land minister Sok Dara and governor Long Vanna met. {The dyke would hold}, [the minister] said.", "Sok Dara")]
    [InlineData("Lt Col Sok Dara, deputy police chief, came. {The dyke would hold}, [the lieutenant colonel] said.", "Sok Dara")]
    [InlineData("Rep. Ana Reyes came. {The dyke would hold}, [the congresswoman] said.", "Ana Reyes")]
    [InlineData("Barangay Captain Ana Reyes came. {The dyke would hold}, [the village chief] said.", "Ana Reyes")]
    [InlineData("Former mayor Hari Thapa came with Mayor Lal Rai. {The dyke would hold}, [the former mayor] said.", "Hari Thapa")]
    [InlineData("Nak Sophy, 52, came with Nak Thida, 48. {The dyke would hold}, [the 48-year-old] said.", "Nak Thida")]
    [InlineData("{The dyke would hold}, [an opposition lawmaker] claimed on Monday.\n\nRep. Kim Da-eun told the house it was safe.", "Kim Da-eun")] // named in the next paragraph
    public void A_title_means_its_most_recent_holder(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("The Ministry of Dykes and Roads opened it. {It would hold}, [the ministry] said.", "Ministry of Dykes and Roads")]
    [InlineData("The Fisheries Research Agency (FRA) opened it. {It would hold}, [FRA] said.", "Fisheries Research Agency")]
    [InlineData("The Mekong Heron Network opened it. {It would hold}, [the network] said.", "Mekong Heron Network")]
    [InlineData("The Lowland Residents’ Coalition came. {It would hold}, [the group] said.", "Lowland Residents’ Coalition")]
    [InlineData("{It would hold}, [rights group Safe Banks] said.", "Safe Banks")]
    [InlineData("{It would hold}, [the Rural Union] said in a note.", "Rural Union")]
    [InlineData("{It would hold}, [All Pakistan Weavers Confederation] said.", "All Pakistan Weavers Confederation")]
    [InlineData("Himal Reporting Circle (HRC) opened it. {It would hold}, [HRC] said.", "Himal Reporting Circle")] // what it spells makes a body of it
    public void A_body_speaks_under_its_fullest_name(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("{It would hold}, according to [a police report seen by the newspaper].", "police report")]
    [InlineData("{It would hold}, [a survey by his institute] found.", "survey by his institute")]
    [InlineData("{It would hold}, [a 2023 audit by the Supreme Audit Agency (SAA)] found.", "2023 audit by the Supreme Audit Agency")]
    [InlineData("[A letter dated May 3] said {it would hold}. [It] put {the cost at $5}.", "letter")]
    [InlineData("[A Board of Roads and Dykes report released on Monday] says {it would hold}. {It was new}, according to [the 12-page document].", "Board of Roads and Dykes report")]
    [InlineData("{It would hold}, according to [a poll by Open Ledger of 1,200 voters].", "poll by Open Ledger")] // the sample is no part of it
    public void A_document_is_the_phrase_that_introduces_it(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Theory]
    [InlineData("{It would hold}, said [a provincial land official who asked not to be named].", "provincial land official")]
    [InlineData("{It would hold}, said [a physics teacher in Takeo province].", "physics teacher in Takeo province")]
    [InlineData("{It would hold}, said [two people who have seen it].", "two people")]
    [InlineData("{It would hold}, said [Three fishers, all of whom came late].", "Three fishers")]
    [InlineData("{It would hold}, said [a person familiar with the matter].", "person familiar with the matter")]
    [InlineData("{It would hold}, said [a man in his 40s who came late].", "man in his 40s")]
    [InlineData("[A senior diplomat, who asked not to be named], said {it would hold}. Mayor Lim Heng left. {It was new}, [the diplomat] added.", "senior diplomat")]
    [InlineData("[A jail officer, who asked not to be named], said {it would hold}. {It was new}, [the source] added.", "jail officer")]
    public void The_nameless_keep_their_description_without_article_and_clause(string marked, string name) => Assert.Equal(name, LastName(marked));

    [Fact]
    public void A_bare_quote_belongs_to_the_previous_speaker()
    {
        var speaker = MarkedArticle.Read("[Farmer Sok Dara] said {it was late}.\n\n“{~And now it is gone.}”").Resolve()[^1].Speaker;

        Assert.Equal(("Sok Dara", "previous-speaker", null), (speaker.FullName, speaker.ResolvedBy, speaker.Mention));
    }

    [Theory]
    [InlineData("[Sok Dara, a 43-year-old mechanic from Baray district], said {it was late}.", "mechanic")]
    [InlineData("Lieutenant Colonel [Sok Dara], deputy chief of the provincial police, said {it was late}.", "deputy chief of the provincial police")] // rather than the rank
    [InlineData("[Sok Dara], a surgeon who was elected mayor of Simalchaur in May, said {it was late}.", "mayor of Simalchaur")] // rather than the trade
    [InlineData("{It was late}, [he] said. Retired seamstress Sok Dara agreed. {It was}, [Dara] said.", "Retired seamstress")]
    public void The_title_is_the_office_else_the_trade(string marked, string title) => Assert.Equal(title, MarkedArticle.Read(marked).Resolve()[^1].Speaker.Title);

    [Fact]
    public void Nobody_is_an_honest_unknown()
    {
        var resolution = MarkedArticle.Read("{It would hold}, [they] said.").Resolve()[0];

        Assert.Null(resolution.Speaker.FullName);
        Assert.True(resolution.Confidence < 0.3);
    }
}

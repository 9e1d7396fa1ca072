using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Tests.Extraction.Officials;

public sealed class OfficialExtractorTests
{
    private static ImmutableArray<Official> Officials(string article) =>
        new OfficialExtractor().Extract(Cast.Of(MarkedText.Of(TaggedText.Of(TokenisedText.Of(article)))));

    private static string Told(string article) => string.Join("; ", Officials(article)
        .Select(o => $"{o.Name}: {string.Join(", ", o.Roles.Select(r => r.Title))} ({o.Status.ToString().ToLowerInvariant()})"));

    [Theory]
    [InlineData("Kandal provincial governor Keo Sarath visited the dyke.", "Keo Sarath: Kandal provincial governor (current)")]
    [InlineData("Rural Roads Department spokesman Chum Vibol agreed.", "Chum Vibol: Rural Roads Department spokesman (current)")]
    [InlineData("Land, Water and Rural Affairs Minister Datuk Seri Amir Razali agreed.", "Amir Razali: Land, Water and Rural Affairs Minister (current)")]
    [InlineData("Melati OCPD Supt Ravi Chandran agreed.", "Ravi Chandran: Melati OCPD, Supt (current)")]
    [InlineData("Rep. Park Min-ji of the opposition Unity Party agreed.", "Park Min-ji: Rep. (current)")]
    [InlineData("Reps. Park Min-ji and Gil Su-a agreed.", "Park Min-ji: Rep (current); Gil Su-a: Rep (current)")]
    [InlineData("It grew under then-Prime Minister Chan Sen and former Interior Minister Keo Sarath.", "Chan Sen: Prime Minister (then); Keo Sarath: Interior Minister (former)")]
    [InlineData("The governor and his deputy, Keo Sarath, agreed.", "Keo Sarath: deputy (current)")]
    [InlineData("Mayor Rosario “Charing” Dizon agreed.", "Rosario “Charing” Dizon: Mayor (current)")]
    [InlineData("The UN met ministers Sok Thida and Long Dara.", "Sok Thida: minister (current); Long Dara: minister (current)")]
    [InlineData("Secretary of the Phú Lộc District Party Committee Trần Văn Minh agreed.", "Trần Văn Minh: Secretary of the Phú Lộc District Party Committee (current)")]
    [InlineData("Vice-Governor Liu Mei agreed.", "Liu Mei: Vice-Governor (current)")]
    [InlineData("Election Board chief M. Kumar agreed.", "M. Kumar: Election Board chief (current)")]
    [InlineData("Health Undersecretary Ma. Corazon Pineda agreed.", "Ma. Corazon Pineda: Health Undersecretary (current)")]
    [InlineData("VC Shafiq Rahman agreed.", "Shafiq Rahman: VC (current)")]
    [InlineData("Works Office Deputy Director (Takeo) Keo Sarath agreed.", "Keo Sarath: Works Office Deputy Director (current)")]
    [InlineData("Officer-in-Charge of Melati Police Station Keo Sarath agreed.", "Keo Sarath: Officer-in-Charge of Melati Police Station (current)")]
    [InlineData("Commission on Water (CW) supervising auditor Keo Sarath agreed.", "Keo Sarath: Commission on Water (CW) supervising auditor (current)")]
    [InlineData("Association of Ports in Cambodia executive director Keo Sarath agreed.", "Keo Sarath: Association of Ports in Cambodia executive director (current)")]
    [InlineData("Melati jail spokesman Jail Officer 3 Keo Sarath agreed.", "Keo Sarath: Melati jail spokesman, Jail Officer 3 (current)")]
    [InlineData("The regional director, lawyer Keo Sarath, agreed.", "Keo Sarath: regional director (current)")]
    [InlineData("Deputy Prime Minister and Interior Minister Keo Sarath agreed.", "Keo Sarath: Deputy Prime Minister, Interior Minister (current)")]
    [InlineData("The panel president, Hungary’s Keo Sarath, agreed.", "Keo Sarath: panel president (current)")]
    [InlineData("The president of the Fishermen’s Ittehad, Keo Sarath, agreed.", "Keo Sarath: president of the Fishermen’s Ittehad (current)")]
    [InlineData("The chairperson of the Inns and Bars Association of Bhutan, Keo Sarath, agreed.", "Keo Sarath: chairperson of the Inns and Bars Association of Bhutan (current)")]
    public void A_title_stands_before_the_name(string article, string officials) => Assert.Equal(officials, Told(article));

    [Theory]
    [InlineData("Chea Bora, head of the district forestry office, agreed.", "Chea Bora: head of the district forestry office (current)")]
    [InlineData("Chea Bora, 51, director of Safe Harvest, agreed.", "Chea Bora: director of Safe Harvest (current)")]
    [InlineData("The court’s presiding judge, Heng Sophal, agreed.", "Heng Sophal: presiding judge (current)")]
    [InlineData("Rina Sari, secretary-general of the Boat Owners' Union and a member of the harbor commission, agreed.", "Rina Sari: secretary-general of the Boat Owners' Union, member of the harbor commission (current)")]
    [InlineData("Ms Tan, who chairs the Committee on Parks, agreed. Tan Li Hua is new.", "Tan Li Hua: chair of the Committee on Parks (current)")]
    [InlineData("Bal Gurung, who was elected mayor of Simalchaur on May 3, agreed.", "Bal Gurung: mayor of Simalchaur (current)")]
    [InlineData("Oum Thida, a surgeon who ran a ward before she was named acting health director, agreed.", "Oum Thida: health director (acting)")]
    [InlineData("Lee Jin-ho, a professor of law at Haeram University, agreed.", "Lee Jin-ho: professor of law at Haeram University (current)")]
    [InlineData("Keo Sarath, who works for the rights group Safe Banks as monitoring manager, agreed.", "Keo Sarath: monitoring manager (current)")]
    [InlineData("Anita Rao, who founded Paws of Melati, agreed.", "Anita Rao: founder of Paws of Melati (current)")]
    [InlineData("The bank named Keo Sarath as its chief executive.", "Keo Sarath: chief executive (current)")]
    [InlineData("The king appointed Keo Sarath governor of Takeo.", "Keo Sarath: governor of Takeo (current)")]
    [InlineData("Prof. Keo Sarath of the Institute of Flood Studies agreed.", "Keo Sarath: Prof. (current)")] // with a house the honorific is a position
    public void A_title_follows_the_name(string article, string officials) => Assert.Equal(officials, Told(article));

    [Theory]
    [InlineData("Former commune chief Nuth Samnang agreed.", "former")]
    [InlineData("ex-governor Nuth Samnang agreed.", "former")]
    [InlineData("The road was built under then-governor Nuth Samnang.", "then")]
    [InlineData("The road was built when Nuth Samnang was governor of Takeo.", "then")]
    [InlineData("Nuth Samnang, who was chief executive at the time, agreed.", "then")]
    [InlineData("Nuth Samnang, director of the bureau until he retired in 2020, agreed.", "former")]
    [InlineData("Acting Governor Nuth Samnang agreed.", "acting")]
    [InlineData("She stepped up when Nuth Samnang retired as chief executive.", "former")]
    [InlineData("It was set up by the late district governor Nuth Samnang.", "late")]
    [InlineData("Village head Nuth Samnang, 58, drowned.", "late")]
    [InlineData("Nuth Samnang, the village head whose lists were read far and wide, died on Friday.", "late")]
    [InlineData("Nuth Samnang, a former mayor who is now president of the Growers’ League, agreed.", "current")]
    [InlineData("Former mayor Nuth Samnang, now a hotelier, agreed.", "former")] // a trade is no later office
    public void The_status_is_that_of_the_day_of_publication(string article, string status) => Assert.EndsWith($"({status})", Told(article));

    [Theory]
    [InlineData("Kim Seo-yun, who replaced Han Do-hyun as county chief in March, agreed.", "Kim Seo-yun: county chief (current); Han Do-hyun: county chief (former)")]
    [InlineData("The permanent secretary, Mr Goh Kim Hock, who succeeded the late Mrs Ivy Seah in 2022, agreed.", "Goh Kim Hock: permanent secretary (current); Ivy Seah: permanent secretary (late)")]
    [InlineData("Mayor Hari Thapa agreed. His predecessor, Lal Rokaya, did not.", "Hari Thapa: Mayor (current); Lal Rokaya: Mayor (former)")]
    [InlineData("Chief executive Keo Thida agreed. She succeeds Chum Vibol, who left in May.", "Keo Thida: Chief executive (current); Chum Vibol: Chief executive (former)")]
    [InlineData("Kandal governor Keo Sarath met his Thai counterpart Preecha Moonsarn.", "Keo Sarath: Kandal governor (current); Preecha Moonsarn: governor (current)")]
    public void Who_hands_over_held_the_office(string article, string officials) => Assert.Equal(officials, Told(article));

    [Theory]
    [InlineData("Rice farmer Kong Dara agreed.")]
    [InlineData("Kong Dara, a 43-year-old mechanic from Baray district, agreed.")]
    [InlineData("Kong Dara’s lawyer, Yim Sophal, agreed.")]
    [InlineData("Kong Dara, a niece of the mayor, agreed.")]
    [InlineData("Kong Dara, a researcher, agreed.")] // no house named
    [InlineData("Prof. Kong Dara agreed.")]
    [InlineData("The governor of Takeo agreed.")]
    [InlineData("They met at Governor Park Stadium in Jakarta, the capital.")]
    public void Trades_relatives_and_the_unnamed_hold_no_office(string article) => Assert.Equal("", Told(article));

    [Theory]
    [InlineData("Health Minister Keo Sarath agreed. The Ministry of Health was silent.", "Ministry of Health")]
    [InlineData("Health Minister Keo Sarath agreed.", null)] // a portfolio is no body, and none is named
    [InlineData("The Fisheries Research Agency opened it. Its director, Keo Sarath, agreed.", "Fisheries Research Agency")]
    [InlineData("The Ministry of Labour opened it. Ministry spokesman Keo Sarath agreed.", "Ministry of Labour")]
    [InlineData("The Mekong Heron Network opened it. The group’s director, Keo Sarath, agreed.", "Mekong Heron Network")]
    [InlineData("The Fisheries Research Agency (FRA) opened it. FRA director Keo Sarath agreed.", "Fisheries Research Agency")]
    [InlineData("Keo Sarath, deputy chief of the provincial police, agreed.", "provincial police")]
    [InlineData("Kampot deputy governor Keo Sarath agreed.", "Kampot")]
    [InlineData("Phnom Penh municipal governor Keo Sarath agreed.", "Phnom Penh")]
    [InlineData("Provincial health director Keo Sarath agreed.", null)]
    [InlineData("The budget secretary, Keo Sarath, agreed.", null)]
    [InlineData("They met central bank deputy governor Keo Sarath.", "central bank")]
    [InlineData("Commerce Adviser Keo Sarath agreed. The Ministry of Commerce has a plan.", "Ministry of Commerce")]
    [InlineData("Health Minister Keo Sarath agreed, a Ministry of Health circular said.", "Ministry of Health")]
    [InlineData("The energy minister, Keo Sarath, and Ministry of Mines and Energy secretary of state Chan Dara agreed.", "Ministry of Mines and Energy")]
    [InlineData("Svay Rolum commune chief Keo Sarath agreed.", "Svay Rolum commune")]
    [InlineData("Keo Sarath, president of the Cashew Growers Association of Cambodia, agreed.", "Cashew Growers Association of Cambodia")]
    [InlineData("Keo Sarath, professor of shipping policy at Kampot University, agreed.", "Kampot University")]
    [InlineData("Keo Sarath, coordinator of the rights group Sunrise, agreed.", "Sunrise")]
    public void The_organisation_is_the_body_that_the_article_names(string article, string? organisation) =>
        Assert.Equal(organisation, Officials(article)[0].Organisation);

    [Theory]
    [InlineData("Samdech Keo Sarath, president of the Senate, agreed.", "Keo Sarath")]
    [InlineData("Governor Datuk Seri Dr Vimala Nathan agreed.", "Vimala Nathan")]
    [InlineData("Judge Mohd Ali bin Osman agreed.", "Mohd Ali bin Osman")]
    [InlineData("Senator Maria Ines P. dela Cruz agreed.", "Maria Ines P. dela Cruz")]
    [InlineData("Minister U Tin Maung Hlaing agreed.", "Tin Maung Hlaing")]
    [InlineData("Governor Keo’s order stood. Keo Sarath, the Kandal governor, agreed.", "Keo Sarath")] // the fullest form
    [InlineData("Spokesperson Jan Muhammad Sethi agreed.", "Jan Muhammad Sethi")] // a month, and a name
    [InlineData("Governor I Nyoman Arta agreed.", "I Nyoman Arta")]
    [InlineData("Governor John Baker agreed.", "John Baker")] // a trade, and a name
    public void A_name_is_without_its_honorifics(string article, string name) => Assert.StartsWith(name + ":", Told(article));
}

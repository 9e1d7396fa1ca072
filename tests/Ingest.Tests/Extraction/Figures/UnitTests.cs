using Ingest.Tests.House;

namespace Ingest.Tests.Extraction.Figures;

public sealed class UnitTests
{
    public static TheoryData<string, string> Things => new(
        File.ReadLines(Repository.At("tests/Ingest.Tests/Extraction/Figures/counted-things.txt"))
            .Where(line => line[0] != '#')
            .Select(line => line.Split('|'))
            .Select(parts => new TheoryDataRow<string, string>(parts[0], parts[1])));

    [Theory]
    [MemberData(nameof(Things))]
    public void Whole_sentences_count_what_they_count(string text, string expected) => Assert.Equal(expected, string.Join(',', Counted.In(text).Select(figure => figure.Unit)));

    [Theory]
    [InlineData("They deported 15,000 foreign nationals.", "15,000 15000 national")]
    [InlineData("They found 14 rubber stamps, two computers and 300 blank forms.", "14 14 stamp / two 2 computer / 300 300 form")]
    [InlineData("Eleven mothers and three women died.", "Eleven 11 mother / three 3 woman")]
    [InlineData("Killing three people and hurting 11 others", "three 3 person / 11 11 person")]
    [InlineData("A 212-page report by a three-member panel", "212 212 page / three 3 member")]
    [InlineData("He fields a dozen calls.", "a dozen 12 call")]
    [InlineData("It covers five Kia and Hyundai models.", "five 5 model")]
    [InlineData("She wrote 1,300 staff a letter.", "1,300 1300 staff")]
    [InlineData("It was seen 1.1 million times.", "1.1 million 1100000 time")]
    [InlineData("It is three times as likely.", "three 3 time")]
    [InlineData("They filled eight million 250ml bottles.", "eight million 8000000 bottle / 250ml 250 millilitre")]
    [InlineData("The money came from two hedge fund billionaires.", "two 2 billionaire")]
    [InlineData("There were 90 aftershocks, the strongest of magnitude 5.5.", "90 90 aftershock / 5.5 5.5 magnitude")]
    [InlineData("At least one recent attempt failed.", "one >1 attempt")]
    [InlineData("They gave two recent media interviews and three $50 prizes.", "two 2 interview / three 3 prize / $50 50 dollar")]
    [InlineData("It will run four weekly flights.", "four 4 flight")]
    [InlineData("They work two 12-hour shifts.", "two 2 shift / 12-hour 12 hour")]
    [InlineData("A 12 page document angered the 11 member bloc.", "12 12 page / 11 11 member")]
    public void What_is_counted_is_the_head_noun_in_the_singular(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("Four of 31 economists agreed.", "Four 4 economist / 31 31 economist")]
    [InlineData("Fewer than 20 of the 112 titles were entered.", "20 <20 title / 112 112 title")]
    [InlineData("Prayers were said for seven of the victims.", "seven 7 victim")]
    [InlineData("26 people died, compared with 14 in 2024.", "26 26 person / 14 14 person")]
    [InlineData("The number of dolphins fell from about 200 in 1997 to 80 in 2015.", "200 ~200 dolphin / 80 80 dolphin")]
    [InlineData("The number of patients has climbed from about 30 to more than 60.", "30 ~30 patient / 60 >60 patient")]
    [InlineData("It holds 250 beds, 40 of which are new.", "250 250 bed / 40 40 bed")]
    [InlineData("1,234 households in 12 villages moved, 345 of them by boat.", "1,234 1234 household / 12 12 village / 345 345 household")]
    [InlineData("Of 14 members, five of them students, none spoke.", "14 14 member / five 5 student")]
    [InlineData("Only 10 of the 62 senators are women.", "10 10 senator / 62 62 senator")]
    [InlineData("They cut the hours from 16 to eight.", "16 16 hour / eight 8 hour")]
    [InlineData("Traffic went from 40 to 60 trains.", "40 40 train / 60 60 train")]
    [InlineData("HANOI: Cases fell by half to 36,284 from 72,568.", "half 0.5 case / 36,284 36284 case / 72,568 72568 case")]
    [InlineData("It brought the number of seats to 700.", "700 700 seat")]
    [InlineData("Arrivals came to 15.3 million.", "15.3 million 15300000 arrival")]
    [InlineData("Sales reached 15.3 million.", "15.3 million 15300000 -")] // of money, or of what was sold
    [InlineData("There are 749 members of both houses, of whom 249 are appointed.", "749 749 member / 249 249 member")]
    [InlineData("The dolphins are rare. A count found 86.", "86 86 -")] // what an earlier sentence named is not carried over
    public void What_is_left_out_is_taken_from_the_same_sentence(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("Prak Samoeun, 61, was held.", "61 61 year")]
    [InlineData("Said Kong Sarith, a 43-year-old mechanic", "43-year-old 43 year")]
    [InlineData("He was nine.", "nine 9 year")]
    [InlineData("They were children under 15.", "15 <15 year")]
    [InlineData("Half the volunteers, most of them under 25, left.", "Half 0.5 volunteer / 25 <25 year")]
    [InlineData("She has two boys aged six and nine.", "two 2 boy / six 6 year / nine 9 year")]
    [InlineData("Ages 5-11 and 12- to 17-year-olds may come.", "5-11 5..11 year / 12- to 17-year-olds 12..17 year")]
    [InlineData("It helps girls between 15 and 19.", "between 15 and 19 15..19 year")]
    [InlineData("All aged between 17 and 35", "between 17 and 35 17..35 year")]
    [InlineData("A man in his 40s quit.", "40s 40..49 year")]
    [InlineData("He died at the age of 84.", "84 84 year")]
    [InlineData("Among them Amat, now 71, who spoke", "71 71 year")]
    [InlineData("A calf nine days old was found.", "nine days 9 day")]
    [InlineData("A 50 year-old man held a 4-month-old baby.", "50 year-old 50 year / 4-month-old 4 month")]
    public void An_age_is_in_years(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("He was jailed for 10 years.", "10 years 10 year")]
    [InlineData("It lasted a week, then half an hour, then a decade.", "a week 1 week / half an hour 0.5 hour / a decade 1 decade")]
    [InlineData("A 58-day ban followed a two-hour session.", "58-day 58 day / two-hour 2 hour")]
    [InlineData("It will end two years ago, in the past two years, in the first six months of the year.", "")]
    public void A_duration_is_a_figure_and_a_stretch_of_the_calendar_is_none(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("under Article 140 and Section 6(a)")]
    [InlineData("on National Road 6, off Route 12, from Block 214")]
    [InlineData("the Boeing 737, the A380, COVID-19, G20 and iPhone 14")]
    [InlineData("She left school in grade 9.")]
    [InlineData("the 7th legislature and a fifth time")]
    [InlineData("They won 2-1 and lost 0-3.")]
    [InlineData("Call 098 555 117 now.")]
    [InlineData("On October 7, 2024, at 8am")]
    [InlineData("One of them, the one they knew, said no one came.")]
    [InlineData("Zero tolerance starts from zero.")]
    [InlineData("Half measures will not do in the second half.")]
    [InlineData("the S&P 500 and the Big Three")]
    [InlineData("Vision 2030, the Act of 2009 and the Golden 2045 programme")]
    [InlineData("One user wrote so.")]
    [InlineData("It is true up to a point.")]
    [InlineData("The shop at 16-18 Industrial Avenue moved to 25 Jalan Mewah.")]
    public void Names_places_in_an_order_and_idioms_are_no_figures(string text) => Assert.Equal("", Counted.Values(text));
}

namespace Ingest.Tests.Extraction.Figures;

public sealed class ValueTests
{
    [Theory]
    [InlineData("It has 1,200 seats.", "1,200 1200 seat")]
    [InlineData("It has 12,34,567 voters.", "12,34,567 1234567 voter")] // grouped in the Indian way
    [InlineData("It has twenty-one seats.", "twenty-one 21 seat")]
    [InlineData("It has two hundred and fifty seats.", "two hundred and fifty 250 seat")]
    [InlineData("It has one hundred and five seats.", "one hundred and five 105 seat")]
    [InlineData("It has a hundred seats and a thousand lamps.", "a hundred 100 seat / a thousand 1000 lamp")]
    [InlineData("It has 2.5 million users.", "2.5 million 2500000 user")]
    [InlineData("It has 1.5m users.", "1.5m 1500000 user")] // no metres
    [InlineData("The wall has a margin of plus or minus 2 seats.", "2 2 seat")] // a width, not below nothing
    [InlineData("It has two and a half million users.", "two and a half million 2500000 user")]
    [InlineData("It has half a million users.", "half a million 500000 user")]
    [InlineData("It has two dozen seats.", "two dozen 24 seat")]
    [InlineData("It has half a dozen seats.", "half a dozen 6 seat")]
    [InlineData("It has ៥០០ seats.", "៥០០ 500 seat")] // Khmer digits
    [InlineData("Tens of thousands of families live there.", "Tens of thousands 10000..100000 family")]
    [InlineData("Hundreds of people came.", "Hundreds 100..1000 person")]
    [InlineData("Five lakh voters and 2 crore hens", "Five lakh 500000 voter / 2 crore 20000000 hen")]
    public void Digits_words_and_scales_make_a_value(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("Half the trucks left.", "Half 0.5 truck")]
    [InlineData("Half of the 18 bodies were found.", "Half 0.5 body / 18 18 body")]
    [InlineData("A third of the trucks left.", "A third 0.3333 truck")]
    [InlineData("Two-thirds of the victims were children.", "Two-thirds 0.6667 victim")]
    [InlineData("Half of the crop was lost.", "Half 0.5 -")]
    [InlineData("A fifth of the contract amount was paid.", "A fifth 0.2 -")]
    [InlineData("She sent half her 14 workers home.", "half 0.5 worker / 14 14 worker")]
    [InlineData("One in four workers is ill.", "One in four 0.25 worker")]
    [InlineData("Seven in 10 women gave birth at home.", "Seven in 10 0.7 woman")]
    [InlineData("Two out of every five containers were bad.", "Two out of every five 0.4 container")]
    [InlineData("They have 41 posts, of which about two-thirds are vacant.", "41 41 post / two-thirds ~0.6667 post")]
    [InlineData("Disputes fell by nearly a fifth.", "a fifth ~0.2 dispute")]
    [InlineData("It took 3 1/2 cups and ½ a spoon.", "3 1/2 3.5 cup / ½ 0.5 -")]
    [InlineData("Two-thirds of the combined 4.3 million sales were made online.", "Two-thirds 0.6667 sale / 4.3 million 4300000 sale")]
    public void A_fraction_has_the_countable_noun_that_it_is_part_of(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("It killed 10 to 15 people.", "10 to 15 10..15 person")]
    [InlineData("It killed 1,200–1,500 pigs.", "1,200–1,500 1200..1500 pig")]
    [InlineData("It killed between 10 and 15 people.", "between 10 and 15 10..15 person")]
    [InlineData("They are short of “60 or 70” dog-catchers.", "60 or 70 60..70 dog-catcher")]
    [InlineData("It costs $10 to $15 billion.", "$10 to $15 billion 10000000000..15000000000 dollar")]
    [InlineData("It costs between RM3.8mil and RM4.5mil.", "between RM3.8mil and RM4.5mil 3800000..4500000 ringgit")]
    [InlineData("They lost between 9 million and 10 million baht.", "between 9 million and 10 million baht 9000000..10000000 baht")]
    [InlineData("Fines range from $200 to $4 million.", "$200 to $4 million 200..4000000 dollar")]
    [InlineData("He sold it for Tk 38 to Tk 40.", "Tk 38 to Tk 40 38..40 taka")]
    [InlineData("It takes two to three years.", "two to three years 2..3 year")]
    [InlineData("The dollar fetched 151.63-64 yen.", "151.63-64 yen 151.63..151.64 yen")]
    [InlineData("It set fines from $200 to $4,000.", "$200 to $4,000 200..4000 dollar")]
    [InlineData("It raised fines from $200 to $4,000.", "$200 200 dollar / $4,000 4000 dollar")]
    [InlineData("It cut its forecast from 5 to 7 per cent to 3 to 5 per cent.", "5 to 7 per cent 5..7 percentage / 3 to 5 per cent 3..5 percentage")]
    [InlineData("Output rose from 30 tonnes to 60 tonnes.", "30 tonnes 30 tonne / 60 tonnes 60 tonne")]
    public void A_range_is_one_figure_and_a_change_is_two(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("about 30", "30 ~30 -")]
    [InlineData("some 30 boats", "30 ~30 boat")]
    [InlineData("an estimated 30 boats", "30 ~30 boat")]
    [InlineData("30 or so boats", "30 ~30 boat")]
    [InlineData("close to 30 boats", "30 ~30 boat")]
    [InlineData("more than 30 boats", "30 >30 boat")]
    [InlineData("at least 30 boats", "30 >30 boat")]
    [InlineData("a minimum of 30 boats", "30 >30 boat")]
    [InlineData("30 or more boats", "30 >30 boat")]
    [InlineData("no fewer than 30 boats", "30 >30 boat")]
    [InlineData("up to 30 boats", "30 <30 boat")]
    [InlineData("as many as 30 boats", "30 <30 boat")]
    [InlineData("no more than 30 boats", "30 <30 boat")]
    [InlineData("fewer than 30 boats", "30 <30 boat")]
    [InlineData("just under $100", "$100 <100 dollar")]
    [InlineData("within 2 kilometres of it", "2 kilometres <2 kilometre")]
    [InlineData("a net longer than 100m", "100m >100 metre")]
    [InlineData("over a fifth of the rice", "a fifth >0.2 -")]
    [InlineData("only 30 boats", "30 30 boat")]
    [InlineData("lower than the 30 boats of May", "30 30 boat")]
    public void The_words_beside_a_number_bound_it(string text, string expected) => Assert.Equal(expected, Counted.Values(text));

    [Theory]
    [InlineData("Rp 412 billion", "rupiah", "IDR", 412e9)]
    [InlineData("RM85mil", "ringgit", "MYR", 85e6)]
    [InlineData("RM1.1bil", "ringgit", "MYR", 1.1e9)]
    [InlineData("P284.6 million", "peso", "PHP", 284.6e6)]
    [InlineData("NRs 486 million", "rupee", "NPR", 486e6)]
    [InlineData("Rs15 lakh", "rupee", "INR", 1.5e6)]
    [InlineData("Tk 1.5 crore", "taka", "BDT", 1.5e7)]
    [InlineData("VNĐ65,000", "dong", "VND", 65e3)]
    [InlineData("S$310,000", "Singapore dollar", "SGD", 310e3)]
    [InlineData("HK$5 million", "Hong Kong dollar", "HKD", 5e6)]
    [InlineData("US$2.5m", "dollar", "USD", 2.5e6)]
    [InlineData("$3bn", "dollar", "USD", 3e9)]
    [InlineData("¥4.6 billion", "yen", "JPY", 4.6e9)]
    [InlineData("148.6 billion won", "won", "KRW", 148.6e9)]
    [InlineData("677 trillion-won", "won", "KRW", 677e12)]
    [InlineData("20 million riel", "riel", "KHR", 20e6)]
    [InlineData("5,000៛", "riel", "KHR", 5000)]
    [InlineData("1,800 baht", "baht", "THB", 1800)]
    [InlineData("4,300 yuan", "yuan", "CNY", 4300)]
    [InlineData("200,000 kip", "kip", "LAK", 200e3)]
    [InlineData("B$500", "Brunei dollar", "BND", 500)]
    public void Money_has_its_name_and_its_code(string text, string unit, string code, double value)
    {
        var figure = Assert.Single(Counted.In($"They paid {text} for it."));
        Assert.Equal((text, unit, code, value), (figure.Text, figure.Unit, figure.Currency, figure.Low));
    }

    [Theory]
    [InlineData("fines of 20 million riel ($5,000)", "20 million riel 20000000 riel / $5,000 5000 dollar")]
    [InlineData("180,000 riel [$45]", "180,000 riel 180000 riel / $45 45 dollar")]
    [InlineData("80 per cent, 80 percent, 80% and 3 percentage points", "80 per cent 80 percentage / 80 percent 80 percentage / 80% 80 percentage / 3 percentage points 3 percentage")]
    [InlineData("46ha, 180km, 40kg and 5 lakh gallons", "46ha 46 hectare / 180km 180 kilometre / 40kg 40 kilogram / 5 lakh gallons 500000 gallon")]
    [InlineData("a 190-meter bridge of 11,094 square kilometres", "190-meter 190 metre / 11,094 square kilometres 11094 square kilometre")]
    [InlineData("a 600-square-metre plot", "600-square-metre 600 square metre")]
    [InlineData("It fell to -4 degrees Celsius.", "-4 degrees Celsius -4 degree celsius")]
    [InlineData("Arrivals and receipts rose by 22 and 19.5 per cent.", "22 22 percentage / 19.5 per cent 19.5 percentage")]
    public void Percent_and_measures_belong_to_the_figure(string text, string expected) => Assert.Equal(expected, Counted.Values(text));
}

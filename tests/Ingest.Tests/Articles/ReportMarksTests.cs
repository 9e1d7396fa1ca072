using Ingest.Articles;

namespace Ingest.Tests.Articles;

public sealed class ReportMarksTests
{
    [Theory]
    [InlineData("PHNOM PENH: The minister left.", "PHNOM PENH", null, "The minister left.")]
    [InlineData("PHNOM PENH (The Phnom Penh Post/ANN) - The minister left.", "PHNOM PENH", "The Phnom Penh Post/ANN", "The minister left.")]
    [InlineData("THIMPHU (Kuensel/ANN Desk) -– Five trekkers were found.", "THIMPHU", "Kuensel/ANN Desk", "Five trekkers were found.")]
    [InlineData("HÀ NỘI — Exports rose.", "HÀ NỘI", null, "Exports rose.")]
    [InlineData("ILOILO CITY—Half of the town was cut off.", "ILOILO CITY", null, "Half of the town was cut off.")]
    [InlineData("KATHMANDU, April 25 (Reuters) - A plane landed.", "KATHMANDU", "Reuters", "A plane landed.")]
    [InlineData("DUBAI, United Arab Emirates — An airline bought jets.", "DUBAI, United Arab Emirates", null, "An airline bought jets.")]
    [InlineData("HAYWARD, Calif. (AP) — The train stopped.", "HAYWARD, Calif.", "AP", "The train stopped.")]
    [InlineData("Phnom Penh (AFP) – Farmers marched.", "Phnom Penh", "AFP", "Farmers marched.")]
    [InlineData("(Reuters) — The firm closed.", null, "Reuters", "The firm closed.")]
    [InlineData("NEW DELHI: “No,” he said.", "NEW DELHI", null, "“No,” he said.")]
    public void A_place_and_an_agency_open_a_report(string paragraph, string? dateline, string? credit, string words)
    {
        var opening = ReportMarks.OpeningOf(paragraph);
        Assert.Equal((dateline, credit, words), (opening.Dateline, opening.Credit, paragraph[opening.Length..]));
    }

    [Theory]
    [InlineData("The minister left.")]
    [InlineData("ASEAN – the bloc of eleven – met on Monday.")] // a sentence that goes on with its own subject
    [InlineData("BREAKING: The minister left.")]
    [InlineData("COVID-19: What is known.")]
    [InlineData("The Phnom Penh Post - a paper - wrote so.")]
    [InlineData("Sokha (left) – here with his deputy – spoke.")]
    [InlineData("PHNOM PENH:")]
    [InlineData("")]
    public void Other_openings_are_words(string paragraph) => Assert.Equal(0, ReportMarks.OpeningOf(paragraph).Length);

    [Theory]
    [InlineData("He left. - The Phnom Penh Post/ANN", "He left.", "The Phnom Penh Post/ANN")]
    [InlineData("He left. – The Jakarta Post/ANN", "He left.", "The Jakarta Post/ANN")]
    [InlineData("“He left.” — Dawn/ANN", "“He left.”", "Dawn/ANN")]
    [InlineData("- The Kathmandu Post/ANN", "", "The Kathmandu Post/ANN")]
    [InlineData("— Viet Nam News/ANN", "", "Viet Nam News/ANN")]
    [InlineData("He left. — AFP", "He left.", "AFP")]
    [InlineData("He left. (AFP)", "He left.", "AFP")]
    [InlineData("He left. – Bernama/Xinhua", "He left.", "Bernama/Xinhua")]
    public void A_credit_closes_a_report(string paragraph, string words, string credit)
    {
        var closing = ReportMarks.ClosingOf(paragraph);
        Assert.Equal((words, credit), (paragraph[..closing!.Value.Start].TrimEnd(), closing.Value.Credit));
    }

    [Theory]
    [InlineData("“We will rebuild.” – Commissioner Chan Dara")] // a press release's way of naming the speaker
    [InlineData("He left.")]
    [InlineData("He works for The Star/ANN")]
    [InlineData("He left - quickly.")]
    [InlineData("The firm is listed on the exchange (CSX).")]
    [InlineData("")]
    public void Other_endings_are_words(string paragraph) => Assert.Null(ReportMarks.ClosingOf(paragraph));
}

using Ingest.Extraction;
using Ingest.Extraction.Officials;
using Ingest.Queries;
using Ingest.Tests.House;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.Sample;

/// <summary>
/// The article that Ingest was asked for with, read as a person pastes it. It lies beside the repository, where it does at
/// all; an invented twin of its shape is among the sample articles and is read in every run.
/// </summary>
public sealed class CustomersArticleTests
{
    private static readonly string File = Repository.At("../shared/seed-article.txt");

    [Fact]
    public void It_yields_what_its_readers_see_in_it()
    {
        if (!System.IO.File.Exists(File)) return;
        var found = new ExtractQueries(new MentionExtractor(), new FakeTimeProvider())
            .Extract(new ExtractRequest(System.IO.File.ReadAllText(File), new DateOnly(2025, 11, 12), null));

        Assert.Equal("PHNOM PENH", found.Dateline);
        Assert.Equal("The Phnom Penh Post/ANN", found.Credit);
        Assert.StartsWith("Some of the more than 15,000 foreigners", Assert.Single(found.Captions));
        Assert.StartsWith("Cambodia deported more than 15,000 foreign nationals", found.Text);

        (string Speaker, string Cue, string Opening)[] statements =
        [
            ("Sar Sokha", "according to", "Cambodia deported more than 15,000"),
            ("Sar Sokha", "described", "the deportations as reflecting"),
            ("Sar Sokha", "stated", "These deportations show"),
            ("Sar Sokha", "noted", "during the previous 6th legislature"),
            ("Sar Sokha", "emphasised", "the fight against online crime"),
            ("Sar Sokha", "urging", "all countries to cooperate"),
            ("Sar Sokha", "said", "Online fraud has evolved rapidly."),
            ("Khuong Sreng", "said", "about 80% of online scam operations"),
            ("Khuong Sreng", "instructed", "the 14 district authorities"),
        ];
        Assert.Equal(statements.Select(s => (s.Speaker, s.Cue)), found.Statements.Select(s => (s.Speaker.Name!, s.Cue!)));
        Assert.All(statements.Zip(found.Statements), pair => Assert.StartsWith(pair.First.Opening, pair.Second.Text));
        Assert.EndsWith("every relevant party must take part in prevention efforts", found.Statements[6].Text);

        Assert.Equal(
            [("Sar Sokha", "Interior Minister", OfficeStatus.Current), ("Hun Sen", "Prime Minister", OfficeStatus.Then), ("Sar Kheng", "Interior Minister", OfficeStatus.Former), ("Khuong Sreng", "Phnom Penh municipal governor", OfficeStatus.Current)],
            found.Officials.Select(o => (o.Name, o.Roles[0].Title, o.Roles[0].Status)));
        Assert.Equal(
            ["more than 15000 foreign nationals", "about 21000 foreign nationals", "about 80 online scam operations", "14 district authorities"],
            found.Figures.Select(f => $"{(f.Bound.ToString() is "AtLeast" ? "more than " : f.Bound.ToString() is "About" ? "about " : "")}{f.Low} {f.Counted}"));
        Assert.Equal(
            [("the past two years", "2023-11-12", "2025-11-12"), ("this morning", "2025-11-12", "2025-11-12"), ("five years ago", "2020-01-01", "2020-12-31"), ("Oct 7", "2025-10-07", "2025-10-07")],
            found.Dates.Select(d => (d.Text, $"{d.From:yyyy-MM-dd}", $"{d.To:yyyy-MM-dd}")));
    }
}

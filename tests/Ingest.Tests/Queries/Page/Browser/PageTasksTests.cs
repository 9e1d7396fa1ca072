using Ingest.Extraction.Officials;
using Ingest.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>What people come to the page for, done as they would do it.</summary>
[Collection<SharedPage>]
public sealed class PageTasksTests(PageFixture page)
{
    private static readonly string Scams = ArticleStore.IdOf(SampleRecord.UrlOf("PostWordPress/ministry-counts-18000-deported-scam-workers"));
    private static readonly string Edited = ArticleStore.IdOf(SampleRecord.UrlOf("PostWordPress/siem-reap-dengue-cases-double-as-rains-linger"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_marks_what_it_found_and_its_address_is_the_search(bool script)
    {
        await using var visitor = await page.VisitAsync(script: script);
        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("rising river");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/\?q=rising(\+|%20)river$"));
        await Expect(visitor.Page.Locator(".clipping mark").Filter(new() { HasText = "river" }).First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".clipping").First).ToContainTextAsync("Razlan Hashim, State disaster committee chairman");
        Assert.Empty(visitor.Troubles);
    }

    [Fact]
    public async Task Results_follow_the_typing_and_the_back_button()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/?q=bridge");
        var before = await visitor.Page.Locator("#results h2").InnerTextAsync();
        await visitor.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await visitor.Page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("dengue");
        await Expect(visitor.Page.Locator("#results h2")).Not.ToHaveTextAsync(before);
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/\?q=dengue$"));

        await visitor.Page.Locator(".facet", new() { HasText = "Speaker" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visitor.Page.Locator(".chosen")).ToContainTextAsync("Speaker:");
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page.Locator(".chosen a")).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("dengue");
        Assert.Empty(visitor.Troubles);
    }

    [Fact]
    public async Task A_month_among_the_words_is_the_time_of_publication_in_the_page_and_in_its_feeds()
    {
        await using var visitor = await page.VisitAsync(width: 1600);
        await visitor.GoAsync("/?q=minister+september+2025");
        await Expect(visitor.Page.GetByText("“september 2025” is read as the time of publication, 1 Sep 2025 to 30 Sep 2025")).ToBeVisibleAsync();
        foreach (var time in await visitor.Page.Locator(".cut time").AllAsync())
            Assert.StartsWith("2025-09", await time.GetAttributeAsync("datetime"), StringComparison.Ordinal);
        var feed = await visitor.Page.Locator(".selection").GetByRole(AriaRole.Link, new() { Name = "RSS" }).GetAttributeAsync("href");
        Assert.Contains("publishedFrom=2025-09-01&publishedTo=2025-09-30", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facet_holds_as_many_statements_as_it_says()
    {
        await using var visitor = await page.VisitAsync(width: 1600);
        await visitor.GoAsync("/");
        foreach (var title in new[] { "Speaker", "Office", "Organisation", "Source", "Kind" })
        {
            var facet = visitor.Page.Locator(".facet").Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });
            var link = facet.GetByRole(AriaRole.Link).First;
            var count = await link.Locator(".count").EvaluateAsync<string>("count => count.firstChild.textContent");
            await link.ClickAsync();
            await Expect(visitor.Page.Locator("#results h2")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^{count} statements?$"));
            await visitor.Page.Locator(".chosen a").ClickAsync();
            await Expect(visitor.Page.Locator(".chosen a")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_result_set_can_be_subscribed_to_exported_and_shared()
    {
        await using var visitor = await page.VisitAsync(width: 1600);
        await visitor.GoAsync("/?q=river");
        foreach (var (name, type) in new[] { ("RSS", "application/rss+xml"), ("Atom", "application/atom+xml"), ("JSON Feed", "application/feed+json"), ("CSV", "text/csv"), ("NDJSON", "application/x-ndjson") })
        {
            var address = await visitor.Page.Locator(".selection").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).GetAttributeAsync("href");
            var answer = await visitor.Page.APIRequest.GetAsync($"{page.Home}{address![1..]}");
            Assert.Equal((200, true), (answer.Status, answer.Headers["content-type"].StartsWith(type, StringComparison.Ordinal)));
            Assert.Contains("river", await answer.TextAsync(), StringComparison.Ordinal);
        }

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copy this search’s address" }).ClickAsync();
        await Expect(visitor.Page.GetByText("Address copied")).ToBeVisibleAsync();
        Assert.Equal(visitor.Page.Url, await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task An_officials_page_tells_offices_terms_figures_and_quotes_and_compares_two()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/officials?q=vireak");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Chan Vireak" }).ClickAsync();
        foreach (var part in new[] { "Offices over time", "Statements a month", "Speaks of, more than others do", "Figures cited", "Latest statements" })
            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = part })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Img, new() { Name = "Offices of Chan Vireak" })).ToBeVisibleAsync();

        await visitor.Page.GetByLabel("Name of the official to compare with").FillAsync("Vincent");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Vincent Ang" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chan Vireak and Vincent Ang");
        Assert.Empty(visitor.Troubles);
    }

    [Fact]
    public async Task An_article_is_marked_and_its_marks_lead_to_their_records()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync($"/articles/{Scams}");
        await Expect(visitor.Page.Locator("div.text mark").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Cambodia sent home more than 18,000"));
        await Expect(visitor.Page.Locator(".text a.figure").Filter(new() { HasText = "18,000" }).First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".text .date").Filter(new() { HasText = "the past two years" })).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Read it at the publisher" })).ToHaveAttributeAsync("href", $"{SampleRecord.UrlOf("PostWordPress/ministry-counts-18000-deported-scam-workers")}");
        await Expect(visitor.Page.GetByText("Asia News Network: Cambodia deports more than 18,000")).ToBeVisibleAsync();

        await visitor.Page.Locator(".text a.official").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chan Vireak");
        await visitor.Page.GoBackAsync();
        await visitor.Page.Locator(".text a.to").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "In its sentences" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_an_edit_changed_is_seen()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync($"/articles/{Edited}");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Show what revision 2 changed" }).ClickAsync();
        await Expect(visitor.Page.Locator("del").First).ToHaveTextAsync("nine");
        await Expect(visitor.Page.Locator("ins").First).ToHaveTextAsync("11");
    }

    [Fact]
    public async Task A_counted_thing_is_followed_and_contradictions_are_told()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/figures?counted=people");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "people", Exact = true }).First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator(".point.conflict").First).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText("contradicted").First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("tbody .found").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_calendar_tells_what_is_announced_and_where_to_look_when_nothing_is()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/calendar?month=2025-11");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "December 2025" }).ClickAsync();
        await Expect(visitor.Page.Locator("#d2025-12-02")).ToContainTextAsync("a third turbine would start by December 2");
        await visitor.GoAsync("/calendar?month=2031-01");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "the nearest month" }).Or(visitor.Page.Locator(".notice a")).First.ClickAsync();
        await Expect(visitor.Page.Locator(".days")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_text_is_tried_without_being_kept()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/try");
        await visitor.Page.GetByLabel("A text").FillAsync("Health minister Nora Quell said on Monday that 26 people had died.\n\n“Wash the wound,” she said.");
        await visitor.Page.GetByLabel("Published on").FillAsync("2025-06-24");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Extract" }).ClickAsync();
        await Expect(visitor.Page.Locator("div.text mark")).ToHaveTextAsync(["26 people had died", "Wash the wound"]);
        await Expect(visitor.Page.Locator("div.text .date")).ToHaveAttributeAsync("title", "23 Jun 2025");
        await visitor.GoAsync("/?q=%22wash+the+wound%22");
        await Expect(visitor.Page.GetByText("Nobody is on record with that")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("floods-leave-41000-in-relief-centres-as-terengganu-river-rises/", "the water had damaged 27 stretches of road")]
    [InlineData("no-such-article/", "answered 404")]
    public async Task An_articles_address_is_tried_in_the_place_of_its_text(string path, string seen)
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/try");
        await visitor.Page.GetByLabel("Or an article’s address").FillAsync($"{page.Publishers.Ann}{path}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Extract" }).ClickAsync();
        await Expect(visitor.Page.GetByText(seen).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/metadata")]
    public async Task An_address_inside_a_network_is_not_fetched_for_anybody(string address)
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/try");
        await visitor.Page.GetByLabel("Or an article’s address").FillAsync(address);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Extract" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The article could not be had");
    }

    [Fact]
    public async Task A_citation_is_copied_from_a_result_and_offered_in_four_styles()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/?q=%22one+in+six+factories%22");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copy citation" }).First.ClickAsync();
        await Expect(visitor.Page.GetByText("Citation copied")).ToBeVisibleAsync();
        Assert.Contains("Factory output slows", await visitor.Page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Cite or correct" }).First.ClickAsync();
        foreach (var style in new[] { "APA", "Chicago", "BibTeX", "RIS" })
        {
            var address = await visitor.Page.GetByRole(AriaRole.Link, new() { Name = style, Exact = true }).GetAttributeAsync("href");
            Assert.Equal(200, (await visitor.Page.APIRequest.GetAsync($"{page.Home}{address![1..]}")).Status);
        }
    }

    [Fact]
    public async Task An_editor_corrects_a_speaker_takes_it_back_and_followers_are_told()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/?q=%22one+in+six+factories%22");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Cite or correct" }).First.ClickAsync();
        await visitor.Page.GetByLabel("Who said it").FillAsync("Yim Socheat");
        await visitor.Page.GetByLabel("In which office").FillAsync("commerce minister");
        await visitor.Page.GetByLabel("Why").FillAsync("The paragraph before names him.");
        await visitor.Page.GetByLabel("Your name").FillAsync("Desk editor");
        await visitor.Page.GetByLabel("Admin key").FillAsync("a guess");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(visitor.Page.GetByText("The key is not right")).ToBeVisibleAsync();

        await visitor.Page.GetByLabel("Admin key").FillAsync(PageFixture.Key);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(visitor.Page.Locator(".clipping .said")).ToContainTextAsync("Yim Socheat, commerce minister");
        await Expect(visitor.Page.GetByText("The paragraph before names him.")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(visitor.Page.Locator(".clipping .said")).ToContainTextAsync("Kim Sereyroth");
        await Expect(visitor.Page.GetByText("Taken back by Desk editor")).ToBeVisibleAsync();

        var log = page.Services.GetRequiredService<ChangeLog>();
        var told = (await log.ReadAsync(1, 1000, Cancelled)).SelectMany(commit => commit.Changes).Where(change => change.Correction?.Name == "Yim Socheat").ToList();
        Assert.Equal([null, "Desk editor"], told.Select(change => change.Correction!.Undone?.Who));
    }

    [Fact]
    public async Task An_editor_takes_out_what_is_no_statement()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/?q=%22larvicide+free+of+charge%22");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Cite or correct" }).First.ClickAsync();
        await visitor.Page.GetByLabel("It is no statement").CheckAsync();
        await Expect(visitor.Page.GetByLabel("Who said it")).ToBeHiddenAsync();
        await visitor.Page.GetByLabel("Why").FillAsync("Only a demand is told of.");
        await visitor.Page.GetByLabel("Your name").FillAsync("Desk editor");
        await visitor.Page.GetByLabel("Admin key").FillAsync(PageFixture.Key);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Corrected away" })).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Your name").FillAsync("Desk editor");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(visitor.Page.Locator(".clipping blockquote")).ToContainTextAsync("larvicide free of charge");
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_order()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("main")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("/");
        await Expect(visitor.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("bridge");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?q=bridge$"));
    }

    [Fact]
    public async Task A_chosen_theme_is_there_on_the_next_page()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Use the dark colours" }).ClickAsync();
        await visitor.GoAsync("/officials");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Use the light colours" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Printed_the_quotes_stand_alone_with_their_addresses()
    {
        await using var visitor = await page.VisitAsync();
        await visitor.GoAsync("/?q=bridge");
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visitor.Page.Locator(".clipping blockquote").First).ToBeVisibleAsync();
        foreach (var hidden in new[] { ".masthead nav", ".drawer", ".selection", ".searchbox" })
            await Expect(visitor.Page.Locator(hidden)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_official_is_merged_by_an_editor_and_parted_again()
    {
        await using var visitor = await page.VisitAsync();
        var (from, into) = (OfficialKey.Of("Chan Bunthoeun"), OfficialKey.Of("Chan Vireak"));
        await visitor.GoAsync($"/officials/{from}");
        await visitor.Page.GetByLabel("This is the same person as").FillAsync($"{page.Home}officials/{into}");
        await visitor.Page.GetByLabel("Why").FillAsync("A test of the desk.");
        await visitor.Page.GetByLabel("Your name").FillAsync("Desk editor");
        await visitor.Page.GetByLabel("Admin key").FillAsync(PageFixture.Key);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Expect(visitor.Page.GetByText("A test of the desk.")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Expect(visitor.Page.GetByText("Taken back by Desk editor")).ToBeVisibleAsync();
    }
}

using Deque.AxeCore.Playwright;
using Ingest.Extraction.Officials;
using Ingest.Storage;
using Microsoft.Playwright;

namespace Ingest.Tests.Queries.Page.Browser;

/// <summary>Every view, narrow and wide, light and dark: nothing overflows, axe finds nothing, nothing comes from elsewhere. Leaves its pictures beside the tests.</summary>
[Collection<SharedPage>]
public sealed class PageLooksTests(PageFixture page)
{
    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "pictures");

    private static readonly string Edited = ArticleStore.IdOf(SampleRecord.UrlOf("PostWordPress/siem-reap-dengue-cases-double-as-rains-linger"));

    private static readonly (string Name, string Address)[] Views =
    [
        ("search", "/"),
        ("found", "/?q=river+rising"),
        ("nothing", "/?q=nobodysaidthis"),
        ("refused", "/?q=the"),
        ("officials", "/officials"),
        ("official", "/officials/" + OfficialKey.Of("Chan Vireak")),
        ("compare", $"/officials/{OfficialKey.Of("Chan Vireak")}?with={OfficialKey.Of("Vincent Ang")}"),
        ("article", "/articles/" + Edited),
        ("changes", $"/articles/{Edited}?changes=1"),
        ("khmer", "/articles/" + ArticleStore.IdOf(SampleRecord.UrlOf("PostWordPress/kandal-farmers-khmer"))),
        ("figures", "/figures"),
        ("calendar", "/calendar?month=2025-12"),
        ("calendar-empty", "/calendar?month=2031-01"),
        ("sources", "/sources"),
        ("try", "/try"),
        ("missing", "/statements/none-at-all"),
    ];

    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 360, ColorScheme.Light },
        { 360, ColorScheme.Dark },
        { 1600, ColorScheme.Light },
        { 1600, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Every_view_fits_and_is_accessible(int width, ColorScheme scheme)
    {
        await using var visitor = await page.VisitAsync(width, scheme);
        Directory.CreateDirectory(Pictures);
        foreach (var (name, address) in Views)
        {
            await visitor.GoAsync(address);
            await LooksWellAsync(name);
        }

        await visitor.GoAsync("/?q=bridge");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Cite or correct" }).First.ClickAsync();
        await LooksWellAsync("statement");
        Assert.All(visitor.Requests, request => Assert.StartsWith($"{page.Home}", request, StringComparison.Ordinal));
        // A browser reports every status that is no success; these views have one.
        Assert.All(visitor.Troubles, trouble => Assert.Contains("the server responded with a status of 40", trouble, StringComparison.Ordinal));

        async Task LooksWellAsync(string name)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png") });
            Assert.True(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0, $"{name} is wider than {width} pixels.");
            var found = await visitor.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{name}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Help} ({violation.Nodes[0].Html})"))}");
        }
    }

    [Fact]
    public async Task The_first_page_is_below_150_KB_with_all_that_it_needs()
    {
        await using var visitor = await page.VisitAsync();
        var sizes = new List<(string Url, int Bytes)>();
        var answers = new List<IResponse>();
        visitor.Page.Response += (_, answer) => answers.Add(answer);
        await visitor.GoAsync("/");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        foreach (var answer in answers) sizes.Add((answer.Url, (await answer.BodyAsync()).Length));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', sizes.Select(size => $"{size.Bytes,7} {size.Url}")));
        Assert.InRange(sizes.Sum(size => size.Bytes), 1, 150 * 1024);
    }
}

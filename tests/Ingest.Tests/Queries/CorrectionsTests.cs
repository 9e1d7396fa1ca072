using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ingest.Articles;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Tests.Queries.Page.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ingest.Tests.Queries;

/// <summary>POST /api/corrections, as programs and editors send it.</summary>
public sealed class CorrectionsTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly DateTimeOffset Published = new(2025, 11, 4, 9, 0, 0, TimeSpan.FromHours(7));

    private IHost host = null!;
    private HttpClient http = null!;
    private string statement = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await PageFixture.StartAsync(await azurite.NewAccountAsync(), []);
        http = new HttpClient { BaseAddress = PageFixture.AddressOf(host), DefaultRequestHeaders = { { "x-functions-key", PageFixture.Key } } };
        await RecordAsync("dam", "Minister Sok Dara said the dam would be safe until 2030.", "“The dam is safe,” he said.");
        statement = (await http.GetFromJsonAsync<JsonElement>("api/statements?q=2030", Cancelled)).GetProperty("value")[0].GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Theory]
    [InlineData("""{"kind":"speaker","statementId":"ID","name":"Chea Vuthy","who":"Ed","why":" "}""", "why")]
    [InlineData("""{"kind":"speaker","statementId":"ID","name":"Chea Vuthy","who":"","why":"so"}""", "who")]
    [InlineData("""{"kind":"speaker","statementId":"none-s1","name":"Chea Vuthy","who":"Ed","why":"so"}""", "statementId")]
    [InlineData("""{"kind":"span","statementId":"ID","words":"the dam would be unsafe","who":"Ed","why":"so"}""", "words")]
    [InlineData("""{"kind":"span","statementId":"ID","who":"Ed","why":"so"}""", "words")]
    [InlineData("""{"kind":"merge","officialId":"nobody","into":"dara-sok","who":"Ed","why":"so"}""", "officialId")]
    [InlineData("""{"kind":"merge","officialId":"dara-sok","into":"nobody","who":"Ed","why":"so"}""", "into")]
    [InlineData("""{"kind":"merge","officialId":"dara-sok","into":"dara-sok","who":"Ed","why":"so"}""", "into")]
    [InlineData("""{"kind":"speaker","statementId":"ID","who":"Ed","why":"so","confidence":1}""", null)] // what is not asked for is not taken
    [InlineData("""{"kind":"rumour","statementId":"ID","who":"Ed","why":"so"}""", null)]
    [InlineData("""{"kind":"speaker","statementId":"ID"}""", null)]
    [InlineData("not json", null)]
    [InlineData("", null)]
    public async Task What_cannot_be_taken_is_refused_with_the_parameters_name(string body, string? parameter)
    {
        using var answer = await PostAsync("api/corrections", body.Replace("ID", statement, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal(parameter, problem.TryGetProperty("parameter", out var named) ? named.GetString() : null);
        Assert.NotEqual("", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Without_the_key_nothing_is_taken()
    {
        http.DefaultRequestHeaders.Clear();
        using var answer = await PostAsync("api/corrections", """{"kind":"notAStatement","statementId":"x-s1","who":"Ed","why":"so"}""");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_refused()
    {
        using var answer = await PostAsync("api/corrections", $$"""{"kind":"speaker","statementId":"{{statement}}","who":"Ed","why":"{{new string('x', 100_000)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Words_are_corrected_to_what_stands_in_the_article_and_the_statement_is_found_by_them()
    {
        using var answer = await PostAsync("api/corrections", $$"""{"kind":"span","statementId":"{{statement}}","words":"the dam would be safe","who":"Ed","why":"Till when is not said."}""");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);

        var corrected = await http.GetFromJsonAsync<JsonElement>($"api/statements/{statement}", Cancelled);
        Assert.Equal(("the dam would be safe", 1d), (corrected.GetProperty("text").GetString(), corrected.GetProperty("confidence").GetDouble()));
        Assert.Empty((await http.GetFromJsonAsync<JsonElement>("api/statements?q=2030", Cancelled)).GetProperty("value").EnumerateArray());
    }

    [Fact]
    public async Task Sent_twice_a_correction_is_one_and_can_be_taken_back_and_sent_again()
    {
        var body = $$"""{"kind":"notAStatement","statementId":"{{statement}}","who":"Ed","why":"so"}""";
        var id = await IdOfAsync(await PostAsync("api/corrections", body));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"api/statements/{statement}", UriKind.Relative), Cancelled)).StatusCode);

        using var undone = await PostAsync($"api/corrections/{id}/undo", """{"who":"Ed"}""");
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri($"api/statements/{statement}", UriKind.Relative), Cancelled)).StatusCode);

        Assert.Equal(id, await IdOfAsync(await PostAsync("api/corrections", body)));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri($"api/statements/{statement}", UriKind.Relative), Cancelled)).StatusCode);
        using var unknown = await PostAsync("api/corrections/none-c1/undo", """{"who":"Ed"}""");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Merged_officials_are_one_once_their_articles_are_read_anew_and_the_old_address_leads_to_the_new()
    {
        await RecordAsync("road", "Minister Dara Sokha said the road would be open in 2031.");
        var body = """{"kind":"merge","officialId":"dara-sokha","into":"dara-sok","who":"Ed","why":"A slip of the pen."}""";
        var id = await IdOfAsync(await PostAsync("api/corrections", body));
        await DrainAsync();
        Assert.Equal(id, await IdOfAsync(await PostAsync("api/corrections", body)));

        var official = await http.GetFromJsonAsync<JsonElement>("api/officials/dara-sok", Cancelled);
        Assert.Equal(["Dara Sokha", "Sok Dara"], official.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(3, (await http.GetFromJsonAsync<JsonElement>("api/statements?official=dara-sok", Cancelled)).GetProperty("value").GetArrayLength());
        using var page = await http.GetAsync(new Uri("officials/dara-sokha", UriKind.Relative), Cancelled);
        Assert.Equal("/officials/dara-sok", page.RequestMessage!.RequestUri!.AbsolutePath);

        (await PostAsync($"api/corrections/{id}/undo", """{"who":"Ed"}""")).EnsureSuccessStatusCode();
        await DrainAsync();
        Assert.Equal("Dara Sokha", (await http.GetFromJsonAsync<JsonElement>("api/officials/dara-sokha", Cancelled)).GetProperty("name").GetString());
    }

    private async Task RecordAsync(string slug, params string[] paragraphs)
    {
        var url = new Uri($"https://paper.example/{slug}/");
        var article = new Article(url, PageKind.Article, $"The {slug}", [], Published, null, null, [], "en", null, [.. paragraphs], [], null, null);
        var source = new Source("paper", "The Paper", url, "Asia/Phnom_Penh", "en", FindBy.Feed, url);
        var head = await host.Services.GetRequiredService<ArticleStore>().KeepAsync(ArticleStore.IdOf(url), source, article, [], Published, Cancelled);
        await host.Services.GetRequiredService<MentionRecorder>().RecordAsync(new ExtractMentionsMessage(head.Id, head.Revision), Cancelled);
    }

    // Does what the queue's function does.
    private async Task DrainAsync()
    {
        var queue = host.Services.GetRequiredService<StorageClients>().Queue(StorageNames.ExtractMentionsQueue);
        while ((await queue.ReceiveMessageAsync(cancellationToken: Cancelled)).Value is { } message)
        {
            await host.Services.GetRequiredService<MentionRecorder>().RecordAsync(message.Body.ToObjectFromJson<ExtractMentionsMessage>(JsonSerializerOptions.Web)!, Cancelled);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Cancelled);
        }
    }

    private static async Task<string> IdOfAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> PostAsync(string address, string body) =>
        http.PostAsync(new Uri(address, UriKind.Relative), new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancelled);
}

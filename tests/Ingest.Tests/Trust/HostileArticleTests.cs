using System.Net;
using System.Text;
using System.Text.Json;
using Ingest.Articles;
using Ingest.Queries;
using Ingest.Storage;
using Ingest.Tests.Articles;
using Ingest.Tests.Network;
using Ingest.Tests.Queries;

namespace Ingest.Tests.Trust;

/// <summary>Pages with charsets and characters that nobody means well by, from the wire to the answers: each is text, and every quote stands where it is said to.</summary>
public sealed class HostileArticleTests(AzuriteFixture azurite)
{
    private const string Said = "Sok Dara, the minister of water, said on Monday that the dam at Kampot was safe and that nobody would have to leave.";

    private static readonly DateTimeOffset Now = new(2025, 11, 12, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Pages => new()
    {
        { "UTF-7 by header", "text/html; charset=utf-7", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-" },
        { "UTF-7 by meta", "text/html", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-" },
        { "a charset that is none", "text/html; charset=x-none\"\r", "“so”" },
        { "NUL", "text/html; charset=utf-8", "a\0b &#0; c" },
        { "halves of surrogate pairs", "text/html; charset=utf-8", "a &#xD800; b &#xDFFF; c" },
        { "bytes that are no UTF-8", "text/html; charset=utf-8", "\u00ff\u00fe\u0080" },
        { "directions", "text/html; charset=utf-8", "&#x202E;gnitirw&#x202C; &#x2066;a&#x2069; &#xFEFF;" },
        { "script", "text/html; charset=utf-8", "&lt;script&gt;alert(1)&lt;/script&gt; \"onmouseover=alert(1)" },
        { "CDATA and comments", "text/html; charset=utf-8", "]]&gt; <![CDATA[x]]> <!-- --!> -- > &lt;!--" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_read_recorded_and_answered(string what, string contentType, string hostile)
    {
        Assert.NotEmpty(what);
        var charset = what.EndsWith("by meta", StringComparison.Ordinal) ? "charset=\"utf-7\"" : "charset=\"utf-8\"";
        var page = Encoding.Latin1.GetBytes(Paper.Page($"Dam {hostile}", [$"{hostile} {Said}", .. Paper.Bridge.Take(2).Select(Plain), $"“{hostile} It will hold,” {Said}".Replace('“', '"').Replace('”', '"')]).Replace("charset=\"utf-8\"", charset, StringComparison.Ordinal));
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            if (context.Request.Path == "/robots.txt")
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
                return Task.CompletedTask;
            }

            context.Response.ContentType = contentType.TrimEnd('\r');
            return context.Response.Body.WriteAsync(page, Test).AsTask();
        });
        await using var app = await TestApplication.StartAsync(
            await azurite.NewAccountAsync(), Now, ("Sources:paper", publisher.At("/").ToString()), ("Network:AllowedHosts:0", publisher.Host));
        await app.Get<ArticleFetcher>().FetchAsync(new("paper", publisher.At("/a")), Test);
        await app.Get<MentionRecorder>().RecordAsync(Assert.Single(await app.TakeAsync<ExtractMentionsMessage>(StorageNames.ExtractMentionsQueue)), Test);

        var text = (await app.Get<ArticleStore>().FindAsync(ArticleStore.IdOf(publisher.At("/a")), cancellation: Test))!.Article.Text;
        Assert.DoesNotContain('\0', text);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))); // no half of a pair
        Assert.True(what.StartsWith("script", StringComparison.Ordinal) || !text.Contains("<script>", StringComparison.Ordinal), text);
        var statements = (await Asked.Of(app.Get<StatementQueries>().ListAsync, "/api/statements")).Json.GetProperty("value").EnumerateArray().ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements.SelectMany(statement => statement.GetProperty("pieces").EnumerateArray()), piece => Assert.Equal(text[Offset(piece, "start")..Offset(piece, "end")], piece.GetProperty("text").GetString()));
        foreach (var format in (string[])["csv", "ndjson", "atom", "rss", "jsonfeed"])
        {
            var answer = await Asked.Of(app.Get<StatementQueries>().ListAsync, $"/api/statements?format={format}");
            Assert.Equal(200, answer.Status);
            if (format is "atom" or "rss") Assert.NotNull(System.Xml.Linq.XDocument.Parse(answer.Body).Root);
        }
    }

    private static string Plain(string text) => text.Replace('“', '"').Replace('”', '"');

    private static int Offset(JsonElement piece, string end) => piece.GetProperty(end).GetInt32();
}

using System.Net;
using Ingest.Tests.Network;
using Microsoft.AspNetCore.Http;

namespace Ingest.Tests.Articles;

/// <summary>An invented newspaper whose pages a test writes; it knows validators, and answers a short link by a redirect.</summary>
internal sealed class Paper : IAsyncDisposable
{
    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);
    private LocalPublisher? publisher;

    public static string[] Bridge { get; } =
    [
        "On Monday the governor of Kandal province, Chea Ratanak, opened the new bridge across the Tonle Sap after four years of construction and two floods.",
        "“Nobody here will wait for a ferry again,” Ratanak told about 2,000 villagers who had come to walk across it before the first lorries were let through.",
        "The bridge is 870 metres long and cost 41 million dollars, of which the provincial council paid a third from its own budget, according to its treasurer, Sok Malis.",
        "Fishermen say that the piers have changed the current and that their nets come up empty on the eastern bank, where the water now runs twice as fast as before.",
        "A commission is to report on the catches by March, and the ministry has promised that families who lost their income will be paid until then.",
    ];

    public static string[] Rice { get; } =
    [
        "Rice traders in Battambang paid 1,150 riel for a kilogramme of fragrant paddy this week, the lowest price since the harvest of three years ago.",
        "Mill owner Heng Bopha said that Vietnamese buyers had stayed away after their government raised the duty on imports without a word of warning.",
        "Farmers who borrowed for seed and fertiliser in May now ask the banks for another season to repay, and most of the banks have agreed to talk.",
        "The association of millers wants the state to buy 300,000 tonnes for its reserve, which it last did when the border was closed during the pandemic.",
        "Agriculture officials answered that the stores in the capital are full and that new ones will not be ready before the rains return.",
    ];

    public static string[] German { get; } =
    [
        "Am Montag hat der Gouverneur der Provinz nach vier Jahren Bauzeit und zwei Überschwemmungen die neue Brücke über den Fluss eröffnet.",
        "Niemand werde hier je wieder auf eine Fähre warten müssen, sagte er vor etwa zweitausend Dorfbewohnern, die gekommen waren, um sie zu Fuß zu überqueren.",
        "Die Brücke ist achthundertsiebzig Meter lang und hat einundvierzig Millionen gekostet, wovon der Provinzrat ein Drittel aus seinem eigenen Haushalt bezahlt hat.",
        "Die Fischer sagen, dass die Pfeiler die Strömung verändert haben und dass ihre Netze am östlichen Ufer leer bleiben, wo das Wasser nun doppelt so schnell fließt.",
    ];

    /// <summary>Answers other than 200, by path and query.</summary>
    public Dictionary<string, HttpStatusCode> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>How often a page was not sent since it had not changed.</summary>
    public int NotModified { get; private set; }

    /// <summary>The page at a path and query.</summary>
    public string this[string path]
    {
        set => pages[path] = value;
    }

    public static async Task<Paper> StartAsync()
    {
        var paper = new Paper();
        paper.publisher = await LocalPublisher.StartAsync(paper.AnswerAsync);
        return paper;
    }

    public static string Page(string title, string[] paragraphs, string? canonical = null, string language = "en", string head = "") => $"""
        <!DOCTYPE html>
        <html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{(canonical is null ? "" : $"<link rel='canonical' href='{canonical}'>")}{head}</head>
        <body><nav><a href="/">Home</a></nav>
        <main><article><h1>{title}</h1><div class="entry-content">{string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"))}</div></article></main>
        <footer>The Paper</footer></body></html>
        """;

    public Uri At(string path) => publisher!.At(path);

    public ValueTask DisposeAsync() => publisher!.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        var (request, response) = (context.Request, context.Response);
        if (Statuses.TryGetValue(path, out var status)) response.StatusCode = (int)status;
        else if (path == "/?p=12") response.Redirect("/bridge-opens/");
        else if (Find(path, request.Path) is not { } page) response.StatusCode = 404;
        else
        {
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ETag = $"\"{page.GetHashCode()}\"";
            if (request.Headers.IfNoneMatch == response.Headers.ETag)
            {
                NotModified++;
                response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return response.WriteAsync(page);
        }

        return Task.CompletedTask;
    }

    private string? Find(string path, string withoutQuery) =>
        pages.GetValueOrDefault(path) ?? pages.GetValueOrDefault(withoutQuery) ?? pages.GetValueOrDefault(withoutQuery + "/") ?? pages.GetValueOrDefault(withoutQuery.Replace("/amp/", "/"));
}

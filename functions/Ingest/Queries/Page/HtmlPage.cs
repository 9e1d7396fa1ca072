using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>A whole page, answered with a policy under which no script but our own modules runs.</summary>
/// <param name="Title">What the window and a bookmark say, without the product's name.</param>
/// <param name="Path">The address of the view that it is part of, or "" for none; for the navigation.</param>
/// <param name="Main">What it shows.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record HtmlPage(string Title, string Path, Html Main, int Status = StatusCodes.Status200OK) : IResult
{
    /// <summary>Nothing from elsewhere, nothing inline, no frame around it.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Address, string Name)[] Views =
        [("/", "Search"), ("/officials", "Officials"), ("/figures", "Figures"), ("/calendar", "Calendar"), ("/sources", "Sources"), ("/try", "Try it")];

    /// <summary>What a reader may subscribe to: media type, title, address.</summary>
    public IReadOnlyList<(string Type, string Title, string Address)> Feeds { get; init; } = [];

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = Encoding.UTF8.GetBytes(Document(request.Cookies["theme"]).ToString());
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"";
        response.StatusCode = Status;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Cookie";
        response.Headers.ETag = tag;
        if (Status == StatusCodes.Status200OK && request.Headers.IfNoneMatch == tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private Html Document(string? theme) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en"{(theme is "light" or "dark" ? Html.Of($" data-theme=\"{theme}\"") : Html.None)}>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Title} · Ingest</title>
        <link rel="icon" href="{PageAssets.Address("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{PageAssets.Address("page.css")}">
        <link rel="preload" href="/assets/newsreader-latin-400-normal.woff2" as="font" type="font/woff2" crossorigin>
        {Feeds.Select(feed => Html.Of($"<link rel=\"alternate\" type=\"{feed.Type}\" title=\"{feed.Title}\" href=\"{feed.Address}\">\n"))}<script type="module" src="{PageAssets.Address("page.js")}"></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header class="masthead">
        <a class="name" href="/">Ingest</a>
        <p class="motto">Who said what, with which figures, when.</p>
        <nav aria-label="Views"><ul>{Views.Select(View)}</ul><button class="quiet theme" type="button" data-theme-switch hidden>Dark</button></nav>
        </header>
        <main id="main" tabindex="-1">
        {Main}
        </main>
        <footer class="colophon"><span>Quotes are verbatim and link to their source.</span><a href="/api/openapi.json">For programs: OpenAPI</a><span>Articles belong to their publishers.</span></footer>
        </body>
        </html>
        """);

    private Html View((string Address, string Name) view) => view.Address == Path
        ? Html.Of($"<li><a href=\"{view.Address}\" aria-current=\"page\">{view.Name}</a></li>")
        : Html.Of($"<li><a href=\"{view.Address}\">{view.Name}</a></li>");
}

using System.Globalization;
using Ingest.Articles;
using Ingest.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Queries.Page;

/// <summary>
/// Answers the view in which a text or an article is tried; nothing of it is kept. Articles are fetched only where everybody may read them
/// in full: elsewhere whoever knows an address would read any article through us, and have us fetch what they like.
/// </summary>
internal sealed class TryPage(ExtractQueries extraction, ArticleQueries articles, Fetcher fetcher)
{
    // A form's names, values and boundaries beside the text.
    private const int MostFields = 10;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!HttpMethods.IsPost(request.Method)) return Page(null);
        if (!request.HasFormContentType) return Page(new Trial(null, null, null, Problem: "Send the form of this page, or JSON to /api/extract."));
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = ExtractQueries.MostBytes, BufferBodyLengthLimit = ExtractQueries.MostBytes }, cancellation);
        }
        catch (InvalidDataException)
        {
            return Page(new Trial(null, null, null, Problem: $"The text is too long. Paste at most {TryView.MaxText} characters.")) with { Status = StatusCodes.Status413PayloadTooLarge };
        }

        var text = form["text"].ToString();
        DateOnly? published = DateOnly.TryParseExact(form["published"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var url = form["url"].ToString().Trim();
        if (text.Trim().Length > 0) return Page(new Trial(text, published, null, Found: extraction.Extract(new ExtractRequest(text, published, null))));
        return Page(url.Length > 0
            ? await ReadAsync(url, published, cancellation)
            : new Trial(text, published, null, Problem: "There is no text. Paste one, paragraphs parted by empty lines."));
    }

    private HtmlPage Page(Trial? trial) => TryView.Page(trial, takesAddresses: articles.IsOpen);

    private async Task<Trial> ReadAsync(string url, DateOnly? published, CancellationToken cancellation)
    {
        var trial = new Trial(null, published, url);
        if (!articles.IsOpen) return trial with { Url = null, Problem = "Here only texts are tried. Paste the article's text." };
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return trial with { Problem = $"'{url}' is no address of a page. Give one that begins with https://." };
        if (await fetcher.FetchAsync(new FetchRequest(address, "text/html"), cancellation) is var result && result is not Fetched { IsSuccess: true } page)
            return trial with { Problem = $"The article could not be had: {result.InWords}." };

        var article = ArticleParser.Parse(page.Body, page.ContentType, page.Address).Article;
        if (article.Kind != PageKind.Article) return trial with { Problem = $"The page holds no whole article ({article.Kind})." };
        var day = published ?? (article.Published is { } time ? DateOnly.FromDateTime(time.DateTime) : null);
        return trial with { Published = day, Title = article.Title, Found = extraction.Extract(new ExtractRequest(article.Text, day, article.Title)) };
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ingest.Queries.Page;

/// <summary>Answers the view in which a text is tried; nothing of it is kept.</summary>
internal sealed class TryPage(ExtractQueries extraction)
{
    // A form's names, values and boundaries beside the text.
    private const int MostFields = 10;

    public async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!HttpMethods.IsPost(request.Method)) return TryView.Page(null);
        if (!request.HasFormContentType) return TryView.Page(new Trial(null, null, null, Problem: "Send the form of this page, or JSON to /api/extract."));
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = ExtractQueries.MostBytes, BufferBodyLengthLimit = ExtractQueries.MostBytes }, cancellation);
        }
        catch (InvalidDataException)
        {
            return TryView.Page(new Trial(null, null, null, Problem: $"The text is too long. Paste at most {TryView.MaxText} characters."));
        }

        var text = form["text"].ToString();
        DateOnly? published = DateOnly.TryParseExact(form["published"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return TryView.Page(text.Trim().Length == 0
            ? new Trial(text, published, null, Problem: "There is no text. Paste one, paragraphs parted by empty lines.")
            : new Trial(text, published, null, Found: extraction.Extract(new ExtractRequest(text, published, null))));
    }
}

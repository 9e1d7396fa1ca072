using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>Answers the view of one article.</summary>
internal sealed class ArticlePage(ArticleQueries articles, FindingQueries findings, SourceNames sources)
{
    public async Task<IResult> AnswerAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        int? revision = int.TryParse(request.Query["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (await articles.FindAsync(id, revision, articles.IsOpen, cancellation) is not { } found)
            return StatementView.Missing(revision is null ? $"No article has the id {id}." : $"No article {id} has a revision {revision}.");
        var older = articles.IsOpen && request.Query.ContainsKey("changes") && found.Stored.Revision > 1
            ? await articles.FindAsync(id, found.Stored.Revision - 1, withText: true, cancellation)
            : null;
        var seen = await findings.OfServiceAloneAsync(found.Stored, cancellation);
        return ArticleView.Page(new ArticleReading(found.Stored, found.Answer, older?.Answer.Text, seen), await sources.AllAsync(cancellation));
    }
}

using Ingest.Queries.Paging;
using Ingest.Storage;
using Ingest.Storage.Listings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Queries.Page;

/// <summary>Answers the views of officials.</summary>
internal sealed class OfficialPages(OfficialFinder officials, OfficialDirectory directory, OfficialMerges merges, StatementFinder statements, FigureFinder figures, SourceNames sources, CursorSigner signer, IOptions<QueryOptions> options)
{
    private const int PerPage = 100;
    private const int MostFigures = 50;
    private const int ShownTerms = 24;

    /// <summary>The list, or those that fit a search.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (query, with) = (Text(request, "q"), Text(request, "with"));
        var asked = $"/officials?q={Uri.EscapeDataString(query ?? "")}&with={Uri.EscapeDataString(with ?? "")}";
        try
        {
            var cursor = await signer.ReadAsync(Text(request, "cursor"), asked, cancellation);
            var page = await officials.FindAsync(query is null ? null : WordQuery.Parse(query, "q"), cursor, PerPage, Budget(), cancellation);
            var next = page.Next is null ? null : $"{asked}&cursor={await signer.SignAsync(page.Next, asked, cancellation)}";
            return OfficialView.List(page.Items, query, with, next);
        }
        catch (QueryException problem)
        {
            return StatementView.Refused(problem.Message);
        }
    }

    /// <summary>One official, or two side by side.</summary>
    public async Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var names = await sources.AllAsync(cancellation);
        var merged = (await merges.AllAsync(cancellation)).Where(merge => merge.Target == id || merge.Into == id).OrderBy(merge => merge.At).ToList();
        if (await DossierAsync(id, cancellation) is not { } dossier)
        {
            return merged.LastOrDefault(merge => merge.Target == id && merge.Undone is null) is { Into: { } into }
                ? Results.Redirect($"/officials/{Uri.EscapeDataString(into)}")
                : StatementView.Missing($"No official has the id {id}.");
        }

        if (Text(request, "with") is not { } other || other == id) return OfficialView.Page(dossier, merged, names);
        return await DossierAsync(other, cancellation) is { } second
            ? OfficialView.Compare(dossier, second, names)
            : StatementView.Missing($"No official has the id {other}.");
    }

    private async Task<Dossier?> DossierAsync(string id, CancellationToken cancellation)
    {
        if (await directory.FindAsync(id, cancellation) is not { } official) return null;
        var own = await statements.FindAsync(new StatementFilter { Official = new SpeakerFilter(id) }, oldestFirst: false, null, SearchPage.MostCounted, Budget(), cancellation);
        var others = await statements.FindAsync(new StatementFilter(), oldestFirst: false, null, SearchPage.MostCounted, Budget(), cancellation);
        var cited = await figures.FindAsync(new FigureFilter { Official = new SpeakerFilter(id) }, oldestFirst: false, null, MostFigures, Budget(), cancellation);
        return new Dossier(official, own.Items, own.Next is not null, Keyness.Of(own.Items, others.Items, ShownTerms), cited.Items);
    }

    private ReadBudget Budget() => new(options.Value.TransactionsPerRequest);

    private static string? Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}

using Ingest.Sources;
using Ingest.Storage;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>Answers the view of the sources' health.</summary>
internal sealed class SourcePage(SourceCatalogue catalogue, SourceStore store, TimeProvider time)
{
    public async Task<IResult> AnswerAsync(CancellationToken cancellation)
    {
        var states = await store.StatesAsync(cancellation);
        var known = await catalogue.AllAsync(cancellation);
        return SourceView.Page([.. known.Values.Select(source => (source, states.GetValueOrDefault(source.Source.Id)?.Value))], time.GetUtcNow());
    }
}

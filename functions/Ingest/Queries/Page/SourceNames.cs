using Ingest.Sources;

namespace Ingest.Queries.Page;

/// <summary>The sources' names by their ids.</summary>
internal sealed class SourceNames(SourceCatalogue catalogue)
{
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken cancellation) =>
        (await catalogue.AllAsync(cancellation)).ToDictionary(known => known.Key, known => known.Value.Source.Name, StringComparer.Ordinal);
}

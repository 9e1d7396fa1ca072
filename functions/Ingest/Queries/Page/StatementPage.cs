using Ingest.Storage;
using Ingest.Storage.Record;
using Ingest.Storage.Rows;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Page;

/// <summary>Answers the view of one statement.</summary>
internal sealed class StatementPage(RowReader reader, SourceNames sources)
{
    public async Task<IResult> AnswerAsync(string id, CancellationToken cancellation)
    {
        if (MentionIds.ClusterOf(id) is not { } cluster) return StatementView.Missing($"No statement has the id {id}.");
        var state = await ClusterState.ReadAsync(reader, cluster, cancellation);
        var corrections = state.Corrections.Values.Where(correction => correction.Target == id).OrderBy(correction => correction.At).ToList();
        var statement = state.Mentions.Statements.FirstOrDefault(found => found.Id == id);
        var names = await sources.AllAsync(cancellation);
        if (statement is not null) return StatementView.Page(statement, corrections, names);
        return corrections.Count > 0 ? StatementView.TakenOut(corrections, names) : StatementView.Missing($"No statement has the id {id}.");
    }
}

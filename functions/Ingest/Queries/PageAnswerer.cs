using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Paging;
using Ingest.Queries.Parameters;
using Ingest.Storage.Listings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Queries;

/// <summary>What all queries that answer in pages share: cursor, budget, format, envelope.</summary>
internal sealed class PageAnswerer(CursorSigner signer, IOptions<QueryOptions> options, TimeProvider time)
{
    /// <summary>The parameters that every such query takes.</summary>
    public static ImmutableArray<Parameter> Parameters { get; } = [KnownParameters.Top, KnownParameters.Cursor, KnownParameters.Format];

    /// <summary>Answers with a page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The parameters that it may have.</param>
    /// <param name="shape">How answers look outside JSON.</param>
    /// <param name="find">Finds the page: by parameters, cursor, size and budget.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<IResult> AnswerAsync<T>(
        HttpRequest request, ImmutableArray<Parameter> known, Shape<T> shape, Func<ParameterReader, Cursor?, int, ReadBudget, Task<Page<T>>> find, CancellationToken cancellation) =>
        Answers.OrProblem(async () =>
        {
            var parameters = new ParameterReader(request.Query, known);
            var format = AnswerFormat.Of(request, parameters);
            // How a page looks and how long it is may change from one to the next; what is asked for may not.
            var filters = $"{request.Path}?{parameters.Canonical(KnownParameters.Top, KnownParameters.Cursor, KnownParameters.Format)}";
            var cursor = await signer.ReadAsync(parameters.Text(KnownParameters.Cursor), filters, cancellation);
            var asOf = time.GetUtcNow();
            var page = await find(parameters, cursor, parameters.Count(KnownParameters.Top), new ReadBudget(options.Value.TransactionsPerRequest));
            var next = page.Next is null ? null : await signer.SignAsync(page.Next, filters, cancellation);
            var link = next is null ? null : Answers.NextLink(request, parameters, next);
            return Answers.Page(request, format, new Answer<T>(page.Items, link, next, asOf), shape);
        });
}

using System.Collections.Immutable;
using Ingest.Queries.Formats;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Check;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>Whether Ingest works.</summary>
/// <param name="Status">"ready"; "degraded" where messages failed for good; "unavailable" where storage does not answer.</param>
/// <param name="Detail">What is wrong and what to do; absent where nothing is.</param>
/// <param name="Statements">Statements in the record.</param>
/// <param name="Figures">Figures in the record.</param>
/// <param name="Changes">Commits so far.</param>
/// <param name="Queues">What waits.</param>
public sealed record HealthAnswer(string Status, string? Detail, long? Statements, long? Figures, long? Changes, IReadOnlyList<QueueState>? Queues);

/// <summary>Answers and does what an operator asks.</summary>
public sealed class OperatorQueries
{
    private readonly WorkQueues queues;
    private readonly ChangeLog log;
    private readonly Reextraction reextraction;
    private readonly RecordCheck check;

    internal OperatorQueries(WorkQueues queues, ChangeLog log, Reextraction reextraction, RecordCheck check) =>
        (this.queues, this.log, this.reextraction, this.check) = (queues, log, reextraction, check);

    /// <summary>What a check can be asked.</summary>
    internal static ImmutableArray<Parameter> CheckParameters { get; } = [KnownParameters.Piece, KnownParameters.Mend];

    /// <summary>GET /api/health/live: whether the process answers at all.</summary>
    public static IResult Live() => Answers.Json(new { status = "live" });

    /// <summary>GET /api/health: whether it can do its work; 503 where it cannot.</summary>
    public Task<IResult> HealthAsync(HttpRequest request, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        _ = new ParameterReader(request.Query, []);
        try
        {
            var (states, head) = (await queues.StatesAsync(cancellation), await log.HeadAsync(cancellation));
            var failed = states.Where(state => state.Poisoned > 0).Select(state => $"{state.Poisoned} messages of {state.Name} failed too often; POST /api/queues/{state.Name}/retry returns them to work.").ToList();
            return Answers.Json(new HealthAnswer(
                failed.Count == 0 ? "ready" : "degraded", failed.Count == 0 ? null : string.Join(' ', failed), head.Statements, head.Figures, head.Next - 1, states));
        }
        catch (Exception trouble) when (StorageOutage.Is(trouble))
        {
            return Results.Json(new HealthAnswer("unavailable", "Storage does not answer.", null, null, null, null), Storage.Record.RecordJson.Options, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    });

    /// <summary>POST /api/queues/{name}/retry: returns poisoned messages to work.</summary>
    public async Task<IResult> RetryAsync(string name, CancellationToken cancellation) => await queues.RetryAsync(name, cancellation) is { } returned
        ? Results.Ok(new { returned })
        : Answers.Problem(StatusCodes.Status404NotFound, "Not found", $"There is no queue '{name}'. Known are {string.Join(", ", StorageNames.Queues)}.");

    /// <summary>POST /api/reextract: starts to extract everything anew.</summary>
    public async Task<IResult> ReextractAsync(CancellationToken cancellation) =>
        Results.Accepted("/api/reextract", await reextraction.StartAsync(cancellation));

    /// <summary>GET /api/reextract: how far that is.</summary>
    public async Task<IResult> ReextractionAsync(CancellationToken cancellation) => await reextraction.StateAsync(cancellation) is { } state
        ? Answers.Json(state)
        : Answers.Problem(StatusCodes.Status404NotFound, "Not found", "Nothing was ever extracted anew. POST /api/reextract starts it.");

    /// <summary>One step of it.</summary>
    public Task StepAsync(ReextractMessage message, CancellationToken cancellation) => reextraction.StepAsync(message, cancellation);

    /// <summary>POST /api/check: checks, and mends where asked to, one piece of the record.</summary>
    public Task<IResult> CheckAsync(HttpRequest request, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var parameters = new ParameterReader(request.Query, CheckParameters);
        try
        {
            return Answers.Json(await check.CheckAsync(parameters.Text(KnownParameters.Piece), parameters.Choice(KnownParameters.Mend) == "true", cancellation));
        }
        catch (FormatException trouble)
        {
            throw new QueryException(trouble.Message, KnownParameters.Piece.Name);
        }
    });

    /// <summary>Tells the operator's meter how much waits.</summary>
    public Task MeasureAsync(CancellationToken cancellation) => queues.MeasureAsync(cancellation);
}

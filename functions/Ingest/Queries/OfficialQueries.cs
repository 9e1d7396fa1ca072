using System.Collections.Immutable;
using Ingest.Extraction.Officials;
using Ingest.Queries.Formats;
using Ingest.Queries.Paging;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries;

/// <summary>An official as answers give it.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">The form that the newest article gives.</param>
/// <param name="Office">The office held on the day asked for, today's without one; null where the record does not know.</param>
/// <param name="Names">Every form that articles gave.</param>
/// <param name="Roles">Every role, the most lately held first.</param>
/// <param name="FirstSeen">Publication day of the first article.</param>
/// <param name="LastSeen">Publication day of the newest article.</param>
public sealed record OfficialAnswer(
    string Id, string Name, RoleRecord? Office, ImmutableArray<string> Names, ImmutableArray<RoleRecord> Roles, DateOnly FirstSeen, DateOnly LastSeen);

/// <summary>Answers questions for officials.</summary>
public sealed class OfficialQueries
{
    private readonly OfficialFinder finder;
    private readonly OfficialDirectory directory;
    private readonly PageAnswerer pages;
    private readonly TimeProvider time;

    internal OfficialQueries(OfficialFinder finder, OfficialDirectory directory, PageAnswerer pages, TimeProvider time) =>
        (this.finder, this.directory, this.pages, this.time) = (finder, directory, pages, time);

    internal static ImmutableArray<Parameter> ListParameters { get; } =
        [KnownParameters.Words with { Description = "Words of names, titles and bodies; a \"phrase\"; -without; a beginning*.", Example = "interior minister" }, KnownParameters.AsOf, .. PageAnswerer.Parameters];

    internal static ImmutableArray<Parameter> GetParameters { get; } = [KnownParameters.AsOf];

    /// <summary>GET /api/officials</summary>
    public Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation) => pages.AnswerAsync(
        request,
        ListParameters,
        Shapes.Officials,
        async (parameters, cursor, top, budget) =>
        {
            var asOf = AsOf(parameters);
            var words = parameters.Text(KnownParameters.Words) is { } text ? WordQuery.Parse(text, KnownParameters.Words.Name) : null;
            var page = await finder.FindAsync(words, cursor, top, budget, cancellation);
            return new Page<OfficialAnswer>([.. page.Items.Select(official => Answer(official, asOf))], page.Next);
        },
        cancellation);

    /// <summary>GET /api/officials/{id}</summary>
    public Task<IResult> GetAsync(HttpRequest request, string id, CancellationToken cancellation) => Answers.OrProblem(async () =>
    {
        var asOf = AsOf(new ParameterReader(request.Query, GetParameters));
        return Answers.One(await directory.FindAsync(id, cancellation) is { } official ? Answer(official, asOf) : null, "official", id);
    });

    /// <summary>
    /// The role that was held on a day: the latest taken up of those told as held before and after it, else the one told as held last
    /// before it, unless it has been told as past since.
    /// </summary>
    internal static RoleRecord? OfficeOn(OfficialRecord official, DateOnly day)
    {
        var taken = official.Roles.Where(role => role.HeldFrom <= day).ToList();
        return taken.Where(role => role.HeldTo >= day).MaxBy(role => role.HeldFrom)
            ?? taken.Where(role => role.Status is OfficeStatus.Current or OfficeStatus.Acting or OfficeStatus.Unknown).MaxBy(role => role.HeldTo);
    }

    private DateOnly AsOf(ParameterReader parameters) => parameters.Day(KnownParameters.AsOf) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private static OfficialAnswer Answer(OfficialRecord official, DateOnly day) =>
        new(official.Id, official.Name, OfficeOn(official, day), official.Names, official.Roles, official.FirstSeen, official.LastSeen);
}

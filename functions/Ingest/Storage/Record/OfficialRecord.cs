using System.Collections.Immutable;
using Ingest.Extraction.Officials;

namespace Ingest.Storage.Record;

/// <summary>An official across all articles.</summary>
/// <param name="Id">Stable; made of the name, and of the office too where two bear one name.</param>
/// <param name="Name">The form that the newest article gives.</param>
/// <param name="Names">Every form that articles gave, sorted.</param>
/// <param name="Roles">Every role, the most lately held first.</param>
/// <param name="FirstSeen">Publication day of the first article.</param>
/// <param name="LastSeen">Publication day of the newest article.</param>
public sealed record OfficialRecord(
    string Id,
    string Name,
    ImmutableArray<string> Names,
    ImmutableArray<RoleRecord> Roles,
    DateOnly FirstSeen,
    DateOnly LastSeen);

/// <summary>A role that articles gave an official.</summary>
/// <param name="Title">As the newest article gives it.</param>
/// <param name="Organisation">Likewise, or null.</param>
/// <param name="Status">As the newest article gives it.</param>
/// <param name="FirstSeen">Publication day of the first article that gives it.</param>
/// <param name="LastSeen">Publication day of the newest article that gives it.</param>
/// <param name="HeldFrom">The first publication day on which it was told as held, or null.</param>
/// <param name="HeldTo">The last publication day on which it was told as held, or null.</param>
/// <param name="Articles">The articles that prove it: the first and the newest, at most <see cref="OfficialFolding.Proofs"/> in all.</param>
public sealed record RoleRecord(
    string Title,
    string? Organisation,
    OfficeStatus Status,
    DateOnly FirstSeen,
    DateOnly LastSeen,
    DateOnly? HeldFrom,
    DateOnly? HeldTo,
    ImmutableArray<ArticleHead> Articles);

using Ingest.Extraction.Officials;

namespace Ingest.Storage.Record;

/// <summary>
/// Folds what articles tell of an official into one record. The order of the articles does not matter and one that is folded in twice
/// changes nothing, so that a replay is harmless and two hosts come to the same.
/// </summary>
internal static class OfficialFolding
{
    /// <summary>Articles that a role keeps as its proof: the first one and the newest others.</summary>
    public const int Proofs = 5;

    /// <summary>The record that these articles make; null where there are none.</summary>
    public static OfficialRecord? Of(IEnumerable<Sighting> sightings) =>
        sightings.Aggregate((OfficialRecord?)null, (record, sighting) => With(record, sighting));

    /// <summary>The record with one more article.</summary>
    public static OfficialRecord With(OfficialRecord? record, Sighting sighting)
    {
        var one = Single(sighting);
        return record is null ? one : Join(record, one);
    }

    /// <summary>What roles of one office share, however the article words it.</summary>
    public static string RoleKey(string title, string? organisation) =>
        string.Join(' ', OfficeWords.Of($"{title} {organisation}").Order(StringComparer.Ordinal));

    private static OfficialRecord Single(Sighting sighting) => new(
        sighting.OfficialId,
        sighting.Name,
        [sighting.Name],
        [.. sighting.Roles.GroupBy(r => RoleKey(r.Title, r.Organisation), StringComparer.Ordinal).Select(same => Single(same.First(), sighting)).Order(Lately)],
        sighting.Day,
        sighting.Day);

    private static RoleRecord Single(SeenRole role, Sighting sighting)
    {
        DateOnly? held = role.Status is OfficeStatus.Current or OfficeStatus.Acting ? sighting.Day : null;
        return new RoleRecord(role.Title, role.Organisation, role.Status, sighting.Day, sighting.Day, held, held, [sighting.Article]);
    }

    private static OfficialRecord Join(OfficialRecord a, OfficialRecord b) => new(
        a.Id,
        IsNewer(a.LastSeen, a.Name, b.LastSeen, b.Name) ? a.Name : b.Name,
        [.. a.Names.Union(b.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        [.. a.Roles.Concat(b.Roles).GroupBy(r => RoleKey(r.Title, r.Organisation), StringComparer.Ordinal).Select(same => same.Aggregate(Join)).Order(Lately)],
        Min(a.FirstSeen, b.FirstSeen),
        Max(a.LastSeen, b.LastSeen));

    private static RoleRecord Join(RoleRecord a, RoleRecord b)
    {
        var newest = IsNewer(a.LastSeen, Wording(a), b.LastSeen, Wording(b)) ? a : b;
        var proofs = a.Articles.Concat(b.Articles)
            .GroupBy(p => p.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(p => p.Revision)!)
            .OrderBy(p => p.ListedAt)
            .ThenBy(p => p.Id, StringComparer.Ordinal)
            .ToList();
        return new RoleRecord(
            newest.Title,
            newest.Organisation,
            newest.Status,
            Min(a.FirstSeen, b.FirstSeen),
            Max(a.LastSeen, b.LastSeen),
            a.HeldFrom is { } from && b.HeldFrom is { } otherFrom ? Min(from, otherFrom) : a.HeldFrom ?? b.HeldFrom,
            a.HeldTo is { } to && b.HeldTo is { } otherTo ? Max(to, otherTo) : a.HeldTo ?? b.HeldTo,
            proofs.Count <= Proofs ? [.. proofs] : [proofs[0], .. proofs.Skip(proofs.Count - Proofs + 1)]);
    }

    private static Comparer<RoleRecord> Lately { get; } = Comparer<RoleRecord>.Create(static (a, b) =>
    {
        var byHeld = Nullable.Compare(b.HeldTo, a.HeldTo);
        if (byHeld != 0) return byHeld;
        var bySeen = b.LastSeen.CompareTo(a.LastSeen);
        return bySeen != 0 ? bySeen : string.CompareOrdinal(Wording(a), Wording(b));
    });

    private static string Wording(RoleRecord role) => $"{role.Title}|{role.Organisation}|{role.Status}";

    // Of two seen on one day the wording decides, so that no order of arrival does.
    private static bool IsNewer(DateOnly day, string wording, DateOnly otherDay, string otherWording) =>
        day != otherDay ? day > otherDay : string.CompareOrdinal(wording, otherWording) <= 0;

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}

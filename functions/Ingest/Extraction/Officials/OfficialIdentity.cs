using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Extraction.Officials;

/// <summary>A role that the record knows of an official.</summary>
/// <param name="Title">In an article's words.</param>
/// <param name="Organisation">In an article's words, or null.</param>
/// <param name="Status">As the newest article gives it.</param>
/// <param name="FirstSeen">Publication day of the first article that gives it.</param>
/// <param name="LastSeen">Publication day of the newest article that gives it.</param>
public sealed record KnownRole(string Title, string? Organisation, OfficeStatus Status, DateOnly FirstSeen, DateOnly LastSeen);

/// <summary>An official of the record, as far as it takes to know the person again.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Names">Every form of the name that articles gave.</param>
/// <param name="Roles">Every role.</param>
public sealed record KnownOfficial(string Id, ImmutableArray<string> Names, ImmutableArray<KnownRole> Roles);

/// <summary>Which official of the record an article's official is.</summary>
/// <param name="Id">The known official's id, or the id to give to a new one.</param>
/// <param name="IsNew">Whether the record holds nobody who could be meant.</param>
public sealed record OfficialMatch(string Id, bool IsNew);

/// <summary>
/// Decides whether an article's official is one that the record knows. One name is one person unless their offices clash: both
/// held at about the same time, in different spheres or places, with no role in common.
/// </summary>
public static class OfficialIdentity
{
    /// <summary>Stands in the id of a namesake between the name's key and what tells the person apart.</summary>
    public const char NamesakeMark = '~';

    /// <summary>Two sightings nearer than this tell of the same time: nobody is a governor here and a judge there within a year.</summary>
    private const int SameTimeDays = 365;

    /// <summary>
    /// The id depends on the official and the known ones alone, so a replay gives the same: a name's first bearer has the name's key,
    /// a namesake the key and a mark of the office that told the two apart.
    /// </summary>
    /// <param name="official">As extracted from one article.</param>
    /// <param name="published">The article's publication day in the publisher's time zone.</param>
    /// <param name="known">Every official of the record with the same <see cref="OfficialKey"/>, in any order; others are passed over.</param>
    public static OfficialMatch Match(Official official, DateOnly published, IReadOnlyList<KnownOfficial> known)
    {
        var key = OfficialKey.Of(official.Name);
        var namesakes = known.Where(k => k.Names.Any(name => OfficialKey.Of(name) == key)).OrderBy(k => k.Id, StringComparer.Ordinal).ToList();
        var best = namesakes
            .Select(k => (Known: k, Affinity: Affinity(official, published, k)))
            .Where(k => k.Affinity >= 0)
            .OrderByDescending(k => k.Affinity)
            .Select(k => k.Known)
            .FirstOrDefault();
        if (best is not null) return new OfficialMatch(best.Id, IsNew: false);
        return new OfficialMatch(namesakes.Count == 0 ? key : $"{key}{NamesakeMark}{Mark(official)}", IsNew: true);
    }

    /// <summary>The key of the name in an id, which namesakes share.</summary>
    public static string NameKeyOf(string id) => id.IndexOf(NamesakeMark, StringComparison.Ordinal) is > 0 and var mark ? id[..mark] : id;

    // How well the roles fit; negative where they clash.
    private static int Affinity(Official official, DateOnly published, KnownOfficial known)
    {
        var pairs = official.Roles.SelectMany(role => known.Roles.Select(other => (Role: role, Other: other))).ToList();
        var shared = pairs.Count(p => Alike(p.Role, p.Other));
        if (shared > 0) return shared;
        return pairs.Any(p => Clash(p.Role, p.Other, published)) ? -1 : 0;
    }

    private static bool Alike(Role role, KnownRole known)
    {
        var (title, other) = (OfficeWords.Of(role.Title), OfficeWords.Of(known.Title));
        var common = title.Intersect(other).Count();
        var alike = common > 0 && 2 * common >= Math.Min(title.Count, other.Count);
        if (role.Organisation is null || known.Organisation is null) return alike;
        var (body, otherBody) = (OfficeWords.Of(role.Organisation), OfficeWords.Of(known.Organisation));
        var sameBody = body.Overlaps(otherBody);
        return alike ? sameBody || body.Count == 0 || otherBody.Count == 0 : sameBody && body.SetEquals(otherBody);
    }

    private static bool Clash(Role role, KnownRole known, DateOnly published)
    {
        if (role.Status is not (OfficeStatus.Current or OfficeStatus.Acting) || known.Status is not (OfficeStatus.Current or OfficeStatus.Acting)) return false;
        var apart = published > known.LastSeen ? published.DayNumber - known.LastSeen.DayNumber : known.FirstSeen.DayNumber - published.DayNumber;
        if (apart > SameTimeDays) return false;
        return Offices.IsMain(role.Title) && Offices.IsMain(known.Title);
    }

    private static string Mark(Official official)
    {
        var role = official.Roles.FirstOrDefault();
        var office = string.Join(' ', OfficeWords.Of($"{role?.Title} {role?.Organisation}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(office)))[..8];
    }
}

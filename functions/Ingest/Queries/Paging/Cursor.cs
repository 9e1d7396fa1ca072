namespace Ingest.Queries.Paging;

/// <summary>Where a page ended.</summary>
/// <param name="Place">The place of the row in which it ended, or from which reading goes on.</param>
/// <param name="After">Items of that row up to this one were returned, by their order in the row; negative where none was.</param>
internal sealed record Cursor(string Place, int After)
{
    // More steps than any length of time has.
    private const int MostSteps = 100;

    /// <summary>How many steps larger the windows were than the first one, for walking on through a gap.</summary>
    public int Reach => After < 0 ? -1 - After : 0;

    /// <summary>Goes on from a place of which nothing was returned, with windows of that many steps; fewer than none are none.</summary>
    public static Cursor Within(string place, int reach) => new(place, -1 - Math.Clamp(reach, 0, MostSteps));
}

using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace Ingest.Storage.Check;

/// <summary>
/// Goes through the whole record, piece by piece, finds rows that disagree with each other or with the articles that they come from, and
/// mends them. What is mended is written by the same steps that record an article, from the stored words or else from the page as it was
/// fetched; an ingest that runs meanwhile is not disturbed.
/// </summary>
public sealed class RecordCheck
{
    private readonly ImmutableArray<ICheckStage> stages;

    /// <param name="stages">In their order: whatever a later one takes for true, an earlier one has checked.</param>
    internal RecordCheck(IEnumerable<ICheckStage> stages) => this.stages = [.. stages];

    /// <summary>Checks one piece.</summary>
    /// <param name="cursor">The <see cref="CheckedPart.NextCursor"/> of the piece before; null for the first.</param>
    /// <param name="mend">Whether to mend what is found.</param>
    /// <param name="cancellation">Ends the checking; what is mended by then stays so.</param>
    /// <exception cref="FormatException">There is no such cursor.</exception>
    public async Task<CheckedPart> CheckAsync(string? cursor, bool mend, CancellationToken cancellation)
    {
        var (stage, after) = Parse(cursor);
        var piece = await stage.CheckAsync(after, cancellation);
        var found = piece.Found.Select(found => found.What).Distinct().ToList();
        if (mend && found.Count > 0)
        {
            foreach (var one in piece.Found.Select(found => found.Mend).OfType<Mend>().DistinctBy(one => one.Key)) await TryAsync(one, cancellation);
            var left = (await stage.CheckAsync(after, cancellation)).Found.Select(found => found.What).ToHashSet();
            found = [.. found.Select(what => what with { IsMended = !left.Contains(what) })];
        }

        return new CheckedPart(found, piece.Checked, piece.Skipped, Cursor(stage, piece.Next));
    }

    private static async Task TryAsync(Mend mend, CancellationToken cancellation)
    {
        try
        {
            await mend.DoAsync(cancellation);
        }
        catch (ClusterBusyException)
        {
            // Whoever records it now writes it as it should be, and otherwise it is found again.
        }
    }

    private string? Cursor(ICheckStage stage, string? next)
    {
        if (next is null && stage == stages[^1]) return null;
        var (name, after) = next is null ? (stages[stages.IndexOf(stage) + 1].Name, "") : (stage.Name, next);
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{name} {after}"));
    }

    private (ICheckStage Stage, string After) Parse(string? cursor)
    {
        if (cursor is null) return (stages[0], "");
        if (Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ', 2) is [var name, var after]
            && stages.FirstOrDefault(stage => stage.Name == name) is { } stage) return (stage, after);
        throw new FormatException("The check has no such cursor. Send the 'nextCursor' of the answer before, unchanged, or none to begin anew.");
    }
}

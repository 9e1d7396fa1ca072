using System.Text.Json;
using Azure;

namespace Ingest.Storage.Check;

/// <summary>One of the ways in which the record is gone through, piece by piece. It finds, and says how to mend; it changes nothing.</summary>
internal interface ICheckStage
{
    /// <summary>Tells it from the others in cursors.</summary>
    string Name { get; }

    /// <summary>Checks a piece.</summary>
    /// <param name="after">Where the piece before ended; empty at the start.</param>
    /// <param name="cancellation">Ends the checking.</param>
    Task<Piece> CheckAsync(string after, CancellationToken cancellation);
}

/// <summary>A piece of a stage.</summary>
/// <param name="Found">What disagrees, in the order in which it is to be mended.</param>
/// <param name="Checked">How many things it held.</param>
/// <param name="Skipped">How many of them are being written.</param>
/// <param name="Next">Where the next piece begins; null behind the last.</param>
internal sealed record Piece(IReadOnlyList<Found> Found, int Checked, int Skipped, string? Next);

/// <summary>A disagreement, and what mends it.</summary>
/// <param name="What">The disagreement.</param>
/// <param name="Mend">What mends it, as far as one can without people; null where nothing does.</param>
internal sealed record Found(Disagreement What, Mend? Mend);

/// <summary>Something to do, once for all that it mends.</summary>
/// <param name="Key">Equal for the same thing.</param>
/// <param name="DoAsync">Does it; may be done again at any time.</param>
internal sealed record Mend(string Key, Func<CancellationToken, Task> DoAsync);

/// <summary>What reading a damaged row comes to.</summary>
internal static class Damage
{
    /// <summary>Whether an error says that stored content is no longer what was written, as opposed to trouble on the way to it.</summary>
    public static bool Is(Exception error) =>
        error is JsonException or InvalidDataException or InvalidOperationException or NotSupportedException or RequestFailedException { Status: 404 };
}

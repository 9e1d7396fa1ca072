using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingest.Storage.Record;

namespace Ingest.Storage.Check;

/// <summary>What somebody knows who has followed the record from its first commit: two hashes for everything that there is.</summary>
internal sealed class Told(ChangeLog log)
{
    private const int CommitsAtOnce = 500;

    private readonly Dictionary<ulong, ulong> known = [];
    private readonly HashSet<ulong> accounted = [];
    private readonly HashSet<ulong> lately = [];
    private bool isBegun;

    /// <summary>The first commit that was not read yet.</summary>
    public long Next { get; private set; } = 1;

    /// <summary>Whether nothing was told between the first reading and the last.</summary>
    public bool IsQuiet => lately.Count == 0;

    /// <summary>Reads on up to the last commit.</summary>
    public async Task ReadOnAsync(CancellationToken cancellation)
    {
        while (await log.ReadAsync(Next, CommitsAtOnce, cancellation) is { Count: > 0 } commits)
        {
            foreach (var change in commits.SelectMany(commit => commit.Changes))
            {
                if (isBegun) lately.Add(KeyOf(change));
                if (change.IsDeleted) known.Remove(KeyOf(change));
                else known[KeyOf(change)] = Hash(JsonSerializer.Serialize(change, RecordJson.Options));
            }

            Next += commits.Count;
        }

        isBegun = true;
    }

    /// <summary>Whether a follower knows a cluster as it is; notes what there is of it.</summary>
    public bool Agrees(RecordedCluster cluster)
    {
        var agrees = true;
        foreach (var change in Differences.Between([RecordedCluster.Empty], cluster))
        {
            accounted.Add(KeyOf(change));
            agrees &= known.TryGetValue(KeyOf(change), out var told) && told == Hash(JsonSerializer.Serialize(change, RecordJson.Options));
        }

        return agrees;
    }

    /// <summary>
    /// What a follower believes to be there and is not: found by reading the log once more, if there is any. What was told since the first
    /// reading may have come behind whoever noted what there is.
    /// </summary>
    public async Task<IReadOnlyList<Change>> GhostsAsync(CancellationToken cancellation)
    {
        var ghosts = known.Keys.Where(key => !accounted.Contains(key) && !lately.Contains(key)).ToHashSet();
        var found = new List<Change>();
        for (long from = 1; ghosts.Count > 0 && await log.ReadAsync(from, CommitsAtOnce, cancellation) is { Count: > 0 } commits; from += commits.Count)
            found.AddRange(commits.SelectMany(commit => commit.Changes).Where(change => ghosts.Remove(KeyOf(change))).Select(change => new Change(change.Kind, change.Id, IsDeleted: true)));
        return found;
    }

    private static ulong KeyOf(Change change) => Hash($"{change.Kind} {change.Id}");

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

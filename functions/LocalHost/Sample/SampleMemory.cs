using System.Text.Json;

namespace Ingest.LocalHost.Sample;

/// <summary>
/// What the sample publishers must not forget between starts, a file in the data folder: their ports, since an article's
/// address is its identity, and how often the Post's feed was polled, since an edit is never taken back.
/// </summary>
internal sealed record SampleMemory(int AnnPort, int PostPort, int PostPolls)
{
    /// <summary>The poll of the Post's feed, counted over all starts, from which on its edited article stands.</summary>
    public const int EditedFromPoll = 3;

    public static string FileIn(string dataFolder) => Path.Combine(dataFolder, "sample.json");

    public static SampleMemory? Load(string dataFolder) =>
        File.Exists(FileIn(dataFolder)) ? JsonSerializer.Deserialize<SampleMemory>(File.ReadAllText(FileIn(dataFolder))) : null;

    /// <summary>Written beside and moved over, so that a kill in the middle leaves the old or the new.</summary>
    public void Save(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        File.WriteAllText(FileIn(dataFolder) + ".new", JsonSerializer.Serialize(this));
        File.Move(FileIn(dataFolder) + ".new", FileIn(dataFolder), overwrite: true);
    }
}

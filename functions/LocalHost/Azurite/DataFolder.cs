using System.ComponentModel;
using System.Diagnostics;

namespace Ingest.LocalHost.Azurite;

/// <summary>The folder that holds the emulator's files, for one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan LeftoverGrace = TimeSpan.FromSeconds(30);

    // A process's start is reckoned from the system's, which is known to the second at best.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(5);

    private readonly FileStream ownership;

    private DataFolder(string path, FileStream ownership) => (Path, this.ownership) = (path, ownership);

    public string Path { get; }

    private string ProcessFile => System.IO.Path.Combine(Path, "azurite.pid");

    /// <summary>Takes the folder for this host and sees off an emulator that a host left behind when it was killed.</summary>
    /// <exception cref="LocalHostException">Another host runs on it, or it cannot be written.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new LocalHostException($"The folder {path} cannot be used: {problem.Message} Start with --data FOLDER.", problem);
        }

        try
        {
            var folder = new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            folder.EndLeftover();
            return folder;
        }
        catch (IOException problem)
        {
            throw new LocalHostException($"Another Ingest keeps its data in {path}. Stop that one, or start this one with --data FOLDER.", problem);
        }
    }

    /// <summary>Notes the emulator's process for a later start that finds it still there.</summary>
    public void Remember(Process azurite) => File.WriteAllText(ProcessFile, azurite.Id.ToString());

    /// <summary>The emulator has ended in order.</summary>
    public void Forget() => File.Delete(ProcessFile);

    public void Dispose() => ownership.Dispose();

    /// <summary>It ends by itself, and writes its files doing so, once it sees that its host has gone; only one that hangs is killed.</summary>
    private void EndLeftover()
    {
        using var leftover = Leftover();
        if (leftover is not null && !leftover.WaitForExit(LeftoverGrace))
        {
            leftover.Kill(entireProcessTree: true);
            leftover.WaitForExit();
        }

        Forget();
    }

    private Process? Leftover()
    {
        if (!File.Exists(ProcessFile) || !int.TryParse(File.ReadAllText(ProcessFile), out var id))
            return null;

        try
        {
            var process = Process.GetProcessById(id);
            // A number is used again: whatever started well after the note was written is somebody else.
            var isOurs = process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase)
                && process.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(ProcessFile) + StartTolerance;
            return isOurs ? process : null;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}

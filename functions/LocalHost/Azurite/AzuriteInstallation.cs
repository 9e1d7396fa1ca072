using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Azurite;

/// <summary>The pinned emulator, installed with npm beside its package.json on first need and used by everything built from this checkout.</summary>
internal sealed class AzuriteInstallation(ILogger log)
{
    private const int LeastNode = 20;

    /// <summary>Holds package.json, its lock and start.js.</summary>
    public static string Folder { get; } =
        typeof(AzuriteInstallation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "AzuriteFolder").Value!;

    // Written last; says what was installed.
    private static string Receipt => Path.Combine(Folder, "node_modules", ".installed");

    /// <summary>Installs the emulator unless it is there.</summary>
    /// <exception cref="LocalHostException">Node is missing or too old, or npm failed.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await RequireNodeAsync(cancellation);
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), cancellation)));
        if (IsInstalled(wanted))
            return;

        await using var turn = await WaitForTurnAsync(cancellation);
        if (IsInstalled(wanted))
            return;

        log.LogInformation("Installing the storage emulator, once");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, output) = await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], cancellation);
        if (code != 0)
            throw new LocalHostException($"npm could not install the storage emulator in {Folder}: {output.Trim()}");

        await File.WriteAllTextAsync(Receipt, wanted, cancellation);
    }

    private static bool IsInstalled(string wanted) => File.Exists(Receipt) && File.ReadAllText(Receipt) == wanted;

    private static async Task RequireNodeAsync(CancellationToken cancellation)
    {
        var (_, version) = await RunAsync("node", ["--version"], cancellation);
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], out var major) || major < LeastNode)
            throw new LocalHostException($"Node.js {LeastNode} or newer is needed for the storage emulator, and this is {version.Trim()}. {WhatToDo}");
    }

    private static string WhatToDo =>
        $"Install it from https://nodejs.org, or name a storage account in the setting {Settings.Storage}.";

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception problem)
        {
            throw new LocalHostException($"Node.js {LeastNode} or newer is needed for the storage emulator, and '{program}' was not found. {WhatToDo}", problem);
        }
    }

    /// <summary>Two programs of this checkout may start at once; the second waits for the first to install.</summary>
    private static async Task<FileStream> WaitForTurnAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, ".installing"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellation);
            }
        }
    }
}

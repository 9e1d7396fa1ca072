using Ingest.LocalHost.Azurite;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(Ingest.Tests.AzuriteFixture))]

namespace Ingest.Tests;

/// <summary>
/// One storage emulator for the whole run, in memory, started by the first test that asks. Every test that asks gets a storage account of
/// its own: the names of queues, tables and containers are fixed in the product, and accounts are what Azurite keeps apart.
/// Take it as a constructor parameter of the test class.
/// </summary>
public sealed class AzuriteFixture : IAsyncDisposable
{
    // Azurite takes its accounts at start, so there are more than the tests use.
    private const int Accounts = 2_000;
    private static readonly string Key = Convert.ToBase64String("a key for tests"u8);

    private readonly Lazy<Task<AzuriteProcess>> azurite;
    private readonly AzuritePorts ports = AzuritePorts.AnyFree();
    private int taken;

    public AzuriteFixture() => azurite = new(StartAsync);

    /// <summary>The connection string of an account that nothing has used yet.</summary>
    public async Task<string> NewAccountAsync()
    {
        await azurite.Value;
        return ports.ConnectionString(NameOf(Interlocked.Increment(ref taken)), Key);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite.IsValueCreated)
            await (await azurite.Value).DisposeAsync();
    }

    private static string NameOf(int account) =>
        account <= Accounts ? $"test{account}" : throw new InvalidOperationException($"More than {Accounts} accounts are in use; raise {nameof(Accounts)}.");

    private async Task<AzuriteProcess> StartAsync()
    {
        await new AzuriteInstallation(NullLogger.Instance).EnsureAsync(CancellationToken.None);
        var accounts = string.Join(';', Enumerable.Range(1, Accounts).Select(account => $"{NameOf(account)}:{Key}"));
        var process = AzuriteProcess.Start(location: null, ports, accounts);
        await process.WaitUntilListeningAsync(CancellationToken.None);
        return process;
    }
}

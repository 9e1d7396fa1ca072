using System.Diagnostics;
using Ingest.LocalHost.Azurite;

namespace Ingest.Tests.LocalHost;

[Collection("The whole program")]
public sealed class IngestProcessTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("ingest-data-").FullName;

    public void Dispose()
    {
        // Waits for the emulator of one that was killed.
        DataFolder.Take(data).Dispose();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task It_answers_ends_in_order_and_takes_its_emulator_along()
    {
        await using var ingest = await IngestProcess.StartAsync(data, "--sample");
        using var emulator = Emulator();
        Assert.True((await ingest.Client.GetAsync("api/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(0, await ingest.StopAsync());
        Assert.True(emulator.HasExited, ingest.Output);
    }

    [Fact]
    public async Task One_that_was_killed_can_be_started_again_at_once()
    {
        await using (var first = await IngestProcess.StartAsync(data, "--sample"))
            await first.KillAsync();

        await using var second = await IngestProcess.StartAsync(data, "--sample");
        Assert.True((await second.Client.GetAsync("api/health", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_second_one_on_the_same_folder_says_what_to_do()
    {
        await using var first = await IngestProcess.StartAsync(data, "--sample");

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => IngestProcess.StartAsync(data, "--sample"));
        Assert.Contains("--data FOLDER", problem.Message, StringComparison.Ordinal);
    }

    private Process Emulator() => Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(data, "azurite.pid"))));
}

using Azure.Storage.Queues;
using Ingest.LocalHost;
using Ingest.LocalHost.Azurite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ingest.Tests.LocalHost;

public sealed class AzuriteTests : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("ingest-data-").FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task An_emulator_whose_host_was_killed_ends_by_itself_and_the_next_one_finds_its_data()
    {
        await new AzuriteInstallation(NullLogger.Instance).EnsureAsync(TestContext.Current.CancellationToken);
        var first = await StartAsync();
        await first.Queue.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await first.Queue.SendMessageAsync("kept", TestContext.Current.CancellationToken);
        // What the end of a process does to its child, however it comes.
        first.Azurite.Process.StandardInput.Close();
        first.Folder.Dispose();

        var second = await StartAsync();
        Assert.True(first.Azurite.Process.HasExited);
        Assert.Equal("kept", (await second.Queue.PeekMessageAsync(TestContext.Current.CancellationToken)).Value.Body.ToString());

        await second.Azurite.DisposeAsync();
        second.Folder.Dispose();
    }

    [Fact]
    public void Two_hosts_cannot_keep_their_data_in_one_folder()
    {
        using var first = DataFolder.Take(path);

        var problem = Assert.Throws<LocalHostException>(() => DataFolder.Take(path));
        Assert.Contains("--data FOLDER", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_is_named()
    {
        var file = Path.Combine(path, "file");
        File.WriteAllText(file, "");

        var problem = Assert.Throws<LocalHostException>(() => DataFolder.Take(Path.Combine(file, "below")));
        Assert.Contains(file, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a number")]
    [InlineData("999999999")]
    // The tests' own process: alive, and not an emulator.
    [InlineData(null)]
    public void A_note_of_a_process_that_is_not_an_emulator_is_dropped(string? note)
    {
        File.WriteAllText(Path.Combine(path, "azurite.pid"), note ?? Environment.ProcessId.ToString());

        using var folder = DataFolder.Take(path);
        Assert.False(File.Exists(Path.Combine(path, "azurite.pid")));
    }

    [Fact]
    public void An_account_that_the_settings_name_takes_the_place_of_the_emulator()
    {
        const string account = "DefaultEndpointsProtocol=https;AccountName=elsewhere;AccountKey=a2V5";
        using var storage = Choose(("AzureWebJobsStorage", account));

        Assert.Null(storage.Folder);
        Assert.Equal(account, storage.ConnectionString);
    }

    [Fact]
    public void The_name_of_the_emulator_in_the_settings_still_asks_for_the_emulator()
    {
        using var storage = Choose(("AzureWebJobsStorage", "UseDevelopmentStorage=true"));

        Assert.Equal(path, storage.Folder?.Path);
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "elsewhere")]
    [InlineData("AzureWebJobsStorage", "elsewhere")]
    public void What_is_no_connection_string_is_refused_with_what_to_do(string setting, string value)
    {
        var problem = Assert.Throws<LocalHostException>(() => Choose((setting, value)));

        Assert.Contains("connection string", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nset", problem.Message, StringComparison.Ordinal);
    }

    private LocalStorage Choose(params (string Name, string Value)[] settings) => LocalStorage.Choose(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build(),
        new LocalHostOptions { DataFolder = path, MayShareEmulator = false });

    private async Task<(DataFolder Folder, AzuriteProcess Azurite, QueueClient Queue)> StartAsync()
    {
        var (folder, ports) = (DataFolder.Take(path), AzuritePorts.AnyFree());
        var azurite = AzuriteProcess.Start(path, ports);
        folder.Remember(azurite.Process);
        await azurite.WaitUntilListeningAsync(CancellationToken.None);
        return (folder, azurite, new QueueServiceClient(ports.ConnectionString()).GetQueueClient("work"));
    }
}

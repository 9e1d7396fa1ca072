using Azure.Storage.Queues;

namespace Ingest.Tests;

public sealed class AzuriteFixtureTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Every_account_is_empty_and_its_own()
    {
        var first = new QueueServiceClient(await azurite.NewAccountAsync());
        await first.GetQueueClient("shared-name").CreateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var second = new QueueServiceClient(await azurite.NewAccountAsync());
        Assert.False(await second.GetQueueClient("shared-name").ExistsAsync(TestContext.Current.CancellationToken));
    }
}

using Ingest.Storage;
using Microsoft.Extensions.Configuration;

namespace Ingest.Tests.Storage;

public sealed class StorageConnectionTests
{
    [Fact]
    public void A_connection_string_wins()
    {
        var connection = From(("AzureWebJobsStorage", "UseDevelopmentStorage=true"), ("AzureWebJobsStorage:accountName", "ours"));
        Assert.Equal("UseDevelopmentStorage=true", connection.ConnectionString);
        Assert.Null(connection.Tables);
    }

    [Fact]
    public void An_account_name_makes_the_three_addresses()
    {
        var connection = From(("AzureWebJobsStorage:accountName", "ours"));
        Assert.Equal("https://ours.blob.core.windows.net/", connection.Blobs!.AbsoluteUri);
        Assert.Equal("https://ours.queue.core.windows.net/", connection.Queues!.AbsoluteUri);
        Assert.Equal("https://ours.table.core.windows.net/", connection.Tables!.AbsoluteUri);
        Assert.Null(connection.ClientId);
    }

    [Fact]
    public void Addresses_and_the_identity_are_taken_as_given()
    {
        var connection = From(
            ("AzureWebJobsStorage:blobServiceUri", "https://a.example/"),
            ("AzureWebJobsStorage:queueServiceUri", "https://b.example/"),
            ("AzureWebJobsStorage:tableServiceUri", "https://c.example/"),
            ("AzureWebJobsStorage:clientId", "id"));
        Assert.Equal("https://b.example/", connection.Queues!.AbsoluteUri);
        Assert.Equal("id", connection.ClientId);
    }

    [Fact]
    public void Settings_that_name_no_account_say_what_to_set() =>
        Assert.Contains("Set AzureWebJobsStorage to a connection string", Assert.Throws<InvalidOperationException>(() => From()).Message, StringComparison.Ordinal);

    [Fact]
    public void An_address_that_is_none_is_named() =>
        Assert.Contains("AzureWebJobsStorage__blobServiceUri is 'here'", Assert.Throws<InvalidOperationException>(() => From(("AzureWebJobsStorage:blobServiceUri", "here"))).Message, StringComparison.Ordinal);

    private static StorageConnection From(params (string Key, string Value)[] settings) =>
        StorageConnection.From(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}

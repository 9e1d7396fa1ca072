using System.Net;
using System.Net.Sockets;
using Ingest.Network;
using Microsoft.Extensions.Options;

namespace Ingest.Tests.Network;

/// <summary>Whatever a name resolves to, nothing is connected to but the public address that was looked at.</summary>
public sealed class ConnectionTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_that_changes_its_answer_is_judged_by_the_one_that_is_connected_to()
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        var answers = new Queue<string>(["8.8.8.8", "127.0.0.1", "8.8.4.4"]);
        var opened = new List<string>();
        using var gate = Gate(publisher, (_, _) => Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) }), opened);

        Assert.IsType<Fetched>(await FetchAsync(gate, "http://news.example/"));
        Assert.IsType<Refused>(await FetchAsync(gate, "http://news.example/"));
        Assert.IsType<Fetched>(await FetchAsync(gate, "http://news.example/"));

        Assert.Equal(["8.8.8.8:80", "8.8.4.4:80"], opened);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.64.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("8.8.4.4", "10.0.0.1")]
    public async Task The_second_hop_is_looked_at_like_the_first(params string[] addresses)
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.Redirect("http://inside.example/");
            return Task.CompletedTask;
        });
        var opened = new List<string>();
        using var gate = Gate(publisher, (host, _) => Task.FromResult(host == "news.example" ? [IPAddress.Parse("8.8.8.8")] : addresses.Select(IPAddress.Parse).ToArray()), opened);

        var refused = Assert.IsType<Refused>(await FetchAsync(gate, "http://news.example/"));

        Assert.Equal("inside.example", refused.Address.Host);
        Assert.Equal(["8.8.8.8:80"], opened);
    }

    [Fact]
    public async Task Where_one_public_address_does_not_answer_the_next_is_tried()
    {
        await using var publisher = await LocalPublisher.StartAsync(_ => Task.CompletedTask);
        var opened = new List<string>();
        using var gate = Gate(publisher, (_, _) => Task.FromResult(new[] { IPAddress.Parse("2606:4700::1111"), IPAddress.Parse("8.8.8.8") }), opened);

        Assert.IsType<Fetched>(await FetchAsync(gate, "http://news.example/"));
        Assert.Equal(["[2606:4700::1111]:80", "8.8.8.8:80"], opened);
    }

    [Theory]
    [InlineData("http://news.example/a", "http://news.example/b", true)]
    [InlineData("https://news.example/a", "https://NEWS.example:443/b", true)]
    [InlineData("http://news.example/a", "https://news.example/a", false)]
    [InlineData("https://news.example/a", "http://news.example/a", false)]
    [InlineData("https://news.example/a", "http://news.example:443/a", false)] // the same port, and yet the open wire
    [InlineData("https://news.example/a", "https://news.example:80/a", false)]
    [InlineData("https://news.example/a", "https://other.example/a", false)]
    public void What_a_host_told_us_goes_back_to_it_alone_and_never_from_https_down_to_http(string from, string to, bool isTold)
    {
        var hop = NetworkGate.NextHop(new FetchRequest(new Uri(from), "text/html", "\"1\"", "Wed, 12 Nov 2025 03:00:00 GMT"), new Uri(to));

        Assert.Equal((new Uri(to), "text/html"), (hop.Address, hop.Accept));
        Assert.Equal(isTold ? ("\"1\"", "Wed, 12 Nov 2025 03:00:00 GMT") : default, (hop.ETag!, hop.LastModified!));
    }

    /// <summary>A gate for which every public IPv4 address leads to one publisher, and none of IPv6 anywhere.</summary>
    private static NetworkGate Gate(LocalPublisher publisher, ResolveHost resolve, List<string> opened) => new(
        Options.Create(new NetworkOptions()),
        TimeProvider.System,
        resolve,
        async (endpoint, cancellation) =>
        {
            opened.Add(endpoint.ToString());
            if (endpoint.AddressFamily == AddressFamily.InterNetworkV6) throw new SocketException((int)SocketError.NetworkUnreachable);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPEndPoint.Parse(publisher.Host), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        });

    private static Task<FetchResult> FetchAsync(NetworkGate gate, string address) => gate.FetchAsync(new FetchRequest(new Uri(address)), null, Test);
}

using System.IO.Compression;
using System.Net;
using System.Text;
using Ingest.Network;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ingest.Tests.Network;

public sealed class NetworkGateTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_comes_with_what_a_later_conditional_request_needs()
    {
        await using var publisher = await LocalPublisher.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ETag = "W/\"1\"";
            context.Response.Headers.LastModified = "Wed, 12 Nov 2025 03:00:00 GMT";
            await context.Response.WriteAsync(context.Request.Headers.UserAgent.ToString(), Test);
        });
        using var gate = Gate(publisher.Host, options => options.ContactUrl = new Uri("https://reader.example/about"));

        var fetched = Assert.IsType<Fetched>(await gate.FetchAsync(new FetchRequest(publisher.At("/a")), null, Test));

        Assert.Equal("Ingest/1.0 (+https://reader.example/about)", Encoding.UTF8.GetString(fetched.Body.Span));
        Assert.Equal(("text/html; charset=utf-8", "W/\"1\"", "Wed, 12 Nov 2025 03:00:00 GMT"), (fetched.ContentType, fetched.ETag, fetched.LastModified));
        Assert.Null(fetched.MovedTo);
    }

    [Fact]
    public async Task A_copy_that_is_still_new_is_not_sent_again()
    {
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            var known = context.Request.Headers.IfNoneMatch == "\"1\"" && context.Request.Headers.IfModifiedSince == "Wed, 12 Nov 2025 03:00:00 GMT";
            context.Response.StatusCode = known ? 304 : 200;
            return Task.CompletedTask;
        });
        using var gate = Gate(publisher.Host);

        var result = await gate.FetchAsync(new FetchRequest(publisher.At("/"), "*/*", "\"1\"", "Wed, 12 Nov 2025 03:00:00 GMT"), null, Test);

        Assert.True(Assert.IsType<Fetched>(result).IsNotModified);
    }

    [Theory]
    [InlineData("/301/301/200", "/200", "/200")]
    [InlineData("/301/302/200", "/200", "/302/200")] // only the first hop is for good
    [InlineData("/302/301/200", "/200", null)]
    [InlineData("/308/307/303/200", "/200", "/307/303/200")]
    public async Task Redirects_are_followed_and_those_for_good_remembered(string path, string arrives, string? movedTo)
    {
        await using var publisher = await RedirectingAsync();
        using var gate = Gate(publisher.Host);

        var fetched = Assert.IsType<Fetched>(await gate.FetchAsync(new FetchRequest(publisher.At(path)), null, Test));

        Assert.Equal(200, fetched.Status);
        Assert.Equal(publisher.At(arrives), fetched.Address);
        Assert.Equal(movedTo is null ? null : publisher.At(movedTo), fetched.MovedTo);
    }

    [Theory]
    [InlineData("/302/302/302/302/302/200", true)]
    [InlineData("/302/302/302/302/302/302/200", false)]
    public async Task More_than_five_redirects_are_too_many(string path, bool arrives)
    {
        await using var publisher = await RedirectingAsync();
        using var gate = Gate(publisher.Host);

        Assert.Equal(arrives, await gate.FetchAsync(new FetchRequest(publisher.At(path)), null, Test) is Fetched);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{inner}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("//10.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@{host}/")]
    [InlineData(@"\\127.0.0.1\")]
    [InlineData(@"/\elsewhere.example/")]
    public async Task A_redirect_leads_nowhere_that_one_may_not_go(string location)
    {
        await using var inner = new RawPublisher((_, _) => Task.CompletedTask);
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location.Replace("{inner}", inner.Port.ToString()).Replace("{host}", context.Request.Host.Value);
            return Task.CompletedTask;
        });
        using var gate = Gate(publisher.Host);

        Assert.IsType<Refused>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
        Assert.Equal(0, inner.Connections);
    }

    [Fact]
    public async Task What_one_host_told_us_is_not_told_to_the_next()
    {
        await using var other = await LocalPublisher.StartAsync(context => context.Response.WriteAsync(context.Request.Headers.IfNoneMatch.ToString(), Test));
        await using var publisher = await LocalPublisher.StartAsync(context =>
        {
            context.Response.Redirect(other.At("/").ToString());
            return Task.CompletedTask;
        });
        using var gate = new NetworkGate(Options.Create(new NetworkOptions { AllowedHosts = [publisher.Host, other.Host] }), TimeProvider.System);

        var fetched = Assert.IsType<Fetched>(await gate.FetchAsync(new FetchRequest(publisher.At("/"), ETag: "\"1\""), null, Test));

        Assert.Equal(0, fetched.Body.Length);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8", "127.0.0.1")] // one public and one private
    [InlineData("127.0.0.1", "8.8.8.8")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_public_name_with_a_private_address_is_refused(params string[] addresses)
    {
        using var gate = Gate("", resolve: (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

        Assert.IsType<Refused>(await gate.FetchAsync(new FetchRequest(new Uri("http://news.example/")), null, Test));
    }

    [Fact]
    public async Task A_slow_drip_ends_at_the_deadline()
    {
        await using var publisher = new RawPublisher(async (stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
            for (var i = 0; i < 400; i++)
            {
                await stream.WriteAsync("a"u8.ToArray(), stop);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, stop);
            }
        });
        using var gate = Gate(publisher.Host, options => options.Deadline = TimeSpan.FromMilliseconds(500));

        Assert.IsType<TimedOut>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate-raw")]
    [InlineData("gzip, br")]
    [InlineData("identity")]
    public async Task A_compressed_body_is_read(string encoding)
    {
        var words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("The bridge opens in May. ", 1000)));
        await using var publisher = await CompressedAsync(encoding, words);
        using var gate = Gate(publisher.Host);

        var fetched = Assert.IsType<Fetched>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));

        Assert.Equal(words, fetched.Body.ToArray());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("deflate-raw")]
    [InlineData("gzip, br")]
    public async Task A_compressed_body_that_is_cut_off_does_not_pass_for_the_whole(string encoding)
    {
        var words = new byte[300_000];
        new Random(1).NextBytes(words);
        var whole = encoding.Split(", ").Aggregate(words, (bytes, layer) => Compress(layer, bytes));
        await using var publisher = new RawPublisher(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding.Replace("-raw", null)}\r\n\r\n"), stop);
            await stream.WriteAsync(whole.AsMemory(0, whole.Length / 2), stop);
        });
        using var gate = Gate(publisher.Host);

        Assert.IsType<Unreachable>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    [InlineData("identity")]
    public async Task A_bomb_stops_at_the_cap(string encoding)
    {
        await using var publisher = await CompressedAsync(encoding, new byte[16 * 1024 * 1024]);
        using var gate = Gate(publisher.Host);

        Assert.IsType<TooLarge>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhello and more", 5)]
    [InlineData("\r\nno length at all", 16)]
    [InlineData("Content-Length: 500\r\n\r\nshort", null)]
    [InlineData("Content-Length: 99999999999\r\n\r\nshort", null)]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain", 5)]
    [InlineData("Content-Encoding: deflate\r\nContent-Length: 5\r\n\r\nplain", null)]
    [InlineData("Content-Encoding: lzma\r\nContent-Length: 5\r\n\r\nplain", null)]
    [InlineData("Content-Encoding: gzip, gzip, gzip, gzip\r\nContent-Length: 5\r\n\r\nplain", null)]
    public async Task Headers_are_not_believed(string rest, int? length)
    {
        await using var publisher = new RawPublisher((stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n" + rest), stop).AsTask());
        using var gate = Gate(publisher.Host);

        var result = await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test);

        Assert.Equal(length, (result as Fetched)?.Body.Length);
    }

    [Fact]
    public async Task A_body_that_says_it_is_beyond_the_cap_is_not_waited_for()
    {
        await using var publisher = new RawPublisher(async (stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"u8.ToArray(), stop);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        });
        using var gate = Gate(publisher.Host);

        Assert.IsType<TooLarge>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Fact]
    public async Task A_body_without_length_stops_at_the_cap()
    {
        await using var publisher = new RawPublisher(async (stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), stop);
            var block = new byte[65536];
            for (var i = 0; i < 16 * 17; i++) await stream.WriteAsync(block, stop);
        });
        using var gate = Gate(publisher.Host);

        Assert.IsType<TooLarge>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Theory]
    [InlineData("this is no HTTP\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("")]
    public async Task What_is_no_answer_is_a_value(string bytes)
    {
        await using var publisher = new RawPublisher((stream, stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), stop).AsTask());
        using var gate = Gate(publisher.Host);

        Assert.IsType<Unreachable>(await gate.FetchAsync(new FetchRequest(publisher.At("/")), null, Test));
    }

    [Fact]
    public async Task A_host_without_address_or_listener_is_said_in_words()
    {
        using var nowhere = Gate("", resolve: (_, _) => throw new System.Net.Sockets.SocketException(11001));
        var unresolved = await nowhere.FetchAsync(new FetchRequest(new Uri("http://news.example/")), null, Test);
        var closed = new RawPublisher((_, _) => Task.CompletedTask);
        await closed.DisposeAsync();
        using var gate = Gate(closed.Host);
        var unheard = await gate.FetchAsync(new FetchRequest(closed.At("/")), null, Test);

        Assert.Equal("the host name news.example cannot be resolved", unresolved.InWords);
        Assert.Equal($"127.0.0.1 does not accept connections on port {closed.Port}", unheard.InWords);
    }

    [Fact]
    public async Task The_caller_who_gives_up_is_told_by_an_exception()
    {
        await using var publisher = new RawPublisher((_, stop) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop));
        using var gate = Gate(publisher.Host);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gate.FetchAsync(new FetchRequest(publisher.At("/")), null, impatient.Token));
    }

    private static NetworkGate Gate(string allowed, Action<NetworkOptions>? change = null, ResolveHost? resolve = null)
    {
        var options = new NetworkOptions { AllowedHosts = allowed.Length > 0 ? [allowed] : [] };
        change?.Invoke(options);
        return resolve is null
            ? new NetworkGate(Options.Create(options), TimeProvider.System)
            : new NetworkGate(Options.Create(options), TimeProvider.System, resolve);
    }

    /// <summary>Answers "/301/302/200" with 301 to "/302/200", and so on.</summary>
    private static Task<LocalPublisher> RedirectingAsync() => LocalPublisher.StartAsync(context =>
    {
        var path = context.Request.Path.Value!;
        var next = path.IndexOf('/', 1);
        context.Response.StatusCode = int.Parse(next < 0 ? path[1..] : path[1..next]);
        if (next > 0) context.Response.Headers.Location = path[next..];
        return Task.CompletedTask;
    });

    private static Task<LocalPublisher> CompressedAsync(string encoding, byte[] words)
    {
        foreach (var layer in encoding.Split(", ")) words = Compress(layer, words);
        return LocalPublisher.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = encoding == "deflate-raw" ? "deflate" : encoding;
            await context.Response.Body.WriteAsync(words, Test);
        });
    }

    private static byte[] Compress(string encoding, byte[] words)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate-raw" => new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(compressed),
        })
        {
            stream.Write(words);
            stream.Flush();
            if (encoding == "identity") return compressed.ToArray();
        }

        return compressed.ToArray();
    }
}

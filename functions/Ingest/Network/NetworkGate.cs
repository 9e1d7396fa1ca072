#pragma warning disable RS0030 // This is the gate that the ban of sockets and HTTP clients sends everybody else to.
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ingest.Network;

/// <summary>Resolves a host name to its addresses.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>Connects to an address that passed the gate.</summary>
internal delegate ValueTask<Stream> Connect(IPEndPoint endpoint, CancellationToken cancellation);

/// <summary>
/// The one way out: every request that Ingest sends to a publisher passes here. Each hop's address is checked by its form,
/// and each address that its host resolves to at the moment of connecting, so that a name that changes its answer gains nothing.
/// </summary>
public sealed class NetworkGate : IDisposable
{
    /// <summary>The most redirects that are followed.</summary>
    public const int MostRedirects = 5;

    private readonly AddressRules rules;
    private readonly ResolveHost resolve;
    private readonly Connect connect;
    private readonly TimeProvider time;
    private readonly NetworkOptions options;
    private readonly HttpMessageInvoker client;

    /// <summary>A gate that asks the system for the addresses of hosts.</summary>
    public NetworkGate(IOptions<NetworkOptions> options, TimeProvider time)
        : this(options, time, static (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation))
    {
    }

    /// <summary>A gate with a resolver of its own.</summary>
    public NetworkGate(IOptions<NetworkOptions> options, TimeProvider time, ResolveHost resolve)
        : this(options, time, resolve, ConnectAsync)
    {
    }

    /// <summary>A gate with a resolver and a way out of its own.</summary>
    internal NetworkGate(IOptions<NetworkOptions> options, TimeProvider time, ResolveHost resolve, Connect connect)
    {
        this.options = options.Value;
        this.time = time;
        this.resolve = resolve;
        this.connect = connect;
        rules = new AddressRules(this.options.AllowedHosts);
        client = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = PassAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // A proxy would resolve the name itself, behind the check.
            UseProxy = false,
            Credentials = null,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            // Servers put addresses into Location as they are typed.
            ResponseHeaderEncodingSelector = static (name, _) => name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
        });
    }

    /// <summary>Fetches one address, following redirects by hand.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="courtesy">Asked before every hop, and told when the hop is over; null asks nobody.</param>
    /// <param name="cancellation">Ends the fetch with an <see cref="OperationCanceledException"/>.</param>
    public async Task<FetchResult> FetchAsync(FetchRequest request, ICourtesy? courtesy, CancellationToken cancellation)
    {
        var remaining = options.Deadline;
        var movedForGood = true;
        Uri? movedTo = null;
        var hop = request;
        for (var redirects = 0; ; redirects++)
        {
            if (rules.Objection(hop.Address) is { } objection) return new Refused(hop.Address, objection);
            await using var turn = courtesy is null ? Turn.Free : await courtesy.TakeTurnAsync(hop.Address, cancellation).ConfigureAwait(false);
            if (turn.Denied is { } denied) return denied;

            var started = time.GetTimestamp();
            var (result, location) = await HopAsync(hop, remaining, cancellation).ConfigureAwait(false);
            remaining -= time.GetElapsedTime(started);
            turn.Answer = result;
            if (result is not Fetched fetched || location is null) return result is Fetched done ? done with { MovedTo = movedTo, Took = options.Deadline - remaining } : result;
            if (redirects == MostRedirects) return new Unreachable($"{request.Address.Host} redirects more than {MostRedirects} times");
            if (remaining <= TimeSpan.Zero) return new TimedOut(options.Deadline);

            if (!Uri.TryCreate(hop.Address, location, out var next)) return new Unreachable($"{hop.Address.Host} redirects to an address that cannot be read");
            // The address that two are joined to no longer shows what the header held.
            if (AddressRules.IsAmbiguous(location)) return new Refused(next, AddressRules.AmbiguityInWords);
            movedForGood &= fetched.Status is 301 or 308;
            if (movedForGood) movedTo = next;
            hop = NextHop(hop, next);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<(FetchResult Result, string? Location)> HopAsync(FetchRequest hop, TimeSpan remaining, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(remaining, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var message = Message(hop);
            using var response = await client.SendAsync(message, either.Token).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            var location = status is 301 or 302 or 303 or 307 or 308 ? Header(response, "Location") : null;
            var body = location is not null || status is 204 or 304 ? ReadOnlyMemory<byte>.Empty : await BodyAsync(response, either.Token).ConfigureAwait(false);
            if (body is not { } bytes) return (new TooLarge(BodyReader.Limit), null);
            var answer = new Fetched(
                status,
                hop.Address,
                null,
                bytes,
                Header(response, "Content-Type"),
                Header(response, "ETag"),
                Header(response, "Last-Modified"),
                RetryAfter.Parse(Header(response, "Retry-After"), time.GetUtcNow()));
            return (answer, location);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (new TimedOut(options.Deadline), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            return (Explain(hop.Address, e), null);
        }
    }

    /// <summary>The request that follows a redirect. What another host told us is not for this one, nor for the open wire.</summary>
    internal static FetchRequest NextHop(FetchRequest hop, Uri next) =>
        Endpoint.Of(next) == Endpoint.Of(hop.Address) && next.Scheme == hop.Address.Scheme ? hop with { Address = next } : new FetchRequest(next, hop.Accept);

    private HttpRequestMessage Message(FetchRequest hop)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, hop.Address);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", hop.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br, deflate");
        if (hop.ETag is not null) message.Headers.TryAddWithoutValidation("If-None-Match", hop.ETag);
        if (hop.LastModified is not null) message.Headers.TryAddWithoutValidation("If-Modified-Since", hop.LastModified);
        return message;
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var encodings = Header(response, "Content-Encoding")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return await BodyReader.ReadAsync(response.Content, cancellation).ConfigureAwait(false) is { } body ? BodyReader.Decode(body, encodings) : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;

    private static FetchResult Explain(Uri address, Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (e is NotPublicException refused) return new Refused(address, refused.Message);
        var host = address.Host;
        return new Unreachable(exception switch
        {
            InvalidDataException => $"the answer of {host} is cut off, or not compressed as it says",
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"the host name {host} cannot be resolved",
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{host} does not accept connections on port {address.Port}",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"no secure connection to {host} can be made",
            _ => $"the answer of {host} broke off or is no HTTP",
        });
    }

    private async ValueTask<Stream> PassAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var endpoint = Endpoint.Of(context.DnsEndPoint);
        var addresses = IPAddress.TryParse(endpoint.Host, out var literal)
            ? [literal]
            : await resolve(endpoint.Host, cancellation).ConfigureAwait(false);
        if (addresses.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        // One private address among public ones is a trick, and which of them would be connected to is chance.
        if (!rules.IsAllowed(endpoint) && addresses.Select(AddressRules.Objection).FirstOrDefault(o => o is not null) is { } objection)
            throw new NotPublicException(objection);

        for (var i = 0; ; i++)
        {
            try
            {
                return await connect(new IPEndPoint(addresses[i], endpoint.Port), cancellation).ConfigureAwait(false);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                // The next may answer.
            }
        }
    }

    private static async ValueTask<Stream> ConnectAsync(IPEndPoint endpoint, CancellationToken cancellation)
    {
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotPublicException(string message) : Exception(message);
}

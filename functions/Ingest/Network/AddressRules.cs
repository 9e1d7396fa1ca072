using System.Buffers;
using System.Collections.Immutable;
using System.Net;

namespace Ingest.Network;

/// <summary>Which addresses may be fetched: http and https to public hosts on their usual ports, and what the operator allows by name.</summary>
internal sealed class AddressRules(IEnumerable<string> allowedHosts)
{
    private static readonly ImmutableArray<(IPNetwork Network, string What)> RefusedNetworks =
        [.. DataFile.Rows("Network/Data/refused-networks.txt").Select(row => (IPNetwork.Parse(row[0]), row[1]))];

    private static readonly HashSet<string> RefusedHosts = DataFile.Words("Network/Data/refused-hosts.txt");

    // Parsers disagree on what these mean, so one may check a host and another connect to a different one.
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("\\\t\r\n");

    private readonly HashSet<Endpoint> allowed =
        [.. allowedHosts.Select(host => Endpoint.TryParse(host, out var endpoint) ? endpoint : throw new FormatException($"'{host}' is no host:port."))];

    /// <summary>Why an address that <see cref="IsAmbiguous"/> is refused.</summary>
    public const string AmbiguityInWords = "it holds a backslash or a control character";

    /// <summary>Whether an address, as it was written, may mean one host to one reader and another to the next.</summary>
    public static bool IsAmbiguous(string written) => written.AsSpan().ContainsAny(Ambiguous);

    /// <summary>Why an address is refused by its form alone, or null where it may be asked for.</summary>
    public string? Objection(Uri address)
    {
        if (!address.IsAbsoluteUri) return "it is not absolute";
        if (address.Scheme is not ("http" or "https")) return $"its scheme is {address.Scheme}; only http and https are fetched";
        if (IsAmbiguous(address.OriginalString)) return AmbiguityInWords;
        if (address.UserInfo.Length > 0 || address.Authority.Contains('@')) return "it holds a user name";
        var endpoint = Endpoint.Of(address);
        if (allowed.Contains(endpoint)) return null;
        if (endpoint.Port is not (80 or 443)) return $"port {endpoint.Port} is neither 80 nor 443";
        return IPAddress.TryParse(endpoint.Host, out var literal) ? Objection(literal) : Objection(endpoint.Host);
    }

    /// <summary>Whether the operator lets this endpoint be anywhere.</summary>
    public bool IsAllowed(Endpoint endpoint) => allowed.Contains(endpoint);

    /// <summary>Why an IP address is never connected to, or null where it is public.</summary>
    public static string? Objection(IPAddress address)
    {
        foreach (var (network, what) in RefusedNetworks)
            if (network.Contains(address)) return $"{address} is not public ({what})";
        return null;
    }

    private static string? Objection(string host)
    {
        if (!host.Contains('.')) return $"'{host}' is no public host name";
        for (var rest = host; ; rest = rest[(rest.IndexOf('.') + 1)..])
        {
            if (RefusedHosts.Contains(rest)) return $"'{host}' is no public host name";
            if (!rest.Contains('.')) return null;
        }
    }
}

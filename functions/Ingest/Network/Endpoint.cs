using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Ingest.Network;

/// <summary>A host, lower-case and without a trailing dot, and its port.</summary>
internal readonly record struct Endpoint(string Host, int Port)
{
    // A path, a user or a scheme in it would say that something else is meant.
    private static readonly SearchValues<char> NoPartOfIt = SearchValues.Create("/\\@?# ");

    public static Endpoint Of(Uri address) => new(Normal(address.IdnHost), address.Port);

    public static Endpoint Of(System.Net.DnsEndPoint endpoint) => new(Normal(endpoint.Host), endpoint.Port);

    public static bool TryParse([NotNullWhen(true)] string? text, out Endpoint endpoint)
    {
        endpoint = default;
        if (text is null || text.AsSpan().ContainsAny(NoPartOfIt) || !Uri.TryCreate("http://" + text, UriKind.Absolute, out var address)) return false;
        if (!text.EndsWith(":" + address.Port, StringComparison.Ordinal)) return false;
        endpoint = Of(address);
        return true;
    }

    public override string ToString() => $"{Host}:{Port}";

    private static string Normal(string host) => host.TrimEnd('.').Trim('[', ']').ToLowerInvariant();
}

using System.Net;
using System.Net.Sockets;

namespace Ingest.LocalHost.Azurite;

/// <summary>Where the emulator's three services listen, on 127.0.0.1.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Where an emulator listens unless told otherwise.</summary>
    public static AzuritePorts Usual { get; } = new(10000, 10001, 10002);

    // Published by Microsoft for every emulator; it opens nothing else.
    private const string WellKnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The usual ports where all are free, else any that are.</summary>
    public static AzuritePorts Free() => TryListen([Usual.Blob, Usual.Queue, Usual.Table]) ?? AnyFree();

    /// <summary>Three ports that nobody listens on.</summary>
    public static AzuritePorts AnyFree() => TryListen([0, 0, 0])!;

    /// <summary>What clients connect with.</summary>
    public string ConnectionString(string account = "devstoreaccount1", string key = WellKnownKey) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{Queue}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{Table}/{account};";

    // All three are held at once, so that no two are the same.
    private static AzuritePorts? TryListen(int[] ports)
    {
        var listeners = ports.Select(port => new TcpListener(IPAddress.Loopback, port)).ToArray();
        try
        {
            foreach (var listener in listeners)
                listener.Start();
            var taken = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
            return new AzuritePorts(taken[0], taken[1], taken[2]);
        }
        catch (SocketException)
        {
            return null;
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Dispose();
        }
    }
}

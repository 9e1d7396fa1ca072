using System.Net;
using System.Net.Sockets;

namespace Ingest.LocalHost;

/// <summary>Ports of this machine's loopback address that nobody listens on.</summary>
internal static class FreePorts
{
    // Below where Linux (32768) and Windows (49152) take the ports of outgoing connections from: one of those could have the port by the time it is used.
    private const int Lowest = 15_000;
    private const int Highest = 32_000;

    /// <summary>Any one.</summary>
    public static int Any() => Any(1);

    /// <summary>The first of so many in a row.</summary>
    public static int Any(int count)
    {
        while (true)
        {
            var first = Random.Shared.Next(Lowest, Highest - count);
            if (Enumerable.Range(first, count).All(IsFree))
                return first;
        }
    }

    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace Ingest.Tests.Network;

/// <summary>A server that writes the bytes it is told to, HTTP or not.</summary>
internal sealed class RawPublisher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public RawPublisher(Func<NetworkStream, CancellationToken, Task> answer)
    {
        listener.Start();
        serving = ServeAsync(answer);
    }

    /// <summary>How many connections were made to it.</summary>
    public int Connections { get; private set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Host => $"127.0.0.1:{Port}";

    public Uri At(string path) => new($"http://{Host}{path}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> answer)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                Connections++;
                await using var stream = client.GetStream();
                try
                {
                    await ReadHeadAsync(stream, stop.Token);
                    await answer(stream, stop.Token);
                }
                catch (IOException)
                {
                    // The reader has had enough, which is what some tests are about.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private static async Task ReadHeadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var window = 0;
        var one = new byte[1];
        while (window != 0x0d0a0d0a && await stream.ReadAsync(one, cancellation) > 0) window = (window << 8) | one[0];
    }
}

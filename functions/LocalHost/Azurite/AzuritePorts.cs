namespace Ingest.LocalHost.Azurite;

/// <summary>Where the emulator's three services listen, on 127.0.0.1.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>Where an emulator listens unless told otherwise.</summary>
    public static AzuritePorts Usual { get; } = StartingAt(10000);

    // Published by Microsoft for every emulator; it opens nothing else.
    private const string WellKnownKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>The usual ports where all are free, else any that are.</summary>
    public static AzuritePorts Free() => Usual.AreFree ? Usual : AnyFree();

    /// <summary>Three ports that nobody listens on.</summary>
    public static AzuritePorts AnyFree() => StartingAt(FreePorts.Any(3));

    /// <summary>What clients connect with.</summary>
    public string ConnectionString(string account = "devstoreaccount1", string key = WellKnownKey) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
        + $"BlobEndpoint=http://127.0.0.1:{Blob}/{account};"
        + $"QueueEndpoint=http://127.0.0.1:{Queue}/{account};"
        + $"TableEndpoint=http://127.0.0.1:{Table}/{account};";

    private static AzuritePorts StartingAt(int port) => new(port, port + 1, port + 2);

    private bool AreFree => FreePorts.IsFree(Blob) && FreePorts.IsFree(Queue) && FreePorts.IsFree(Table);
}

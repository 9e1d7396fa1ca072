using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Web;
using Azure;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Storage;

/// <summary>
/// Has Table Storage answer as Azure may and the emulator never does: before every page of rows come some without any, that still say
/// where storage goes on.
/// </summary>
/// <param name="each">How many come before each.</param>
internal sealed class EmptyPages(int each = 1)
{
    private const string Partition = "NextPartitionKey";
    private const string Row = "NextRowKey";

    // What the continuation of an empty page stands for.
    private readonly ConcurrentDictionary<string, (string? Partition, string? Row, int Left)> asked = new(StringComparer.Ordinal);

    /// <summary>How many pages without rows were answered.</summary>
    public int Given => asked.Count;

    /// <summary>Puts them between an application and its storage account.</summary>
    public void AddTo(IServiceCollection services) => new OnTheWire(AnswerAsync).AddTo(services);

    private ValueTask AnswerAsync(HttpMessage message, Func<ValueTask> send)
    {
        var address = message.Request.Uri;
        // A query names a table and no row of it.
        if (message.Request.Method != RequestMethod.Get || !address.Path.EndsWith("()", StringComparison.Ordinal)) return send();
        var parameters = HttpUtility.ParseQueryString(address.Query);
        if (!asked.TryGetValue(parameters[Partition] ?? "", out var meant)) meant = (parameters[Partition], parameters[Row], each);
        if (meant.Left == 0)
        {
            (parameters[Partition], parameters[Row]) = (meant.Partition, meant.Row);
            if (meant.Partition is null) parameters.Remove(Partition);
            if (meant.Row is null) parameters.Remove(Row);
            address.Query = "?" + parameters;
            return send();
        }

        var name = $"empty-{Guid.NewGuid():n}";
        asked[name] = meant with { Left = meant.Left - 1 };
        message.Response = new EmptyPage(name) { ClientRequestId = message.Request.ClientRequestId };
        return ValueTask.CompletedTask;
    }

    private sealed class EmptyPage(string name) : Response
    {
        private readonly Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json",
            [$"x-ms-continuation-{Partition}"] = name,
            [$"x-ms-continuation-{Row}"] = "1",
        };

        public override int Status => 200;

        public override string ReasonPhrase => "OK";

        public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes("""{"value":[]}"""));

        public override required string ClientRequestId { get; set; }

        public override void Dispose() => ContentStream?.Dispose();

        protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = headers.TryGetValue(name, out var value) ? [value] : null;
            return values is not null;
        }
    }
}

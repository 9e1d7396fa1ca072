using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Storage;

/// <summary>What becomes of a request to storage.</summary>
public enum Fault
{
    /// <summary>It is answered.</summary>
    None,

    /// <summary>Storage answers 500.</summary>
    Broken,

    /// <summary>Storage answers 503.</summary>
    Busy,

    /// <summary>No answer comes in time, and storage has done nothing.</summary>
    Unheard,

    /// <summary>Storage has done what was asked, but the answer is lost.</summary>
    AnswerLost,
}

/// <summary>The way to the storage account, on which requests go wrong as a test says. Whoever tries again does so at once.</summary>
internal sealed class FaultyWire
{
    private int asked;

    /// <summary>Told each request, tries of a retried one included, and says what becomes of it; may be changed at any time.</summary>
    public Func<Request, Fault> Plan { get; set; } = _ => Fault.None;

    /// <summary>How many requests were sent, tries of a retried one included.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Half of all requests, chosen by lot, go wrong at their first try.</summary>
    public static Func<Request, Fault> HalfOfAll(Fault fault, int seed)
    {
        var lots = new Random(seed);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return request =>
        {
            lock (lots) return seen.Add(request.ClientRequestId) && lots.Next(2) == 0 ? fault : Fault.None;
        };
    }

    /// <summary>Puts it between an application and its storage account.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton<ChangeWire>(options =>
    {
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(new Wire(this), HttpPipelinePosition.BeforeTransport);
    });

    private sealed class Wire(FaultyWire wire) : HttpPipelinePolicy
    {
        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            Interlocked.Increment(ref wire.asked);
            switch (wire.Plan(message.Request))
            {
                case Fault.Broken:
                    message.Response = new Refusal(500);
                    break;
                case Fault.Busy:
                    message.Response = new Refusal(503);
                    break;
                case Fault.Unheard:
                    throw new TaskCanceledException("No answer came in time.");
                case Fault.AnswerLost:
                    await ProcessNextAsync(message, pipeline);
                    message.Response.Dispose();
                    throw new IOException("The answer broke off.");
                default:
                    await ProcessNextAsync(message, pipeline);
                    break;
            }
        }
    }

    private sealed class Refusal(int status) : Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "Not now";

        // The transport would say so.
        public override bool IsError => true;

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose() => ContentStream?.Dispose();

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => (value = null) is not null;

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values) => (values = null) is not null;
    }
}

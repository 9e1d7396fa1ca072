using Azure.Core;
using Azure.Core.Pipeline;
using Ingest.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ingest.Tests.Storage;

/// <summary>Stands between an application and its storage account.</summary>
/// <param name="between">Given a request, and what sends it on.</param>
internal sealed class OnTheWire(Func<HttpMessage, Func<ValueTask>, ValueTask> between) : HttpPipelinePolicy
{
    /// <summary>Puts it there.</summary>
    public void AddTo(IServiceCollection services) => services.AddSingleton<ChangeWire>(options => options.AddPolicy(this, HttpPipelinePosition.BeforeTransport));

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => between(message, () => ProcessNextAsync(message, pipeline));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing of ours waits for storage on its thread.");
}

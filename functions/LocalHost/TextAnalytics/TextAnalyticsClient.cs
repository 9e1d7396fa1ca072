using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.AI.TextAnalytics;

/// <summary>
/// Named entity recognition by POST <c>/language/:analyze-text</c>, kind <c>EntityRecognition</c>
/// (REST reference of Azure AI Language, api-version 2023-04-01).
/// </summary>
public class TextAnalyticsClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpPipeline pipeline;
    private readonly Uri address;
    private readonly string defaultLanguage;

    public TextAnalyticsClient(Uri endpoint, AzureKeyCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new KeyPolicy(credential))
    {
    }

    public TextAnalyticsClient(Uri endpoint, TokenCredential credential, TextAnalyticsClientOptions options)
        : this(endpoint, options, new BearerTokenAuthenticationPolicy(credential, "https://cognitiveservices.azure.com/.default"))
    {
    }

    protected TextAnalyticsClient() => (pipeline, address, defaultLanguage) = (null!, null!, null!);

    private TextAnalyticsClient(Uri endpoint, TextAnalyticsClientOptions options, HttpPipelinePolicy authentication)
    {
        pipeline = HttpPipelineBuilder.Build(options, authentication);
        address = new Uri(endpoint, $"/language/:analyze-text?api-version={options.ApiVersion}");
        defaultLanguage = options.DefaultLanguage;
    }

    public virtual async Task<Response<RecognizeEntitiesResultCollection>> RecognizeEntitiesBatchAsync(
        IEnumerable<TextDocumentInput> documents,
        TextAnalyticsRequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var inputs = documents.Select(d => new DocumentIn(d.Id, d.Text, d.Language ?? defaultLanguage)).ToArray();
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(address);
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(
            new Body("EntityRecognition", new Parameters(options?.ModelVersion, options?.DisableServiceLogs, "Utf16CodeUnit"), new Input(inputs)), Json));
        await pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (message.Response.Status != 200) throw new RequestFailedException(message.Response);
        var answer = JsonSerializer.Deserialize<Answer>(message.Response.Content, Json)!.Results;
        return Response.FromValue(Results(inputs, answer), message.Response);
    }

    // In the order of the documents, as the real client returns them.
    private static RecognizeEntitiesResultCollection Results(DocumentIn[] inputs, AnswerResults answer)
    {
        var found = answer.Documents.ToDictionary(d => d.Id, d => new RecognizeEntitiesResult(d.Id, new CategorizedEntityCollection(
            [.. d.Entities.Select(e => new CategorizedEntity(e.Text, e.Category, e.Subcategory, e.ConfidenceScore, e.Offset, e.Length))])));
        foreach (var failed in answer.Errors)
            found[failed.Id] = new RecognizeEntitiesResult(failed.Id, new TextAnalyticsError(failed.Error.Innererror?.Code ?? failed.Error.Code, failed.Error.Innererror?.Message ?? failed.Error.Message));
        return new RecognizeEntitiesResultCollection([.. inputs.Where(i => found.ContainsKey(i.Id)).Select(i => found[i.Id])], answer.ModelVersion);
    }

    private sealed class KeyPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", credential.Key);
    }

    private sealed record Body(string Kind, Parameters Parameters, Input AnalysisInput);

    private sealed record Parameters(string? ModelVersion, bool? LoggingOptOut, string StringIndexType);

    private sealed record Input(DocumentIn[] Documents);

    private sealed record DocumentIn(string Id, string Text, string Language);

    private sealed record Answer(AnswerResults Results);

    private sealed record AnswerResults(DocumentOut[] Documents, DocumentError[] Errors, string ModelVersion);

    private sealed record DocumentOut(string Id, EntityOut[] Entities);

    private sealed record EntityOut(string Text, string Category, string? Subcategory, int Offset, int Length, double ConfidenceScore);

    private sealed record DocumentError(string Id, ErrorOut Error);

    private sealed record ErrorOut(string Code, string Message, ErrorOut? Innererror);
}

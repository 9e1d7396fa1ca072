using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Extraction.LanguageService;

/// <summary>
/// A stand-in for Azure AI Language: answers POST /language/:analyze-text in the documented shape, naming every word it
/// was told of, and fails as it is told to.
/// </summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private LanguageServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>Word → category.</summary>
    public Dictionary<string, string> Known { get; } = [];

    /// <summary>Answers that come before any good one.</summary>
    public ConcurrentQueue<(int Status, int? RetryAfter)> Failures { get; } = new();

    /// <summary>Documents whose text holds this get an error of their own.</summary>
    public string? Unreadable { get; set; }

    public List<JsonObject> Requests { get; } = [];

    public string? KeySeen { get; private set; }

    public static async Task<LanguageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new LanguageServer(app);
        app.MapPost("/language/{**action}", server.Answer);
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> Answer(HttpRequest request)
    {
        Assert.Equal(":analyze-text", request.RouteValues["action"]);
        Assert.Equal("2023-04-01", request.Query["api-version"]);
        KeySeen = request.Headers["Ocp-Apim-Subscription-Key"];
        if (Failures.TryDequeue(out var failure))
        {
            if (failure.RetryAfter is { } seconds) request.HttpContext.Response.Headers.RetryAfter = seconds.ToString();
            return Results.Json(new { error = new { code = failure.Status == 429 ? "429" : "ServiceUnavailable", message = "told to fail" } }, statusCode: failure.Status);
        }

        var body = (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        Requests.Add(body);
        Assert.Equal("EntityRecognition", (string?)body["kind"]);
        Assert.Equal("Utf16CodeUnit", (string?)body["parameters"]!["stringIndexType"]);
        var documents = body["analysisInput"]!["documents"]!.AsArray();
        if (documents.Count > 5)
            return Results.Json(new { error = new { code = "InvalidRequest", message = "Invalid Request.", innererror = new { code = "InvalidDocumentBatch", message = "Batch request contains too many records. Max 5 records are permitted." } } }, statusCode: 400);
        var good = documents.Where(d => Unreadable is null || !((string)d!["text"]!).Contains(Unreadable));
        var bad = documents.Except(good);
        return Results.Json(new
        {
            kind = "EntityRecognitionResults",
            results = new
            {
                documents = good.Select(d => new { id = (string?)d!["id"], warnings = Array.Empty<object>(), entities = Entities((string)d["text"]!) }),
                errors = bad.Select(d => new { id = (string?)d!["id"], error = new { code = "InvalidArgument", message = "Invalid document in request.", innererror = new { code = "InvalidDocument", message = "Document text is unreadable." } } }),
                modelVersion = "2025-02-01",
            },
        });
    }

    private IEnumerable<object> Entities(string text) =>
        from word in Known
        let offset = text.IndexOf(word.Key, StringComparison.Ordinal)
        where offset >= 0
        select new { text = word.Key, category = word.Value, offset, length = word.Key.Length, confidenceScore = 0.9 };
}

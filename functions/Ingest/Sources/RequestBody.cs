using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;

namespace Ingest.Sources;

/// <summary>Reads the small JSON bodies that people send; what is not asked for is refused, so that no typing error is silent.</summary>
internal static class RequestBody
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int Limit = 16 * 1024;

    private static readonly JsonSerializerOptions Strict = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The body, or the problem that is to be answered instead.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (await BytesAsync(request, Limit, cancellation).ConfigureAwait(false) is not { } bytes)
            return (null, Problem(StatusCodes.Status413PayloadTooLarge, "Too large", $"The body is larger than {Limit / 1024} KB."));
        try
        {
            if (JsonSerializer.Deserialize<T>(bytes, Strict) is { } body) return (body, null);
            return (null, Invalid("The body is null. Send a JSON object."));
        }
        catch (JsonException e)
        {
            var setting = e.Path is { Length: > 2 } path ? path[2..] : null;
            return (null, Invalid(setting is null ? "The body cannot be read. Send a JSON object." : $"'{setting}' is not known or not of its kind.", setting));
        }
    }

    /// <summary>The bytes of a body, or null where they are more than <paramref name="most"/>; what says how long it is may lie.</summary>
    public static async Task<byte[]?> BytesAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (body.Length + read > most) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>A request that cannot be done as it stands.</summary>
    /// <param name="detail">What is wrong, and what to do.</param>
    /// <param name="parameter">The setting at fault, or null.</param>
    public static IResult Invalid(string detail, string? parameter = null) =>
        Problem(StatusCodes.Status400BadRequest, "The request cannot be done as it stands", detail, parameter);

    /// <summary>A problem as RFC 9457 has it.</summary>
    public static IResult Problem(int status, string title, string detail, string? parameter = null, object? trial = null)
    {
        var more = new Dictionary<string, object?>();
        if (parameter is not null) more["parameter"] = parameter;
        if (trial is not null) more["trial"] = trial;
        return Results.Problem(detail, statusCode: status, title: title, extensions: more);
    }
}

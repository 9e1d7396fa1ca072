using System.Text.Json;
using Ingest.Queries.Parameters;
using Ingest.Storage;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ingest.Queries.Formats;

/// <summary>Makes HTTP answers.</summary>
internal static class Answers
{
    /// <summary>A page in the format asked for.</summary>
    public static IResult Page<T>(HttpRequest request, AnswerFormat format, Answer<T> answer, Shape<T> shape)
    {
        var headers = new Dictionary<string, string>();
        if (answer.NextLink is not null) headers["Link"] = $"<{answer.NextLink}>; rel=\"next\"";
        if (format == AnswerFormat.Json) return Json(answer, answer with { AsOf = default }, headers);
        var bytes = format switch
        {
            _ when format == AnswerFormat.Ndjson => Ndjson(answer.Value),
            _ when format == AnswerFormat.Csv => CsvFormat.Write(answer.Value, shape),
            _ when format == AnswerFormat.JsonFeed => FeedFormat.JsonFeed(Feed(request, answer, shape)),
            _ when format == AnswerFormat.Rss => FeedFormat.Rss(Feed(request, answer, shape)),
            _ => FeedFormat.Atom(Feed(request, answer, shape)),
        };
        if (format == AnswerFormat.Csv) headers["Content-Disposition"] = $"attachment; filename=\"{shape.Title.ToLowerInvariant()}.csv\"";
        return new BytesResult(format.ContentType, bytes) { Headers = headers };
    }

    /// <summary>One thing as JSON; 404 where there is none.</summary>
    public static IResult One<T>(T? value, string what, string id)
        where T : class =>
        value is null ? Problem(StatusCodes.Status404NotFound, "Not found", $"There is no {what} '{id}'.") : Json(value);

    /// <summary>Anything as JSON.</summary>
    /// <param name="value">What is answered.</param>
    /// <param name="tagged">The same without what changes with every request, or null.</param>
    /// <param name="headers">Headers besides.</param>
    public static IResult Json(object value, object? tagged = null, IReadOnlyDictionary<string, string>? headers = null) => new BytesResult(
        AnswerFormat.Json.ContentType,
        JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options),
        tagged is null ? null : JsonSerializer.SerializeToUtf8Bytes(tagged, RecordJson.Options))
    {
        Headers = headers ?? new Dictionary<string, string>(),
    };

    /// <summary>Text of some type.</summary>
    public static IResult Text(string contentType, string text) => new BytesResult(contentType, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>A problem as RFC 9457 has it.</summary>
    public static IResult Problem(int status, string title, string detail, string? parameter = null)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        if (parameter is not null) problem.Extensions["parameter"] = parameter;
        return Results.Json(problem, RecordJson.Options, "application/problem+json", status);
    }

    /// <summary>Answers a query, or says what is wrong with it.</summary>
    public static async Task<IResult> OrProblem(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (QueryException problem)
        {
            return Problem(problem.Status, "The request cannot be answered as it stands", problem.Message, problem.Parameter);
        }
        catch (ClusterBusyException)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "The article is being recorded", "Nothing was changed. Send the same request again in some minutes.");
        }
    }

    /// <summary>The address of a request with a cursor in the place of its own.</summary>
    public static string NextLink(HttpRequest request, ParameterReader parameters, string cursor)
    {
        var others = parameters.Canonical(KnownParameters.Cursor);
        return $"{Self(request)}?{others}{(others.Length > 0 ? "&" : "")}{KnownParameters.Cursor.Name}={cursor}";
    }

    /// <summary>The address of a request without its parameters.</summary>
    public static string Self(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}";

    private static byte[] Ndjson<T>(IEnumerable<T> rows)
    {
        using var bytes = new MemoryStream();
        foreach (var row in rows)
        {
            JsonSerializer.Serialize(bytes, row, RecordJson.Options);
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private static FeedDocument Feed<T>(HttpRequest request, Answer<T> answer, Shape<T> shape)
    {
        var asked = request.Query[KnownParameters.Words.Name].FirstOrDefault() ?? request.Query[KnownParameters.Official.Name].FirstOrDefault();
        return new FeedDocument(
            asked is null ? $"Ingest: {shape.Title}" : $"Ingest: {shape.Title} – {asked}",
            new Uri(Self(request) + request.QueryString),
            new Uri($"{request.Scheme}://{request.Host}{request.PathBase}/"),
            answer.NextLink,
            [.. answer.Value.Select(shape.Entry)]);
    }
}

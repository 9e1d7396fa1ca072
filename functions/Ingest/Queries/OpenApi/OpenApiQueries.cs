using Ingest.Queries.Formats;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.OpenApi;

/// <summary>Describes the HTTP interface.</summary>
public static class OpenApiQueries
{
    /// <summary>GET /api/openapi.json</summary>
    public static IResult Get(HttpRequest request) => Answers.Json(ApiDescription.At($"{request.Scheme}://{request.Host}{request.PathBase}"));
}

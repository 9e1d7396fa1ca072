using Ingest.Queries.Parameters;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ingest.Queries.Formats;

/// <summary>A format that answers come in.</summary>
/// <param name="Name">As the format parameter gives it.</param>
/// <param name="MediaType">As the Accept header asks for it.</param>
internal sealed record AnswerFormat(string Name, string MediaType)
{
    public static AnswerFormat Json { get; } = new("json", "application/json");

    public static AnswerFormat Ndjson { get; } = new("ndjson", "application/x-ndjson");

    public static AnswerFormat Csv { get; } = new("csv", "text/csv");

    public static AnswerFormat JsonFeed { get; } = new("jsonfeed", "application/feed+json");

    public static AnswerFormat Rss { get; } = new("rss", "application/rss+xml");

    public static AnswerFormat Atom { get; } = new("atom", "application/atom+xml");

    /// <summary>All formats; the first is given where nothing is asked for.</summary>
    public static IReadOnlyList<AnswerFormat> All { get; } = [Json, Ndjson, Csv, JsonFeed, Rss, Atom];

    /// <summary>With the character set, as the Content-Type header gives it.</summary>
    public string ContentType => this == Json || this == JsonFeed ? MediaType : $"{MediaType}; charset=utf-8";

    /// <summary>The format asked for, by parameter or by header.</summary>
    public static AnswerFormat Of(HttpRequest request, ParameterReader parameters)
    {
        if (parameters.Text(KnownParameters.Format) is not null)
        {
            var name = parameters.Choice(KnownParameters.Format);
            return All.Single(format => format.Name == name);
        }

        // Browsers ask for HTML and take anything; they get JSON, as everybody does who does not say otherwise.
        return request.GetTypedHeaders().Accept
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => All.FirstOrDefault(format => Names(accepted, format)))
            .FirstOrDefault(format => format is not null) ?? Json;
    }

    private static bool Names(MediaTypeHeaderValue accepted, AnswerFormat format) =>
        accepted.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase)
        || (format == Ndjson && accepted.MediaType.Equals("application/jsonl", StringComparison.OrdinalIgnoreCase));
}

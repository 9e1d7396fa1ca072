namespace Ingest.Queries;

/// <summary>A request that cannot be answered as it stands, and why, in words for the person who sent it. Answered as RFC 9457.</summary>
/// <param name="detail">What is wrong, with what, and what to do.</param>
/// <param name="parameter">The parameter at fault, or null.</param>
public sealed class QueryException(string detail, string? parameter = null) : Exception(detail)
{
    /// <summary>The parameter at fault, or null.</summary>
    public string? Parameter { get; } = parameter;

    /// <summary>The HTTP status that says so.</summary>
    public int Status { get; init; } = 400;
}

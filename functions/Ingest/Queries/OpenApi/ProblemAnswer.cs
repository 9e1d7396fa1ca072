namespace Ingest.Queries.OpenApi;

/// <summary>A problem as RFC 9457 has it.</summary>
/// <param name="Type">A page that tells of such problems.</param>
/// <param name="Title">What kind of problem it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong, with what, and what to do.</param>
/// <param name="Parameter">The parameter at fault, where there is one.</param>
internal sealed record ProblemAnswer(string? Type, string Title, int Status, string? Detail, string? Parameter);

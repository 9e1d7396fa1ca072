using System.Collections.Immutable;
using Ingest.Queries.Parameters;

namespace Ingest.Queries.OpenApi;

/// <summary>Who may call an operation.</summary>
internal enum Access
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever has a key.</summary>
    Key,

    /// <summary>The operator and the editors.</summary>
    AdminKey,
}

/// <summary>How an answer is wrapped.</summary>
internal enum AnswerShape
{
    /// <summary>Not at all.</summary>
    One,

    /// <summary>As the value of an object.</summary>
    List,

    /// <summary>As the value of an envelope with the address of the next page; in all formats.</summary>
    Page,

    /// <summary>Likewise, and at the end with the address at which to ask again; in JSON alone.</summary>
    Changes,
}

/// <summary>An operation of the HTTP interface, as its documentation tells it.</summary>
/// <param name="Method">In lower case.</param>
/// <param name="Path">With its parts in braces.</param>
/// <param name="Summary">What it is for, in a sentence.</param>
/// <param name="Parameters">Of the query.</param>
/// <param name="Answer">What is answered; of a page, one of its rows; null where it is text, nothing, or not worth a name.</param>
internal sealed record Operation(string Method, string Path, string Summary, ImmutableArray<Parameter> Parameters, Type? Answer)
{
    /// <summary>How the answer is wrapped.</summary>
    public AnswerShape Shape { get; init; } = AnswerShape.One;

    /// <summary>Who may call it.</summary>
    public Access Access { get; init; } = Access.Open;

    /// <summary>The status of an answer that says all went well.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Media types beside JSON that it answers in.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>A body to be sent, as an example; null where none is.</summary>
    public string? Body { get; init; }

    /// <summary>What the operation answers when it cannot do its work for now, beside what all can; null for none.</summary>
    public (int Status, string Description)? Trouble { get; init; }
}

using System.Collections.Immutable;

namespace Ingest.Queries.Formats;

/// <summary>How a kind of answer looks outside JSON.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Title">Of a feed of such answers.</param>
/// <param name="Columns">Of a table of them.</param>
/// <param name="Entry">One of them in a feed.</param>
internal sealed record Shape<T>(string Title, ImmutableArray<Column<T>> Columns, Func<T, FeedEntry> Entry);

/// <summary>A column of a table.</summary>
/// <typeparam name="T">What a line is made of.</typeparam>
/// <param name="Name">Its heading, named as in JSON.</param>
/// <param name="Value">Its value; null is an empty cell.</param>
internal sealed record Column<T>(string Name, Func<T, object?> Value);

/// <summary>An entry of a feed.</summary>
/// <param name="Id">An address that stays the same.</param>
/// <param name="Title">As text.</param>
/// <param name="Url">Where a reader goes.</param>
/// <param name="Text">As text.</param>
/// <param name="Author">Who said it, or null.</param>
/// <param name="Published">When.</param>
/// <param name="Tags">Words that describe it.</param>
internal sealed record FeedEntry(string Id, string Title, Uri Url, string Text, string? Author, DateTimeOffset Published, ImmutableArray<string> Tags);

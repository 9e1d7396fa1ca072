using System.Collections.Immutable;

namespace Ingest.Storage.Record;

/// <summary>Something that an article says at one place of its text, as the record keeps it and answers it.</summary>
/// <typeparam name="TSelf">The kind of mention.</typeparam>
internal interface IMention<TSelf>
    where TSelf : class, IMention<TSelf>
{
    /// <summary>The same in every article of a cluster that carries the same words, and after every extraction that finds them.</summary>
    string Id { get; }

    /// <summary>The article, of a cluster's the first published.</summary>
    ArticleHead Article { get; }

    /// <summary>Where it starts in the article's text, in UTF-16 units.</summary>
    int Start { get; }

    /// <summary>Where it ends, exclusive.</summary>
    int End { get; }

    /// <summary>The other articles of the cluster that carry it.</summary>
    ImmutableArray<Place> Places { get; }

    /// <summary>The same mention with these other places.</summary>
    TSelf At(ImmutableArray<Place> places);
}

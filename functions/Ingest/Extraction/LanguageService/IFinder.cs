using System.Collections.Immutable;

namespace Ingest.Extraction.LanguageService;

/// <summary>Names the people, bodies, places, quantities and times of an article.</summary>
public interface IFinder
{
    /// <summary>Finds what it can, or says when to ask again. Throws only where asking again cannot help.</summary>
    Task<FinderAnswer> FindAsync(ArticleText article, CancellationToken cancellationToken);
}

/// <summary>What a finder answers.</summary>
public abstract record FinderAnswer
{
    private FinderAnswer()
    {
    }

    /// <summary>What was found, in the order of the text.</summary>
    /// <param name="Findings">The findings.</param>
    /// <param name="Refused">What the finder said of parts of the text that it could not read; empty where it read all.</param>
    public sealed record Found(ImmutableArray<Finding> Findings, ImmutableArray<string> Refused) : FinderAnswer;

    /// <summary>Nothing now: the service is away or throttles, or the day's records are spent.</summary>
    /// <param name="After">How long to wait.</param>
    /// <param name="Why">In words, for the log.</param>
    public sealed record Later(TimeSpan After, string Why) : FinderAnswer;
}

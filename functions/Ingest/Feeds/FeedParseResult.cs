namespace Ingest.Feeds;

/// <summary>What came of reading bytes as a feed; whatever the bytes hold is a value, never an exception.</summary>
public abstract record FeedParseResult
{
    private protected FeedParseResult()
    {
    }
}

/// <summary>The bytes are a feed.</summary>
/// <param name="Feed">What it says; empty of items where it has none.</param>
public sealed record FeedRead(Feed Feed) : FeedParseResult;

/// <summary>The bytes are no feed.</summary>
/// <param name="Reason">What they are instead, in words that complete "the answer is …".</param>
public sealed record NotAFeed(string Reason) : FeedParseResult;

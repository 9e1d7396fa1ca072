namespace Ingest.Articles;

/// <summary>An article that was asked for and could not be had.</summary>
/// <param name="Url">The address that was asked for.</param>
/// <param name="At">When it was last tried, UTC.</param>
/// <param name="Words">What happened, in words.</param>
/// <param name="NextTry">When it is tried again, UTC; null where it is not, and would have to be asked for again.</param>
public sealed record ArticleTrouble(Uri Url, DateTimeOffset At, string Words, DateTimeOffset? NextTry);

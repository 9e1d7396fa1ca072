namespace Ingest.Network;

/// <summary>One thing to fetch.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Accept">The media types that are of use.</param>
/// <param name="ETag">The validator of the copy that is held, as it was sent, or null.</param>
/// <param name="LastModified">The Last-Modified of the copy that is held, as it was sent, or null.</param>
public sealed record FetchRequest(Uri Address, string Accept = "*/*", string? ETag = null, string? LastModified = null);

/// <summary>
/// What came of a fetch. Whatever a publisher or the way to it does wrong is a value; only trouble on our side is thrown.
/// </summary>
public abstract record FetchResult
{
    private protected FetchResult()
    {
    }

    /// <summary>What happened, in words that complete "… could not be read: ".</summary>
    public abstract string InWords { get; }
}

/// <summary>The publisher answered, with whatever status.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Address">Where the answer came from, after all redirects.</param>
/// <param name="MovedTo">Where it lives from now on, when it was moved for good (301, 308); else null.</param>
/// <param name="Body">The body, decompressed.</param>
/// <param name="ContentType">The Content-Type as it was sent, or null.</param>
/// <param name="ETag">The validator as it was sent, or null.</param>
/// <param name="LastModified">Last-Modified as it was sent, or null.</param>
/// <param name="RetryAt">When the publisher wants to be asked again, UTC; null where it does not say.</param>
public sealed record Fetched(
    int Status,
    Uri Address,
    Uri? MovedTo,
    ReadOnlyMemory<byte> Body,
    string? ContentType,
    string? ETag,
    string? LastModified,
    DateTimeOffset? RetryAt) : FetchResult
{
    /// <summary>How long the publisher took, all redirects included and the waits for one's turn not.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Whether the body is what was asked for.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the copy that is held is still the newest.</summary>
    public bool IsNotModified => Status == 304;

    /// <inheritdoc/>
    public override string InWords => $"{Address.Host} answered {Status}";
}

/// <summary>The address, or one that it leads to, is none that may be fetched.</summary>
/// <param name="Address">The address that was refused.</param>
/// <param name="Reason">Why.</param>
public sealed record Refused(Uri Address, string Reason) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => $"{Address} is not fetched: {Reason}";
}

/// <summary>The publisher's robots.txt asks not to fetch it.</summary>
/// <param name="Address">The address that it keeps us from.</param>
public sealed record Disallowed(Uri Address) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => $"the robots.txt of {Address.Authority} does not allow {Address.AbsolutePath}";
}

/// <summary>The host has to be left alone for longer than it is worth waiting.</summary>
/// <param name="Until">When to try again, UTC.</param>
/// <param name="Host">Which host.</param>
/// <param name="IsAsked">Whether the host asked for it itself (429, 503), rather than our manners.</param>
public sealed record Postponed(DateTimeOffset Until, string Host, bool IsAsked = false) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => IsAsked
        ? $"{Host} asked to be left alone until {Until:yyyy-MM-dd HH:mm:ss} UTC"
        : $"{Host} is left alone until {Until:yyyy-MM-dd HH:mm:ss} UTC";
}

/// <summary>The body is larger than anything that is read, or than what its compressed form may hold.</summary>
/// <param name="Limit">The largest body that is read, in bytes.</param>
public sealed record TooLarge(int Limit) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => $"the answer is larger than {Limit / (1024 * 1024)} MB";
}

/// <summary>The last byte did not come in time.</summary>
/// <param name="Deadline">The time that a fetch may take.</param>
public sealed record TimedOut(TimeSpan Deadline) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => $"the answer was not complete after {Deadline.TotalSeconds:0} seconds";
}

/// <summary>No answer, or a broken one.</summary>
/// <param name="Reason">What went wrong, in words.</param>
public sealed record Unreachable(string Reason) : FetchResult
{
    /// <inheritdoc/>
    public override string InWords => Reason;
}

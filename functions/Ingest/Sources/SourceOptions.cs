namespace Ingest.Sources;

/// <summary>
/// A source as people write it: in configuration below <c>Sources:id</c>, or in a request. What is left out is taken from
/// the built-in source of that id, else guessed from the address.
/// </summary>
public class SourceOptions
{
    /// <summary>A feed, a sitemap, a listing or just a home page; the way to its articles is discovered from it.</summary>
    public Uri? Url { get; set; }

    /// <inheritdoc cref="Source.Name"/>
    public string? Name { get; set; }

    /// <inheritdoc cref="Source.HomePage"/>
    public Uri? HomePage { get; set; }

    /// <inheritdoc cref="Source.TimeZone"/>
    public string? TimeZone { get; set; }

    /// <inheritdoc cref="Source.Language"/>
    public string? Language { get; set; }

    /// <inheritdoc cref="Source.FindBy"/>
    public FindBy? FindBy { get; set; }

    /// <inheritdoc cref="Source.FindAt"/>
    public Uri? FindAt { get; set; }

    /// <inheritdoc cref="Source.ListingSelector"/>
    public string? ListingSelector { get; set; }

    /// <inheritdoc cref="Source.Rule"/>
    public string? Rule { get; set; }
}

/// <summary>A source as a request names it.</summary>
public sealed class NewSource : SourceOptions
{
    /// <summary>The id that it is to have; made of the address's host where it is left out.</summary>
    public string? Id { get; set; }
}

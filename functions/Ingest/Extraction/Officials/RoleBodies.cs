using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Names the body that a role is held in, by the fullest form that the article gives it.</summary>
internal sealed class RoleBodies(Cast cast)
{
    private readonly MarkedText text = cast.Text;
    private readonly BodyResolver bodies = new(cast);

    /// <summary>The body or jurisdiction in the article's words, or null.</summary>
    public string? Of(ReadRole role)
    {
        if (role.Body.Count == 0) return null;
        if (role.Body.Count == 1 && text.IsPossessivePronoun(role.Body.First)) return text.Text.Is(role.Body.First, "its") ? Before(role.Body.First) : null;
        if (Ministries.Portfolio(role.Text) is { Length: > 0 } portfolio) return Ministry(portfolio);
        return Named(role.Body)?.Name ?? Words(role.Body);
    }

    private string? Before(int t) => cast.Bodies.LastOrDefault(body => body.Tokens.End <= t) is { } last ? bodies.Fullest(last).Name : null;

    // "health minister" is of the Ministry of Health where the article names it; a portfolio alone is no body.
    private string? Ministry(string portfolio)
    {
        var words = OfficeWords.Of(portfolio);
        return cast.Bodies
            .Where(body => OfficeWords.Of(body.Name) is var name && name.Overlaps(MinistryNouns) && words.IsSubsetOf(name))
            .Select(body => bodies.Fullest(body).Name)
            .FirstOrDefault();
    }

    // "the agency’s director", "ministry spokesman" and "FiA director" take up a body named elsewhere.
    private Body? Named(TokenRange tokens)
    {
        if (tokens.Count > 1) return null;
        if (text.IsCapital(tokens.First) && bodies.Abbreviated(tokens.First) is { } abbreviated) return abbreviated;
        return text.Has(tokens.First, WordTraits.BodyHead) ? bodies.Named(tokens, tokens.First) ?? bodies.Last(tokens, tokens.First) : null;
    }

    private static readonly string[] MinistryNouns = ["ministry", "department"];

    private string Words(TokenRange tokens) => new TextSpan(text.WordStart(tokens.First), text.WordEnd(tokens.End - 1)).In(text.Text.Text);
}

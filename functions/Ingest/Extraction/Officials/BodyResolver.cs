using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Finds the fullest name of a body that speaks: "the ministry", "FiA", "the Fisheries Administration".</summary>
internal sealed class BodyResolver(Cast cast)
{
    private static readonly HashSet<ulong> Generic = [.. DataFile.Lines("Extraction/Data/body-generic-nouns.txt").Select(word => WordKey.Of(word))];

    private readonly MarkedText text = cast.Text;

    /// <summary>The body whose name ends in the noun, the most recent before the token; null where none was named.</summary>
    /// <param name="core">The phrase without its article: "health ministry".</param>
    /// <param name="head">Its noun.</param>
    public Body? Named(TokenRange core, int head)
    {
        var key = text.Key(head);
        Body? found = null;
        foreach (var body in cast.Bodies)
        {
            if (body.Head != key && text.Key(body.Tokens.End - 1) != key || !HasModifiers(body, core, head)) continue;
            if (body.Tokens.First < core.First || found is null) found = body;
            if (body.Tokens.First > core.First) break;
        }

        return found is null ? null : Fullest(found);
    }

    /// <summary>Whether the noun takes up any body: "group", "company".</summary>
    public static bool IsGeneric(MarkedText text, int head) => Generic.Contains(text.Key(head));

    /// <summary>Of "the group", "the company": the body named last.</summary>
    public Body? Last(TokenRange core, int head) =>
        IsGeneric(text, head) && cast.Bodies.LastOrDefault(body => body.Tokens.End <= core.First) is { } last ? Fullest(last) : null;

    /// <summary>The body that the abbreviation stands for, or null.</summary>
    public Body? Abbreviated(int t)
    {
        var key = text.Key(t);
        return cast.Bodies.FirstOrDefault(body => body.Abbreviation == key) is { } body ? Fullest(body) : null;
    }

    /// <summary>The longest name of the article that holds all words of this one: "Ministry of Labour" → "Ministry of Labour and Vocational Training".</summary>
    public Body Fullest(Body body)
    {
        var fullest = body;
        foreach (var other in cast.Bodies)
            if (other.Tokens.Count > fullest.Tokens.Count && Holds(other, body.Tokens) && other.Head == body.Head) fullest = other;
        return fullest;
    }

    /// <summary>The body named at the tokens, or null.</summary>
    public Body? At(TokenRange tokens) =>
        cast.Bodies.FirstOrDefault(body => body.Tokens.First < tokens.End && tokens.First < body.Tokens.End);

    private bool HasModifiers(Body body, TokenRange core, int head)
    {
        for (var t = core.First; t < head; t++)
        {
            if (text.Tag(t).Class is not (WordClass.Noun or WordClass.Adjective or WordClass.ProperNoun) || text.IsPossessive(t)) continue;
            if (text.OfficeAt(t).Length == 0 && !Has(body.Tokens, text.Key(t))) return false;
        }

        return true;
    }

    private bool Holds(Body body, TokenRange words)
    {
        for (var t = words.First; t < words.End; t++)
            if (text.IsCapital(t) && !Has(body.Tokens, text.Key(t))) return false;
        return true;
    }

    private bool Has(TokenRange tokens, ulong key)
    {
        for (var t = tokens.First; t < tokens.End; t++)
            if (text.Key(t) == key) return true;
        return false;
    }
}

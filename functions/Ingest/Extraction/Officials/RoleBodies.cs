using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Names the body that a role is held in, by the fullest form that the article gives it.</summary>
internal sealed class RoleBodies(Cast cast)
{
    private static readonly HashSet<ulong> Grades = [.. DataFile.Lines("Extraction/Data/office-grades.txt").Select(word => WordKey.Of(word))];

    private static readonly string[] MinistryNouns = ["ministry", "department"];

    private readonly MarkedText text = cast.Text;
    private readonly BodyResolver bodies = new(cast);

    /// <summary>The body or jurisdiction in the article's words, or null.</summary>
    public string? Of(ReadRole role)
    {
        if (role.Body.Count == 0) return null;
        if (role.Body.Count == 1 && text.IsPossessivePronoun(role.Body.First)) return text.Text.Is(role.Body.First, "its") ? Before(role.Body.First) : null;
        if (Ministries.Portfolio(role.Text) is { Length: > 0 } portfolio) return Ministry(portfolio);
        return Named(role.Body)?.Name ?? Of(role.Body, role.Title);
    }

    private string? Of(TokenRange read, Title? title)
    {
        var body = Whole(Bare(read), title);
        if ((IsPortfolio(body) ? Ministry(Words(body)) : IsBody(body) ? Words(body) : null) is { } name) return name;
        // "professor of shipping policy at Kampot University": what follows may name it.
        return title is not null && BodyReader.After(text, read.End, title.Tokens.End).Body is { Count: > 0 } next ? Of(next, title) : null;
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

    // "Kampot deputy governor" is of Kampot, "Phnom Penh municipal governor" of Phnom Penh, the head of "rights group Sunrise" of Sunrise.
    private TokenRange Bare(TokenRange tokens)
    {
        var (first, end) = (tokens.First, tokens.End);
        if (BodyReader.AbbreviationStart(text, end - 1) is var bracket && bracket > first) end = bracket;
        while (end > first && IsGrade(end - 1)) end--;
        var name = first;
        while (name < end && !text.IsCapital(name)) name++;
        if (name > first && name < end && (text.Tag(name - 1).IsNoun || text.Tag(name - 1).Tag == PennTag.VBG || text.IsPossessive(name - 1))) first = name;
        return new TokenRange(first, end);

        bool IsGrade(int t) => text.StatusAt(t) is not null || Grades.Contains(text.Key(t))
            || (text.Tag(t).Class == WordClass.Adjective && !text.IsCapital(t) && t > first && text.IsCapital(t - 1));
    }

    // "Kampot University of Law" goes on behind what stood nearest to the office; "Svay commune chief" and "Daung police chief" are
    // of what the office's own words say with the name.
    private TokenRange Whole(TokenRange tokens, Title? title)
    {
        if (tokens.Count == 0) return tokens;
        if ((title is null || tokens.First >= title.Head.End) && bodies.At(tokens) is { } body)
            return tokens with { End = Math.Max(tokens.End, Math.Min(body.Tokens.End, title?.Tokens.End ?? int.MaxValue)) };
        var end = tokens.End;
        if (title is not null && end == title.Head.First)
            while (end < title.Head.End - 1 && text.Has(end, WordTraits.BodyHead | WordTraits.PlaceHead)) end++;
        return tokens with { End = end };
    }

    // A name, or what a body or place is called by: "heritage police", "district". "Provincial health" and "immigration" are neither.
    private bool IsBody(TokenRange tokens)
    {
        if (tokens.Count == 0) return false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (text.Has(t, WordTraits.BodyHead | WordTraits.PlaceHead | WordTraits.Place)) return true;
            var isOnlyBegun = t == text.Sentence(t).First && text.Tag(t).Class != WordClass.ProperNoun;
            if (text.IsCapital(t) && !isOnlyBegun) return true;
        }

        return false;
    }

    // "Public Works", "budget", "health": what somebody has charge of, and no body yet.
    private bool IsPortfolio(TokenRange tokens)
    {
        var isWork = false;
        for (var t = tokens.First; t < tokens.End; t++)
        {
            if (text.Has(t, WordTraits.BodyHead | WordTraits.LooseBodyHead | WordTraits.PlaceHead | WordTraits.Place | WordTraits.Demonym)) return false;
            isWork |= text.Has(t, WordTraits.BodyWord);
        }

        return isWork;
    }

    private string Words(TokenRange tokens) => new TextSpan(text.WordStart(tokens.First), text.WordEnd(tokens.End - 1)).In(text.Text.Text);
}

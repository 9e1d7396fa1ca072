using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Who is named at which token.</summary>
internal sealed class PersonIndex
{
    /// <summary>Mentions further off than so many others are out of mind; it keeps every text linear.</summary>
    private const int Horizon = 160;

    private readonly List<(Person Person, PersonMention Mention)> mentions;
    private readonly MarkedText text;

    public PersonIndex(Cast cast)
    {
        text = cast.Text;
        mentions = [.. cast.People.SelectMany(person => person.Mentions.Select(mention => (person, mention)))];
        mentions.Sort((one, other) => one.Mention.Name.First.CompareTo(other.Mention.Name.First));
    }

    /// <summary>The person whom the tokens name: by the name, by titles that stand around it, or by a part of either.</summary>
    public (Person Person, PersonMention Mention)? NamedBy(TokenRange tokens)
    {
        // Extents are short: a few mentions back is far enough.
        for (var i = Math.Max(0, FirstFrom(tokens.First) - 3); i < mentions.Count && mentions[i].Mention.Extent.First < tokens.End; i++)
        {
            var (name, extent) = (mentions[i].Mention.Name, mentions[i].Mention.Extent);
            if (extent.End <= tokens.First) continue;
            // "a former colleague of X" holds the name but does not begin with it or its titles.
            if (name.First < tokens.End && tokens.First < name.End) return IsHead(tokens, name, extent) ? mentions[i] : null;
            if (extent.First <= tokens.First && tokens.End <= extent.End) return mentions[i];
        }

        return null;
    }

    /// <summary>The person named nearest before a verb in its sentence, in the reporter's words; null where nobody is.</summary>
    public (Person Person, PersonMention Mention)? SubjectBefore(int verb, bool[] inContent)
    {
        if (verb >= text.Text.Tokens.Length) return null;
        var first = text.Sentence(verb).First;
        foreach (var named in Before(verb))
        {
            if (named.Mention.Name.First < first) return null;
            if (!inContent[named.Mention.Name.First] && named.Person.IsCertain && !text.IsPossessive(named.Mention.Name.End - 1)) return named;
        }

        return null;
    }

    /// <summary>Whoever is named last before the token.</summary>
    public Person? LastBefore(int token) => Before(token).FirstOrDefault().Person;

    /// <summary>The mentions before the token, the nearest first.</summary>
    public IEnumerable<(Person Person, PersonMention Mention)> Before(int token)
    {
        var nearest = FirstFrom(token) - 1;
        for (var i = nearest; i >= 0 && i > nearest - Horizon; i--) yield return mentions[i];
    }

    /// <summary>The mentions at and after the token, the nearest first.</summary>
    public IEnumerable<(Person Person, PersonMention Mention)> From(int token)
    {
        var nearest = FirstFrom(token);
        for (var i = nearest; i < mentions.Count && i < nearest + Horizon; i++) yield return mentions[i];
    }

    // Nothing but a title's words leads up to the name.
    private bool IsHead(TokenRange tokens, TokenRange name, TokenRange extent)
    {
        if (name.End == tokens.End && IsToldByOffice(tokens, name)) return true;
        for (var t = tokens.First; t < Math.Min(extent.First, name.First); t++)
            if (text.Tag(t).Class is WordClass.Adposition or WordClass.Verb) return false;
        return tokens.First >= extent.First || name.End >= tokens.End - 1 || text.Tag(extent.First - 1).Tag == PennTag.DT || text.IsPossessivePronoun(extent.First - 1);
    }

    // "Commission on Audit (COA) auditor X", "Adviser to the Prime Minister on Finance Dr X": the office has a preposition in it. A spokesman
    // for X is somebody else.
    private bool IsToldByOffice(TokenRange tokens, TokenRange name)
    {
        var title = name.First - text.HonorificEndingAt(name.First);
        var office = text.OfficeEndingAt(title);
        if (office > 0 && text.IsMark(title - office - 1, ')')) return true;
        if (office > 0 && BeginsWithBody(tokens.First, title)) return true;
        var first = text.OfficeAt(tokens.First);
        return title < name.First && text.IsCapital(title - 1) && text.IsCapital(tokens.First)
            && first is { Length: > 0, Value: { IsPlural: false, Kind: not (OfficeKind.Trade or OfficeKind.Kin) } }
            && !text.Text.Is(tokens.First + first.Length, "for");
    }

    // "Bank of Ruritania Governor X", "Association of Ports in Ruritania director X": what stands before the preposition is a body.
    private bool BeginsWithBody(int first, int limit)
    {
        for (var t = first + 1; t < limit; t++)
            if (text.Tag(t).Class == WordClass.Adposition) return text.IsCapital(t - 1) && text.Has(t - 1, WordTraits.BodyHead | WordTraits.LooseBodyHead);
        return false;
    }

    // The index of the first mention at or after the token.
    private int FirstFrom(int token)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Mention.Name.First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

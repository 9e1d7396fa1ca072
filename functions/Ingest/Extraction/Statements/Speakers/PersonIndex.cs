using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Who is named at which token.</summary>
internal sealed class PersonIndex
{
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
        for (var i = FirstTouching(tokens); i < mentions.Count && mentions[i].Mention.Extent.First < tokens.End; i++)
        {
            var (name, extent) = (mentions[i].Mention.Name, mentions[i].Mention.Extent);
            if (extent.End <= tokens.First) continue;
            // "a former colleague of X" holds the name but does not begin with it or its titles.
            if (name.First < tokens.End && tokens.First < name.End) return IsHead(tokens, name, extent) ? mentions[i] : null;
            if (extent.First <= tokens.First && tokens.End <= extent.End) return mentions[i];
        }

        return null;
    }

    // Nothing but a title's words leads up to the name.
    private bool IsHead(TokenRange tokens, TokenRange name, TokenRange extent)
    {
        for (var t = tokens.First; t < Math.Min(extent.First, name.First); t++)
            if (text.Tag(t).Class is WordClass.Adposition or WordClass.Verb) return false;
        return tokens.First >= extent.First || name.End >= tokens.End - 1 || text.Tag(extent.First - 1).Tag is PennTag.DT or PennTag.PRPS;
    }

    /// <summary>The person named nearest before a verb in its sentence, in the reporter's words; null where nobody is.</summary>
    public (Person Person, PersonMention Mention)? SubjectBefore(int verb, bool[] inContent)
    {
        if (verb >= text.Text.Tokens.Length) return null;
        var sentence = text.Sentence(verb);
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var name = mentions[i].Mention.Name;
            if (name.First >= verb) continue;
            if (name.First < sentence.First) return null;
            if (!inContent[name.First] && mentions[i].Person.IsCertain && !text.IsPossessive(name.End - 1)) return mentions[i];
        }

        return null;
    }

    /// <summary>Whoever is named last before the token.</summary>
    public Person? LastBefore(int token) => mentions.LastOrDefault(m => m.Mention.Name.First < token).Person;

    // Extents are short: a few mentions back is far enough.
    private int FirstTouching(TokenRange tokens)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].Mention.Name.First < tokens.First) low = middle + 1;
            else high = middle;
        }

        return Math.Max(0, low - 3);
    }
}

using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Finds whom a description means: "the minister", "the lieutenant colonel", "the 52-year-old".</summary>
internal sealed class RoleResolver(Cast cast, PersonIndex index)
{
    // By the key of each noun, the keys of nouns that can take it up: a congresswoman is a lawmaker.
    private static readonly Dictionary<ulong, HashSet<ulong>> Alike = ReadAlike();

    private readonly MarkedText text = cast.Text;

    /// <summary>The person that the description means, or null; <paramref name="quality"/> is 0 to 1.</summary>
    /// <param name="core">The phrase without its article.</param>
    /// <param name="ahead">Whether somebody named only later may be meant.</param>
    /// <param name="quality">How well the words fit.</param>
    public Person? Find(TokenRange core, bool ahead, out double quality)
    {
        quality = 0;
        var age = AgeOf(core, out var afterAge);
        if (age is not null && afterAge >= core.End) return OfAge(age.Value, core.First, out quality);
        var head = NounPhrases.Head(text, new TokenRange(afterAge, core.End));
        var phrase = PhraseEndingAt(head);
        var status = StatusIn(core);
        var gender = GenderReader.OfNoun(text.Key(head));
        Person? best = null;
        var bestScore = double.NegativeInfinity;
        foreach (var (person, position) in Candidates(core.First, ahead))
        {
            if (person.IsGenderSure && gender != Gender.Unknown && person.Gender != gender) continue;
            if (age is not null && person.Age is not null && person.Age != age) continue;
            var fit = person.Roles.Length == 0 ? 0 : person.Roles.Max(role => Fit(role, phrase, head, core, status));
            if (age is not null && person.Age == age) fit += 0.5;
            if (fit == 0) continue;
            // The most recent holder is meant: nearness parts those who fit alike.
            var nearness = position < 0 ? -1 : 1.0 / (2 + text.Text.SentenceOf(core.First) - text.Text.SentenceOf(position));
            var score = fit + nearness;
            if (score <= bestScore) continue;
            (best, bestScore, quality) = (person, score, Math.Min(1, fit));
        }

        return best;
    }

    /// <summary>Whether one of the person's roles may be meant by the phrase.</summary>
    public bool Fits(Person person, TokenRange core)
    {
        var head = NounPhrases.Head(text, core);
        var phrase = PhraseEndingAt(head);
        return person.Roles.Any(role => Fit(role, phrase, head, core, StatusIn(core)) > 0);
    }

    /// <summary>The age that opens a phrase ("52-year-old"), and the token after it.</summary>
    public int? AgeOf(TokenRange core, out int after)
    {
        after = core.First;
        var length = TitleReader.Age(text, core.First);
        if (length == 0) return null;
        after = core.First + length;
        return int.TryParse(text.Text[core.First], out var age) ? age : null;
    }

    private Person? OfAge(int age, int at, out double quality)
    {
        quality = 1;
        return Candidates(at, ahead: true).FirstOrDefault(candidate => candidate.Person.Age == age).Person;
    }

    // 1 for the same noun, less for one that can take it up; a modifier that contradicts costs.
    private double Fit(ReadRole role, TokenRange phrase, int head, TokenRange core, OfficeStatus? status)
    {
        if (role.Title is not { } title) return MadeOfVerb(role, head);
        var roleHead = title.Head.End - 1;
        double fit;
        if (text.Key(roleHead) == text.Key(head)) fit = phrase.Count > 1 && !SameTail(phrase, title.Tokens, roleHead) ? 0.5 : 1;
        else if (Alike.TryGetValue(text.Key(head), out var nouns) && nouns.Contains(text.Key(roleHead))) fit = 0.7;
        else return 0;
        if (status == OfficeStatus.Former) fit += role.Status is OfficeStatus.Former or OfficeStatus.Then ? 0.3 : -0.5;
        else if (role.Status is OfficeStatus.Former or OfficeStatus.Then) fit -= 0.3;
        for (var t = core.First; t < phrase.First; t++)
            if (text.Tag(t).IsNoun && !text.IsPossessive(t) && !Has(title.Tokens, text.Key(t))) fit -= 0.3;
        return Math.Max(0, fit);
    }

    private double MadeOfVerb(ReadRole role, int head) => WordKey.Of(role.Text.AsSpan()[..Math.Max(0, role.Text.IndexOf(' '))]) == text.Key(head) ? 0.8 : 0;

    // "minister of state" is taken up by "minister of state", "vice governor" by no "deputy governor".
    private bool SameTail(TokenRange phrase, TokenRange title, int roleHead)
    {
        for (var i = 0; i < phrase.Count; i++)
            if (roleHead - i < title.First || text.Key(roleHead - i) != text.Key(phrase.End - 1 - i)) return false;
        return true;
    }

    private TokenRange PhraseEndingAt(int head)
    {
        var length = Math.Max(1, text.OfficeEndingAt(head + 1));
        return new TokenRange(head + 1 - length, head + 1);
    }

    private OfficeStatus? StatusIn(TokenRange core)
    {
        for (var t = core.First; t < core.End; t++)
            if (text.StatusAt(t) is { } status and not OfficeStatus.Current) return status;
        return null;
    }

    // Everybody named before, with the nearest place; after them those named later, at −1.
    private IEnumerable<(Person Person, int Position)> Candidates(int at, bool ahead)
    {
        var seen = new HashSet<Person>(ReferenceEqualityComparer.Instance);
        foreach (var (person, mention) in index.Before(at))
            if (seen.Add(person)) yield return (person, mention.Name.First);
        if (!ahead) yield break;
        foreach (var (person, _) in index.From(at))
            if (seen.Add(person)) yield return (person, -1);
    }

    private bool Has(TokenRange tokens, ulong key)
    {
        for (var t = tokens.First; t < tokens.End; t++)
            if (text.Key(t) == key) return true;
        return false;
    }

    private static Dictionary<ulong, HashSet<ulong>> ReadAlike()
    {
        var alike = new Dictionary<ulong, HashSet<ulong>>();
        foreach (var row in DataFile.Rows("Extraction/Data/office-anaphors.txt"))
        {
            var taken = row[1].Split(' ').Select(word => WordKey.Of(word)).ToHashSet();
            alike[WordKey.Of(row[0])] = taken;
        }

        return alike;
    }
}

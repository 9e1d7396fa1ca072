using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>Weighs whom "he" or "she" means: the previous speaker, the subject of the sentence before, whoever was named last.</summary>
internal sealed class PronounResolver(Cast cast, PersonIndex index, bool[] inContent)
{
    private const double PreviousSpeaker = 2.2;
    private const double PreviousSpeakerPassed = 0.7;
    private const double Subject = 1.2;
    private const double InsideContent = -1.6;
    private const double PerSentence = -0.45;
    private const double PerParagraph = -0.5;
    private const double GenderFits = 0.6;
    private const double GenderDoubtful = -2.2;

    /// <summary>People not named within so many sentences are out of mind.</summary>
    private const int Memory = 9;

    private readonly MarkedText text = cast.Text;

    // What earlier pronouns have told of people whose names tell no gender.
    private readonly Dictionary<Person, Gender> learned = new(ReferenceEqualityComparer.Instance);

    /// <summary>The most likely person, or null where the previous speaker, who has no name, is likelier or nobody fits.</summary>
    /// <param name="at">The pronoun's token.</param>
    /// <param name="gender">As the pronoun tells.</param>
    /// <param name="previous">The speaker of the content before, or null.</param>
    /// <param name="previousAt">Where that speaker was mentioned.</param>
    /// <param name="answered">Whom the speaker answers and cannot be, or null.</param>
    /// <param name="lead">How far the best lies ahead of the next, 0 to 1.</param>
    public Person? Find(int at, Gender gender, Resolution? previous, int previousAt, Person? answered, out double lead)
    {
        Person? best = null;
        double bestScore = double.NegativeInfinity, second = double.NegativeInfinity;
        if (previous is { Person: null, Speaker.Kind: SpeakerKind.Anonymous or SpeakerKind.Person })
        {
            bestScore = PreviousSpeaker - 0.4 + (1.6 * Distance(previousAt, at));
            if (previous.Speaker.Title is not null && GenderReader.OfNoun(WordKey.Of(LastWord(previous.Speaker.Title))) is var told and not Gender.Unknown && told != gender) bestScore += GenderDoubtful;
        }

        foreach (var (person, salience) in Candidates(at, previous?.Person))
        {
            if (person == answered) continue;
            if (person.IsGenderSure && person.Gender != Gender.Unknown && person.Gender != gender) continue;
            var score = salience;
            if (previous?.Person == person) score = Math.Max(score, Distance(previousAt, at)) + (IsPassed(person, gender, previousAt, at) ? PreviousSpeakerPassed : PreviousSpeaker);
            if (double.IsNegativeInfinity(score)) continue;
            var known = learned.GetValueOrDefault(person, person.Gender);
            if (known != Gender.Unknown && known != gender && learned.ContainsKey(person)) continue;
            if (known == gender) score += GenderFits;
            else if (known != Gender.Unknown) score += GenderDoubtful;
            if (!person.IsCertain) score -= 0.6;
            if (person.IsDead) score -= 0.3;
            if (score > bestScore) (second, bestScore, best) = (bestScore, score, person);
            else if (score > second) second = score;
        }

        if (best is not null && (best.Gender == Gender.Unknown || best.Gender == gender)) learned.TryAdd(best, gender);
        lead = double.IsNegativeInfinity(second) ? 1 : Math.Clamp((bestScore - second) / 3, 0, 1);
        return best;
    }

    // Whether the reporter has named somebody else of the gender since the previous speaker spoke.
    private bool IsPassed(Person speaker, Gender gender, int previousAt, int at)
    {
        foreach (var (person, mention) in index.Before(at))
        {
            if (mention.Name.First <= previousAt) break;
            if (person == speaker || !person.IsCertain || (person.Gender != gender && person.Gender != Gender.Unknown) || inContent[mention.Name.First]) continue;
            if (IsSubject(mention) || text.Text.SentenceOf(mention.Name.First) != text.Text.SentenceOf(previousAt)) return true;
        }

        return false;
    }

    /// <summary>The most salient person whom a description may mean, or null.</summary>
    public Person? Described(int at, Resolution? previous, int previousAt, Func<Person, bool> mayBe) => Candidates(at, previous?.Person)
        .Where(candidate => mayBe(candidate.Person))
        .Select(candidate => (candidate.Person, Score: previous?.Person == candidate.Person ? Math.Max(candidate.Salience, Distance(previousAt, at)) + 1 : candidate.Salience))
        .Where(candidate => !double.IsNegativeInfinity(candidate.Score))
        .OrderByDescending(candidate => candidate.Score)
        .Select(candidate => candidate.Person)
        .FirstOrDefault();

    // Everybody named of late with the best of the mentions; the previous speaker always.
    private List<(Person Person, double Salience)> Candidates(int at, Person? previous)
    {
        var candidates = new List<(Person Person, double Salience)>();
        foreach (var (person, mention) in index.Before(at))
        {
            if (text.Text.SentenceOf(at) - text.Text.SentenceOf(mention.Name.First) > Memory) break;
            var score = Salience(mention, at);
            var known = candidates.FindIndex(candidate => candidate.Person == person);
            if (known < 0) candidates.Add((person, score));
            else if (score > candidates[known].Salience) candidates[known] = (person, score);
        }

        if (previous is not null && !candidates.Exists(candidate => candidate.Person == previous)) candidates.Add((previous, double.NegativeInfinity));
        return candidates;
    }

    private double Salience(PersonMention mention, int at)
    {
        var score = Distance(mention.Name.First, at);
        if (inContent[mention.Name.First] || IsInQuestion(mention, at)) score += InsideContent;
        else if (IsSubject(mention)) score += Subject;
        return text.IsPossessive(mention.Name.End - 1) ? score - 0.6 : score;
    }

    // "Asked whether X would come, he said": X is asked about.
    private bool IsInQuestion(PersonMention mention, int at)
    {
        var sentence = text.Sentence(at);
        return mention.Name.First > sentence.First && text.Text[sentence.First] is "Asked" or "Quizzed" or "Pressed" or "Questioned";
    }

    private double Distance(int from, int at)
    {
        var source = text.Text;
        var sentences = Math.Abs(source.SentenceOf(at) - source.SentenceOf(from));
        var paragraphs = Math.Min(3, ParagraphsBetween(from, at));
        return (PerSentence * sentences) + (PerParagraph * paragraphs);
    }

    private int ParagraphsBetween(int from, int at)
    {
        var (low, high) = from < at ? (from, at) : (at, from);
        var count = 0;
        for (var s = text.Text.SentenceOf(low) + 1; s <= text.Text.SentenceOf(high); s++)
        {
            var first = text.Text.Sentences[s].First;
            if (text.Text.Text.AsSpan(text.Text.Tokens[first - 1].End, text.Text.Tokens[first].Start - text.Text.Tokens[first - 1].End).Contains('\n')) count++;
        }

        return count;
    }

    // Named at the start of its sentence, or right before a finite verb or an apposition that one follows.
    private bool IsSubject(PersonMention mention)
    {
        var sentence = text.Sentence(mention.Name.First);
        if (mention.Extent.First <= sentence.First + 1) return true;
        var end = mention.Extent.End;
        if (end < sentence.End && text.IsMark(end, ',')) end++;
        while (end < sentence.End && text.Tag(end).Class == WordClass.Adverb) end++;
        return end < sentence.End && (text.Tag(end).IsFinite || text.Tag(end).Tag == PennTag.VBN);
    }

    private static string LastWord(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];
}

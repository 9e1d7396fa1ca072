using System.Collections.Immutable;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Brings the mentions of one person together: full names, family or given names alone, in both orders.</summary>
internal sealed class CastBuilder
{
    /// <summary>So many people may share a word of their names; the oldest are forgotten, so that every text is done in linear time.</summary>
    private const int MostNamesakes = 40;

    /// <summary>Nobody has more roles in one article.</summary>
    private const int MostRoles = 24;

    private readonly MarkedText text;
    private readonly List<Member> members = [];
    private readonly Dictionary<ulong, List<Member>> byWord = [];
    private readonly Dictionary<ulong, List<PersonMention>> unproven = [];

    private readonly HashSet<int> named;

    private CastBuilder(MarkedText text, List<PersonMention> mentions)
    {
        this.text = text;
        named = [.. mentions.Select(mention => mention.Name.First)];
    }

    public static ImmutableArray<Person> Gather(MarkedText text, List<PersonMention> mentions)
    {
        var builder = new CastBuilder(text, mentions);
        foreach (var mention in mentions) builder.Add(mention);
        builder.AddNamesOfOneWord();
        return [.. builder.members.Select(builder.Person)];
    }

    private void Add(PersonMention mention)
    {
        var words = Words(mention);
        var member = words.Count == 1 ? OfOneWord(words[0], mention) : OfSeveral(words);
        if (member is null)
        {
            if (words.Count == 1 && !mention.IsPerson)
            {
                Hold(words[0], mention);
                return;
            }

            member = new Member();
            members.Add(member);
        }

        member.Mentions.Add(mention);
        if (member.Gender == Gender.Unknown) member.Gender = mention.Gender;
        if (words.Count > member.Words.Count) member.Words = words;
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var sharing)) byWord[word] = sharing = [];
            if (sharing.Contains(member)) continue;
            if (sharing.Count == MostNamesakes) sharing.RemoveAt(0);
            sharing.Add(member);
        }
    }

    private void Hold(ulong word, PersonMention mention)
    {
        if (!unproven.TryGetValue(word, out var held)) unproven[word] = held = [];
        held.Add(mention);
    }

    // A name of one word that nothing proves a person's is one where it comes again and acts: "Karsinah listened".
    private void AddNamesOfOneWord()
    {
        foreach (var held in unproven.Values.Where(held => held.Count > 1 && held.Exists(Acts) && 2 * held.Count(FollowsPlacePreposition) < held.Count))
        {
            if (IsAbbreviation(held[0].Name.First) || text.Has(held[0].Name.First, WordTraits.Place | WordTraits.Demonym | WordTraits.BodyHead | WordTraits.BodyWord | WordTraits.LooseBodyHead | WordTraits.PlaceHead)) continue;
            var member = new Member();
            member.Mentions.AddRange(held);
            member.Words = Words(held[0]);
            members.Add(member);
        }

        members.Sort((one, other) => one.Mentions[0].Name.First.CompareTo(other.Mentions[0].Name.First));
    }

    private bool IsAbbreviation(int t) => text.Text.Tokens[t].Length > 1 && char.IsUpper(text.Text[t][1]);

    private bool Acts(PersonMention mention)
    {
        var next = mention.Name.End;
        return next < text.Text.Tokens.Length && text.Tag(next).IsFinite && !text.IsPossessive(next - 1);
    }

    private bool FollowsPlacePreposition(PersonMention mention)
    {
        var before = mention.Name.First - 1;
        return before >= 0 && (text.Text.Is(before, "in") || text.Text.Is(before, "at") || text.Text.Is(before, "from") || text.Text.Is(before, "near") || text.Text.Is(before, "to") || text.Text.Is(before, "of") || text.Text.Is(before, "the"));
    }

    // The words that tell the name apart: without particles, initials and nickname marks.
    private List<ulong> Words(PersonMention mention)
    {
        var words = new List<ulong>();
        for (var t = mention.Name.First; t < mention.Name.End; t++)
            if (text.IsCapital(t) && text.Text.Tokens[t].Length > 1 && !(text.Text[t][^1] == '.' && text.Text.Tokens[t].Length == 2)) words.Add(text.Key(t));
        // "Delos Reyes" at the head of a sentence is the "delos Reyes" of the full name.
        if (words.Count > 1 && text.IsCapital(mention.Name.First) && text.Has(mention.Name.First, WordTraits.Particle)) words.RemoveAt(0);
        if (words.Count == 0) words.Add(text.Key(mention.Name.First));
        return words;
    }

    // A single word is the one last named so; one with another gender or age is passed over.
    private Member? OfOneWord(ulong word, PersonMention mention)
    {
        if (!byWord.TryGetValue(word, out var sharing)) return null;
        if (sharing.Count > 1 && mention.Gender == Gender.Unknown) mention = mention with { Gender = PronounGender.After(text, mention, named.Contains, nextSentence: true).Gender };
        return sharing
            .Where(m => Compatible(m, mention))
            .OrderByDescending(m => m.Mentions[^1].Name.First)
            .FirstOrDefault();
    }

    private Member? OfSeveral(List<ulong> words)
    {
        var sharing = words.Where(byWord.ContainsKey).SelectMany(word => byWord[word]).Distinct().ToList();
        return sharing.FirstOrDefault(m => m.Words.Count == words.Count && m.Words.All(words.Contains))
            ?? sharing.Where(m => m.Words.Count > 1 && (words.All(m.Words.Contains) || m.Words.All(words.Contains))).OrderByDescending(m => m.Mentions[^1].Name.First).FirstOrDefault()
            ?? sharing.FirstOrDefault(m => m.Words.Count == 1 && words.Contains(m.Words[0]));
    }

    private bool Compatible(Member member, PersonMention mention)
    {
        if (mention.Gender == Gender.Unknown) return true;
        var known = member.Gender != Gender.Unknown ? member.Gender : GenderReader.OfName(text, member.Mentions[0].Name);
        return known == Gender.Unknown || known == mention.Gender;
    }

    private Person Person(Member member)
    {
        var fullest = member.Mentions.MaxBy(mention => mention.Name.Count)!;
        var roles = Roles(member.Mentions);
        var (gender, sure) = GenderReader.Of(text, fullest.Name, member.Mentions, roles);
        if (!sure && ByPronouns(member) is { Gender: not Gender.Unknown } told && (told.IsSure || gender == Gender.Unknown)) (gender, sure) = told;
        return new Person(
            Whole(fullest.Span.In(text.Text.Text)),
            fullest,
            gender,
            sure,
            member.Mentions.Select(s => s.Age).FirstOrDefault(age => age is not null),
            roles,
            [.. member.Mentions],
            member.Mentions.Any(s => s.IsPerson),
            member.Mentions.Any(s => s.IsDead));
    }

    // Pronouns in the sentences that name the person, where they all agree.
    private (Gender Gender, bool IsSure) ByPronouns(Member member)
    {
        var told = member.Mentions.Select(mention => PronounGender.After(text, mention, named.Contains, nextSentence: false)).Where(pronoun => pronoun.Gender != Gender.Unknown).ToList();
        if (told.Exists(pronoun => pronoun.IsSure)) told.RemoveAll(pronoun => !pronoun.IsSure);
        return told.Count > 0 && told.TrueForAll(pronoun => pronoun.Gender == told[0].Gender) ? told[0] : default;
    }

    private static string Whole(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Each role once: the first time it is told counts.
    private static ImmutableArray<ReadRole> Roles(List<PersonMention> mentions)
    {
        var roles = new List<ReadRole>();
        var told = new List<HashSet<string>>();
        foreach (var role in mentions.SelectMany(s => s.Roles))
        {
            var words = OfficeWords.Of(role.Text);
            if (roles.Count == MostRoles) break;
            if (told.Exists(known => known.SetEquals(words))) continue;
            told.Add(words);
            roles.Add(role);
        }

        return [.. roles];
    }

    private sealed class Member
    {
        public List<PersonMention> Mentions { get; } = [];

        public List<ulong> Words { get; set; } = [];

        /// <summary>As an honorific tells.</summary>
        public Gender Gender { get; set; }
    }
}

using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Walks through a text and finds where people are named, with what the words around each name tell of them.</summary>
internal static class PersonFinder
{
    private const WordTraits PersonName = WordTraits.Given | WordTraits.Family;

    private static readonly HashSet<string> Professors = DataFile.Words("Extraction/Data/professors.txt");

    public static List<PersonMention> Find(MarkedText text)
    {
        var mentions = new List<PersonMention>();
        foreach (var sentence in text.Text.Sentences)
        {
            var firstHere = mentions.Count;
            (ReadRole Role, int End)? shared = null;
            for (var t = sentence.First; t < sentence.End;)
            {
                if (mentions.Count > firstHere && text.Text.Tokens[t].Length <= 3 && (text.Text.Is(t, "he") || text.Text.Is(t, "she"))) AddPredicate(text, t, mentions);
                var skipped = Skipped(text, t, sentence);
                if (skipped > 0)
                {
                    t += skipped;
                    continue;
                }

                var afterTitle = t > sentence.First && (text.HonorificEndingAt(t) > 0 || text.OfficeEndingAt(t) > 0);
                var name = NameReader.Read(text, t, afterTitle);
                if (name.Count == 0)
                {
                    t++;
                    continue;
                }

                name = WithoutBody(text, name);
                if (Read(text, name, afterTitle, mentions, firstHere, ref shared) is { } mention) mentions.Add(mention);
                t = name.End;
            }
        }

        return mentions;
    }

    // "Governor of Washington Kate Hall", "rector of the University of Letters Keo Dara": what a preposition leads in is the body's.
    private static TokenRange WithoutBody(MarkedText text, TokenRange name)
    {
        var first = name.First;
        if (first == 0 || name.Count < 3 || text.Tag(first - 1).Class != WordClass.Adposition) return name;
        while (name.End - first > 2 && (text.Has(first, WordTraits.Place) || !text.Has(first, PersonName)) && text.Has(first + 1, PersonName | WordTraits.Place)) first++;
        return new TokenRange(first, name.End);
    }

    // Honorifics and office nouns before a name are no part of it.
    private static int Skipped(MarkedText text, int t, TokenRange sentence)
    {
        var honorific = text.HonorificAt(t).Length;
        if (honorific > 0 && t + honorific < sentence.End && text.IsCapital(t + honorific)) return honorific;
        var office = text.OfficeAt(t).Length;
        return office > 0 && (office > 1 || !text.Has(t, PersonName) || !text.IsCapital(t) || NameReader.IsAbbreviatedTitle(text, t)) ? office : 0;
    }

    private static PersonMention? Read(MarkedText text, TokenRange name, bool afterTitle, List<PersonMention> before, int firstHere, ref (ReadRole Role, int End)? shared)
    {
        if ((IsPartOfOther(text, name) && Appointed(text, name, name.First) is null) || IsRestOfOther(text, name) || (name.Count == 1 && text.Text.Tokens[name.First].Length == 1)) return null;
        var left = LeftContext.Of(text, name);
        var likely = IsLikelyPerson(text, name);
        var right = likely || left.Roles.Count > 0 || left.HasHonorific || name.Count == 1 ? RoleReader.After(text, name) : null;
        var roles = new List<ReadRole>(left.Roles);
        if (right is not null) roles.AddRange(right.Roles);
        if (shared is { } plural && IsList(text, plural.End, left.Start)) roles.Insert(0, plural.Role);
        else if (left.Roles.Count == 0) shared = null;
        if (roles.FirstOrDefault(role => role.Title is { IsPlural: true }) is { } several) shared = (several, name.End);
        if (Succession(text, name, left.Start, before, firstHere) is { } handedOver) roles.Add(handedOver);
        if (Appointed(text, name, left.Start) is { } appointed) roles.Insert(0, appointed);
        if (Professorship(text, name, left) is { } chair) roles.Add(chair);
        if (left.Roles.Find(role => role.Text.Equals("predecessor", StringComparison.OrdinalIgnoreCase)) is { } follower && Held(NamedIn(text, before, follower)) is { Title: { } title }) roles.Add(RoleReader.RoleOf(text, title with { Tokens = title.Head }, OfficeStatus.Former) with { Span = null });
        // "his Thai counterpart X" holds the same office elsewhere.
        if (left.Roles.Find(role => role.Text.EndsWith("counterpart", StringComparison.OrdinalIgnoreCase)) is not null && Held(before) is { Title: { } same }) roles.Add(RoleReader.RoleOf(text, same with { Tokens = same.Head, Body = default, Possessor = default }, OfficeStatus.Current) with { Span = null });
        var isPerson = left.HasHonorific || left.Roles.Count > 0 || right is { Age: not null } || (roles.Count > 0 && likely);
        if (!isPerson && !likely && name.Count > 1) return null;
        return new PersonMention(name, NameReader.SpanOf(text, name), new TokenRange(left.Start, Math.Max(name.End, right?.End ?? 0)), left.Gender, right?.Age, [.. roles], isPerson, left.IsDead || right is { IsDead: true });
    }

    // "Kamrieng district", "Siem Reap provincial governor": the name belongs to the place, the body or the title after it.
    private static bool IsPartOfOther(MarkedText text, TokenRange name)
    {
        var next = name.End;
        if (next >= text.Sentence(name.First).End || text.IsPossessive(next - 1)) return false;
        if (text.Text.Tokens[next].Kind != TokenKind.Word || !text.Text.SpaceBefore(next)) return false;
        if (text.Has(next, WordTraits.PlaceHead | WordTraits.BodyHead) && !text.Tag(next).IsFinite) return true;
        if (text.IsCapital(next) && (text.Has(next, WordTraits.BodyWord | WordTraits.LooseBodyHead | WordTraits.Demonym) || text.OfficeAt(next).Length > 0)) return true;
        if (text.OfficeAt(next).Length > 0 && !text.Tag(next).IsFinite) return true;
        return text.StatusAt(next) is OfficeStatus.Acting or OfficeStatus.Former && text.OfficeAt(next + 1).Length > 0;
    }

    // "Anti-Corruption Establishment": one word more of a name that is no person's.
    private static bool IsRestOfOther(MarkedText text, TokenRange name)
    {
        var before = name.First - 1;
        if (before < text.Sentence(name.First).First) return false;
        // "Barangay Carawisan II", "Wat Prey Khnong".
        if (text.IsCapital(before) && text.Has(before, WordTraits.PlaceHead) && text.OfficeEndingAt(name.First) == 0)
            return !(name.Count > 1 && text.Has(name.First, PersonName) && TitleReader.EndingAt(text, name.First) is not null);
        // "the National Salvation Front": its last word makes a body of it.
        if (name.Count > 1) return text.Has(name.End - 1, WordTraits.LooseBodyHead) && !text.Has(name.End - 1, PersonName) && text.IsCapital(before) && text.OfficeEndingAt(name.First) == 0 && text.HonorificEndingAt(name.First) == 0;
        if (text.Has(name.First, WordTraits.Place) && !text.Has(name.First, PersonName)) return true;
        // "Fishermen’s Ittehad": a trade in the possessive is no title.
        return text.IsCapital(before) && text.Text.SpaceBefore(name.First) && (text.OfficeEndingAt(name.First) == 0 || text.IsPossessive(before)) && text.HonorificEndingAt(name.First) == 0 && text.StatusAt(before) is null
            && !text.Has(name.First, PersonName);
    }

    /// <summary>Whether the words of a name alone look like a person's.</summary>
    private static bool IsLikelyPerson(MarkedText text, TokenRange name)
    {
        if (name.Count < 2) return false;
        var first = name.First;
        var sentence = text.Sentence(first);
        var known = 0;
        var places = 0;
        for (var t = name.First; t < name.End; t++)
        {
            if (text.Has(t, WordTraits.BodyHead | WordTraits.BodyWord | WordTraits.PlaceHead) && !text.Has(t, PersonName)) return false;
            if (text.Has(t, PersonName)) known++;
            if (text.Has(t, WordTraits.Place)) places++;
        }

        if (places == name.Count) return false;
        if (first > sentence.First && text.Text.Is(first - 1, "the")) return false;
        return known > 0 || places == 0;
    }

    // "ministers Datuk A and Tan Sri B": only commas, "and" and honorifics between two names.
    private static bool IsList(MarkedText text, int from, int to)
    {
        if (to <= from || to - from > 2) return false;
        for (var t = from; t < to; t++)
            if (!text.IsMark(t, ',') && !text.Text.Is(t, "and")) return false;
        return true;
    }

    // "named X as its chief executive", "appointed X governor".
    private static ReadRole? Appointed(MarkedText text, TokenRange name, int start)
    {
        var verb = start - 1;
        if (verb < text.Sentence(name.First).First || !(text.Text[verb] is "named" or "appointed" or "nominated" or "picked" or "chosen" or "chose" or "elected" or "installed" or "tapped")) return null;
        var after = text.Text.Is(name.End, "as") ? name.End + 1 : name.End;
        if (after == name.End && text.OfficeAt(after).Length == 0 && (after >= text.Text.Tokens.Length || !text.IsPossessivePronoun(after))) return null;
        return after < text.Sentence(name.First).End && TitleReader.StartingAt(text, after) is { IsPlural: false, Kind: not (OfficeKind.Trade or OfficeKind.Kin) } title
            ? RoleReader.RoleOf(text, title, title.Status ?? OfficeStatus.Current)
            : null;
    }

    // "Prof. X of Haeram University": with a house the honorific is a position.
    private static ReadRole? Professorship(MarkedText text, TokenRange name, LeftContext left)
    {
        var first = name.First - text.HonorificEndingAt(name.First);
        if (first == name.First || !left.HasHonorific || !(text.Text.Is(name.End, "of") || text.Text.Is(name.End, "at") || text.Text.Is(name.End, "from"))) return null;
        var title = text.Text.SpanOf(new TokenRange(first, name.First));
        if (!Professors.Contains(title.In(text.Text.Text).Replace(".", "", StringComparison.Ordinal))) return null;
        var (_, body) = BodyReader.After(text, name.End, text.Sentence(name.First).End);
        return BodyReader.NamesBody(text, body) ? new ReadRole(title.In(text.Text.Text), OfficeKind.Post, OfficeStatus.Current, title, null, body) : null;
    }

    // "X replaced Y as governor", "X, who succeeded the late Y": Y held the office.
    private static ReadRole? Succession(MarkedText text, TokenRange name, int start, List<PersonMention> before, int firstHere)
    {
        var sentence = text.Sentence(name.First);
        var verb = start - 1;
        if (verb > sentence.First && text.Text.Is(verb, "the")) verb--;
        if (verb <= sentence.First || !IsSuccession(text, verb)) return null;
        if (text.Text.Is(name.End, "as") && TitleReader.StartingAt(text, name.End + 1) is { } title)
        {
            if (before.Count > firstHere) AddRole(before, before.Count - 1, RoleReader.RoleOf(text, title, OfficeStatus.Current));
            return RoleReader.RoleOf(text, title, OfficeStatus.Former);
        }

        // "She succeeds Y": the office of whoever was told of last.
        var told = before.Count > firstHere ? before[firstHere..] : text.Text.Is(verb - 1, "he") || text.Text.Is(verb - 1, "she") ? before : [];
        return Held(told) is { } held ? held with { Status = OfficeStatus.Former } : null;
    }

    // "Ledesma’s predecessor": the mentions that share the word; "his": all.
    private static List<PersonMention> NamedIn(MarkedText text, List<PersonMention> before, ReadRole role)
    {
        if (role.Title is not { Possessor: { Count: > 0 } possessor } || !text.IsPossessive(possessor.End - 1)) return before;
        var key = text.Key(possessor.End - 1);
        var named = before.Where(mention => Enumerable.Range(mention.Name.First, mention.Name.Count).Any(t => text.Key(t) == key)).ToList();
        return named.Count > 0 ? named : before;
    }

    // The office that the last one named with one holds.
    private static ReadRole? Held(List<PersonMention> before) => before
        .Select(s => s.Roles.FirstOrDefault(role => role.Status is OfficeStatus.Current or OfficeStatus.Acting && role.Kind is OfficeKind.Office or OfficeKind.Post))
        .LastOrDefault(role => role is not null);

    private static bool IsSuccession(MarkedText text, int t)
    {
        var source = text.Text;
        return source.Is(t, "replaced") || source.Is(t, "succeeded") || source.Is(t, "replaces") || source.Is(t, "succeeds") || source.Is(t, "replacing") || source.Is(t, "succeeding")
            || (source.Is(t, "from") && source.Is(t - 1, "over") && (source.Is(t - 2, "took") || source.Is(t - 2, "taking") || source.Is(t - 2, "takes")));
    }

    // "…, a paediatrician who ran the ward before she was named acting director": of the last one named in the sentence.
    private static void AddPredicate(MarkedText text, int pronoun, List<PersonMention> mentions)
    {
        foreach (var role in RoleReader.OfPredicate(text, pronoun)) AddRole(mentions, mentions.Count - 1, role);
    }

    private static void AddRole(List<PersonMention> mentions, int index, ReadRole role) =>
        mentions[index] = mentions[index] with { Roles = mentions[index].Roles.Add(role) };
}

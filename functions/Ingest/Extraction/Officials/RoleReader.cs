using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Reads the roles that follow a name: in apposition, in a relative clause, as a predicate.</summary>
internal sealed class RoleReader
{
    /// <summary>A name has no more appositions than this.</summary>
    private const int MostAppositions = 4;

    private readonly MarkedText text;
    private readonly TokenRange sentence;

    private RoleReader(MarkedText text, TokenRange name)
    {
        this.text = text;
        sentence = text.Sentence(name.First);
        var t = SkipBrackets(name.End);
        t = ReadAge(t);
        t = SkipOrigin(t);
        t = ReadAppositions(t);
        End = t;
        ReadPredicate(t, isParticiple: false);
        if (name.First == sentence.First) ReadDeath(End);
    }

    /// <summary>In the order of the text.</summary>
    public List<ReadRole> Roles { get; } = [];

    /// <summary>The token after the name's appositions.</summary>
    public int End { get; }

    /// <summary>In years, or null.</summary>
    public int? Age { get; private set; }

    public bool IsDead { get; private set; }

    public static RoleReader After(MarkedText text, TokenRange name) => new(text, name);

    /// <summary>The roles that a predicate after a pronoun gives: "she was named acting director".</summary>
    public static List<ReadRole> OfPredicate(MarkedText text, int pronoun)
    {
        var reader = new RoleReader(text, new TokenRange(pronoun, pronoun + 1));
        return reader.Roles;
    }

    public static ReadRole RoleOf(MarkedText text, Title title, OfficeStatus status) =>
        new(TitleReader.TextOf(text, title), title.Kind, status, text.Text.SpanOf(title.Tokens), title, title.Body.Count > 0 ? title.Body : title.Possessor);

    // "(centre)", "(Kebun Baru)".
    private int SkipBrackets(int t)
    {
        if (!text.IsMark(t, '(')) return t;
        for (var u = t + 1; u < Math.Min(sentence.End, t + 7); u++)
            if (text.IsMark(u, ')')) return u + 1;
        return t;
    }

    // ", 58", ", aged 58" and ", now 58".
    private int ReadAge(int t)
    {
        if (!text.IsMark(t, ',')) return t;
        var number = text.Text.Is(t + 1, "aged") || text.Text.Is(t + 1, "now") ? t + 2 : t + 1;
        if (number >= sentence.End || text.Text.Tokens[number].Kind != TokenKind.Number || text.Text.Tokens[number].Length > 3) return t;
        if (number + 1 < sentence.End && text.Text.Tokens[number + 1].Kind != TokenKind.Mark && !text.Text.Is(number + 1, "and") && number == t + 1 && !text.Tag(number + 1).IsFinite) return t;
        if (text.IsMark(number + 1, '-')) return t;
        if (int.TryParse(text.Text[number], out var age) && age is > 0 and < 120) Age = age;
        return number + 1;
    }

    // "of the ruling People's Party", "from Baray district".
    private int SkipOrigin(int t)
    {
        if (!text.Text.Is(t, "of") && !text.Text.Is(t, "from")) return t;
        var (end, _) = BodyReader.After(text, t, sentence.End);
        return text.IsMark(end, ',') ? end : t;
    }

    private int ReadAppositions(int t)
    {
        for (var i = 0; i < MostAppositions && t < sentence.End; i++)
        {
            if (!text.IsMark(t, ',') && !text.IsMark(t, '—') && !text.IsMark(t, '–') && !text.IsMark(t, '(')) return t;
            var u = t + 1;
            if (u >= sentence.End) return t;
            int end;
            if (text.Text.Is(u, "who") || text.Text.Is(u, "whom") || text.Text.Is(u, "whose")) end = ReadRelative(u + 1);
            else end = ReadTitles(u);
            if (end < 0 && Roles.Count == 0 && ReadPredicate(u, isParticiple: true) is var participle && Roles.Count > 0) end = participle;
            if (end < 0) return i == 0 ? t : t + 1;
            t = end;
        }

        return t;
    }

    // "head of A, member of B and a former C": where they end, or −1.
    private int ReadTitles(int start)
    {
        var t = start;
        var found = false;
        while (t < sentence.End)
        {
            var title = TitleReader.StartingAt(text, t);
            if (title is null || title.IsPlural || IsRelative(title) || Precedes(title)) break;
            found = true;
            t = title.Tokens.End;
            Add(title, StatusFrom(ref t, title.Status));
            if (text.Text.Is(t, "who")) t = ReadRelative(t + 1) is var end and > 0 ? end : t;
            if (text.Text.Is(t, "and") && Begins(t + 1)) t++;
            else if (text.IsMark(t, ',') && Begins(t + 1)) t++;
            else if (text.IsMark(t, ',') && text.Text.Is(t + 1, "and") && Begins(t + 2)) t += 2;
            else break;
        }

        return found ? t : -1;

        bool Begins(int u) => u < sentence.End && TitleReader.StartingAt(text, u) is { IsPlural: false } title && !IsRelative(title) && !Precedes(title);
    }

    // "…, and Foreign Minister B": a title right before a name is that one's.
    private bool Precedes(Title title) =>
        title.Tokens.End < sentence.End && title.Tokens.End == title.Head.End && (text.HonorificAt(title.Tokens.End).Length > 0 || (text.IsCapital(title.Tokens.End) && !text.Has(title.Tokens.End, WordTraits.Calendar)));

    // "his wife Malee": another person's.
    private bool IsRelative(Title title) => title is { Kind: OfficeKind.Trade or OfficeKind.Kin, Possessor.Count: > 0 } && text.IsCapital(title.Tokens.End);

    // After "who": where the clause's role ends, or −1 where it gives none.
    private int ReadRelative(int t)
    {
        var before = Roles.Count;
        var end = ReadPredicate(t, isParticiple: false);
        if (Roles.Count > before) return end;
        // "…, who led the raid, told": over to the comma that closes the clause; "who retired and is now a lecturer" on the way.
        for (var u = t; u < Math.Min(sentence.End, t + 30); u++)
        {
            if (text.IsMark(u, ',')) return u;
            if (!text.Text.Is(u, "and")) continue;
            end = ReadPredicate(u + 1, isParticiple: false);
            if (Roles.Count > before) return end;
        }

        return -1;
    }

    // "X, whose lists helped to find the stones, died on Friday."
    private void ReadDeath(int start)
    {
        for (var t = start; t + 1 < sentence.End && !IsDead; t++)
            IsDead = text.IsMark(t, ',') && text.Text.Is(t + 1, "died");
    }

    private int ReadPredicate(int t, bool isParticiple)
    {
        while (t < sentence.End && (text.Tag(t).Class == WordClass.Adverb || text.StatusAt(t) == OfficeStatus.Current && !text.Tag(t).IsNoun)) t++;
        if (t >= sentence.End) return t;
        if (PredicateVerbs.TellsDeath(text, t))
        {
            IsDead = true;
            return t;
        }

        if (PredicateVerbs.Lead(text, t) is { } lead) return ReadLead(t, lead);
        if (PredicateVerbs.After(text, t, sentence.End, isParticiple) is not { } verb) return t;
        var (end, employer) = Employer(verb.End);
        if (TitleReader.StartingAt(text, end) is not { IsPlural: false } title || title.Kind is OfficeKind.Trade or OfficeKind.Kin) return t;
        if (employer.Count > 0) title = title with { Body = employer };
        end = title.Tokens.End;
        var told = title.Status is null or OfficeStatus.Current ? verb.Status ?? OfficeStatus.Then : title.Status;
        Add(title, StatusFrom(ref end, told));
        while (text.Text.Is(end, "and") && TitleReader.StartingAt(text, end + 1) is { IsPlural: false } next && next.Kind is not (OfficeKind.Trade or OfficeKind.Kin))
        {
            end = next.Tokens.End;
            Add(next, StatusFrom(ref end, next.Status ?? told));
        }

        return end;
    }

    // "works for the Rural Union as manager": the token after "as" and the body before it, else the token given.
    private (int End, TokenRange Body) Employer(int t)
    {
        var (end, body) = BodyReader.After(text, t, sentence.End);
        return end > t && text.Text.Is(end, "as") ? (end + 1, body) : (t, default);
    }

    // "chairs the committee" → "chair of the committee".
    private int ReadLead(int t, PredicateVerbs.LeadVerb lead)
    {
        var (end, body) = BodyReader.AfterVerb(text, t + 1, sentence.End);
        if (body.Count == 0 || !(BodyReader.NamesBody(text, body) || Enumerable.Range(body.First, end - body.First).Any(text.IsCapital))) return t;
        var words = text.Text.SpanOf(new TokenRange(t + 1, end)).In(text.Text.Text);
        Roles.Add(new ReadRole($"{lead.Noun} of {words}", OfficeKind.Post, lead.IsPast ? OfficeStatus.Former : OfficeStatus.Current, null, null, body));
        return end;
    }

    // "until 2019", "from 2016 to 2020" and "at the time" after a title.
    private OfficeStatus StatusFrom(ref int t, OfficeStatus? told)
    {
        var status = told ?? OfficeStatus.Current;
        if (status is OfficeStatus.Late) return status;
        var source = text.Text;
        if (source.Is(t, "until") && !source.Is(t + 1, "now")) return OfficeStatus.Former;
        if (source.Is(t, "from") && text.Text.Tokens.Length > t + 2 && source.Tokens[t + 1].Kind == TokenKind.Number && (source.Is(t + 2, "to") || source.Is(t + 2, "until"))) return OfficeStatus.Former;
        if (source.Is(t, "at") && source.Is(t + 1, "the") && source.Is(t + 2, "time")) return OfficeStatus.Then;
        return status;
    }

    private void Add(Title title, OfficeStatus status)
    {
        if (status == OfficeStatus.Late) IsDead = true;
        Roles.Add(RoleOf(text, title, status));
    }
}

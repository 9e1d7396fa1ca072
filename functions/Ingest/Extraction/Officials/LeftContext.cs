using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>What stands before a name: honorifics, ranks, a title, or a title and a comma.</summary>
internal sealed class LeftContext
{
    /// <summary>Between title and name, in tokens.</summary>
    private const int LongestBracket = 7;

    /// <summary>Of the office nouns that are written out, in characters.</summary>
    private const int ShortestOffice = 4;

    private readonly MarkedText text;
    private readonly TokenRange sentence;

    private LeftContext(MarkedText text, TokenRange name)
    {
        this.text = text;
        sentence = text.Sentence(name.First);
        Start = name.First;
        Read(name);
    }

    /// <summary>In the order of the text.</summary>
    public List<ReadRole> Roles { get; } = [];

    public Gender Gender { get; private set; }

    public bool HasHonorific { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>The first token that belongs to the name's titles, or the name's own.</summary>
    public int Start { get; private set; }

    /// <summary>Whether one of the roles names several people.</summary>
    public bool IsPlural => Roles.Any(role => role.Title is { IsPlural: true });

    public static LeftContext Of(MarkedText text, TokenRange name) => new(text, name);

    private void Read(TokenRange name)
    {
        OfficeStatus? retired = null;
        while (Start > sentence.First)
        {
            if (text.HonorificEndingAt(Start) is var honorific and > 0)
            {
                HasHonorific = true;
                var gender = text.HonorificAt(Start - honorific).Value;
                if (gender != Gender.Unknown) Gender = gender;
                Start -= honorific;
            }
            else if (IsRetired(Start))
            {
                retired = OfficeStatus.Former;
                Start -= 3;
            }
            else if (RankBefore(Start) is var first and > 0)
            {
                var title = new Title(new TokenRange(first, Start), new TokenRange(first, Start), OfficeKind.Rank, false, retired, default, default, true);
                Roles.Insert(0, Role(title));
                Start = first;
            }
            else
            {
                break;
            }
        }

        if (Start == sentence.First) return;
        var (found, comma) = TitleBefore(name);
        if (found is not null)
        {
            Roles.Insert(0, Role(retired is null ? found : found with { Status = retired }));
            Start = found.Possessor.Count > 0 ? found.Possessor.First : found.Tokens.First;
            while (Start > sentence.First && (text.StatusAt(Start - 1) is not null || text.Tag(Start - 1).Tag == PennTag.DT)) Start--;
            if (found.Status == OfficeStatus.Late) IsDead = true;
            if (!comma && OfficeBefore(found, name) is { } other)
            {
                Roles.Insert(0, Role(other));
                Start = other.Tokens.First;
            }

            // "Defence Minister General X, …": one status for the office and the rank inside it.
            if (!comma && found.Status is { } status)
                for (var i = 1; i < Roles.Count; i++) Roles[i] = Roles[i] with { Status = status };
        }
        else if (text.StatusAt(Start - 1) is { } said)
        {
            Start--;
            IsDead = said == OfficeStatus.Late;
            for (var i = 0; i < Roles.Count; i++) Roles[i] = Roles[i] with { Status = said };
        }
    }

    private (Title? Title, bool Comma) TitleBefore(TokenRange name)
    {
        var end = Start;
        if (AgeBefore(end) is var age and > 0) end -= age;
        // "Deputy Director (Takeo) X": where the office is held.
        if (BracketBefore(end) is var open and > 0 && text.OfficeEndingAt(open) > 0) end = open;
        if (text.OfficeEndingAt(end) > 0) return (TitleReader.EndingAt(text, end), false);
        if (CommaBefore(end) is var comma and > 0 && EndsApposition(name.End))
        {
            var title = TitleReader.EndingAt(text, comma);
            if (title is not { IsPlural: false } || IsLooseTrade(title)) return default;
            if (comma < end - 1 && text.StatusAt(end - 1) == OfficeStatus.Late) IsDead = true;
            return (title, true);
        }

        if (!text.IsCapital(end - 1) && TitleReader.IsTrade(text, end - 1, end - 1)) return (TitleReader.EndingAt(text, end), false);
        // "Secretary of the District Party Committee Le Thi Hoa": only words of bodies and places lead up to a name.
        if (!text.IsCapital(end - 1) || !text.Has(end - 1, WordTraits.BodyHead | WordTraits.LooseBodyHead | WordTraits.BodyWord | WordTraits.Place)) return default;
        return (TitleReader.EndingAt(text, end), false);
    }

    // "Its director, lawyer X", "Deputy Premier and party leader X": a second title before the one right before the name.
    private Title? OfficeBefore(Title title, TokenRange name)
    {
        var at = Start;
        if (at - 1 <= sentence.First) return null;
        var joins = text.Text.Is(at - 1, "and") || (title.Kind == OfficeKind.Trade && text.IsMark(at - 1, ',') && EndsApposition(name.End));
        // An abbreviation there may be a name: "Prime Minister Chan Sen and Interior Minister X".
        if (!joins || text.OfficeEndingAt(at - 1) == 0 || text.Text.Tokens[at - 2].Length < ShortestOffice) return null;
        return TitleReader.EndingAt(text, at - 1) is { IsPlural: false, Kind: not (OfficeKind.Trade or OfficeKind.Kin) } other && (other.IsDefinite || other.Possessor.Count > 0) ? other : null;
    }

    // "the driver, 26-year-old Jomar": how many tokens the age has.
    private int AgeBefore(int end)
    {
        for (var length = 2; length <= 5 && end - length >= sentence.First; length++)
            if (TitleReader.Age(text, end - length) == length) return length;
        return 0;
    }

    // Where the bracket opens that closes right before the token, or −1.
    private int BracketBefore(int end)
    {
        if (!text.IsMark(end - 1, ')')) return -1;
        for (var t = end - 2; t >= Math.Max(sentence.First, end - LongestBracket); t--)
            if (text.IsMark(t, '(')) return t;
        return -1;
    }

    // The comma before the name; "…, the late Dr X" has words between. 0 where there is none.
    private int CommaBefore(int end)
    {
        var t = end - 1;
        if (text.StatusAt(t) is not null && t > sentence.First) t--;
        // "The jury president, Hungary’s X": where somebody comes from.
        if (t > sentence.First && text.IsPossessive(t) && text.Has(t, WordTraits.Place | WordTraits.Demonym)) t--;
        if (t < end - 1 && text.Text.Is(t, "the") && t > sentence.First) t--;
        return text.IsMark(t, ',') && t > sentence.First ? t : 0;
    }

    // What may follow a name in apposition: a comma, a verb, the end; a list goes on otherwise.
    private bool EndsApposition(int end) =>
        end >= sentence.End || text.Text.Tokens[end].Kind is TokenKind.Mark or TokenKind.Quote || text.Tag(end).Class is WordClass.Verb or WordClass.Auxiliary or WordClass.Adverb or WordClass.Adposition or WordClass.Subordinator or WordClass.Pronoun;

    // A trade before a comma is the next name's only where "the" or a possessive makes it one person's: "my client's lawyer, X".
    private bool IsLooseTrade(Title title) => title.Kind is OfficeKind.Trade or OfficeKind.Kin && title.Possessor.Count == 0 && !text.Text.Is(title.Tokens.First - 1, "the");

    // "(ret.)", "(retd)".
    private bool IsRetired(int end) =>
        end - 3 > sentence.First && text.IsMark(end - 1, ')') && text.IsMark(end - 3, '(') && text.StatusAt(end - 2) == OfficeStatus.Former;

    // Where a rank that stands beside another title begins, its number included ("Jail Officer 3"); 0 where there is none.
    private int RankBefore(int end)
    {
        if (IsStackedRank(end)) return end - text.OfficeEndingAt(end);
        if (end - 2 <= sentence.First || text.Text.Tokens[end - 1] is not { Kind: TokenKind.Number, Length: 1 } || !text.IsCapital(end - 2) || text.OfficeEndingAt(end - 1) == 0) return 0;
        var first = end - 1 - text.OfficeEndingAt(end - 1);
        while (first > sentence.First && text.IsCapital(first - 1) && text.OfficeEndingAt(first) == 0) first--;
        return first;
    }

    // A rank with an office, an honorific or a comma before it stands for itself.
    private bool IsStackedRank(int end)
    {
        var length = text.OfficeEndingAt(end);
        if (length == 0 || text.OfficeAt(end - length).Value.Kind != OfficeKind.Rank) return false;
        var first = end - length;
        return first > sentence.First && (text.OfficeEndingAt(first) > 0 || text.HonorificEndingAt(first) > 0 || text.IsMark(first - 1, ','));
    }

    private ReadRole Role(Title title) => RoleReader.RoleOf(text, title, title.Status ?? OfficeStatus.Current);
}

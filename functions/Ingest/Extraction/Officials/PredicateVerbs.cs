using Ingest.Extraction.Language;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>The verbs that give their subject a role: "was elected mayor", "chairs the committee", "retired as chief executive".</summary>
internal static class PredicateVerbs
{
    private static readonly Dictionary<string, LeadVerb> Leads = DataFile.Rows("Extraction/Data/lead-verbs.txt")
        .ToDictionary(row => row[0], row => new LeadVerb(row[1], row[2] == "past"), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, LeadVerb>.AlternateLookup<ReadOnlySpan<char>> LeadsByWord = Leads.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, (OfficeStatus Status, bool IsPassive)> Takings = DataFile.Rows("Extraction/Data/office-verbs.txt")
        .ToDictionary(row => row[0], row => (Enum.Parse<OfficeStatus>(row[1], ignoreCase: true), row[2] == "passive"), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, (OfficeStatus Status, bool IsPassive)>.AlternateLookup<ReadOnlySpan<char>> TakingsByWord =
        Takings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A verb whose object is a body that its subject leads.</summary>
    /// <param name="Noun">What the subject is of the body.</param>
    /// <param name="IsPast">Whether it is told of the past.</param>
    internal readonly record struct LeadVerb(string Noun, bool IsPast);

    /// <summary>The verb that leads a body, or null.</summary>
    public static LeadVerb? Lead(MarkedText text, int t) => LeadsByWord.TryGetValue(text.Text[t], out var lead) ? lead : null;

    /// <summary>Where the title after a verb of being or taking office starts, and the status that it gives; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="t">The verb or its auxiliary.</param>
    /// <param name="limit">The token to stop at.</param>
    /// <param name="isParticiple">Whether a passive may stand without its auxiliary: ", named mayor in March,".</param>
    public static (int End, OfficeStatus? Status)? After(MarkedText text, int t, int limit, bool isParticiple)
    {
        var source = text.Text;
        OfficeStatus? status = null;
        var verb = t;
        if (IsBeing(text, t))
        {
            status = source.Is(t, "was") || source.Is(t, "were") ? null : OfficeStatus.Current;
            verb++;
            if (source.Is(verb, "been")) verb++;
            while (verb < limit && text.Tag(verb).Class == WordClass.Adverb && text.StatusAt(verb) is null) verb++;
        }

        if (verb < limit && TakingsByWord.TryGetValue(source[verb], out var taking) && (!taking.IsPassive || verb > t || isParticiple))
        {
            status = taking.Status;
            verb++;
            while (verb < limit && (source.Is(verb, "in") || source.Is(verb, "over") || source.Is(verb, "down") || source.Is(verb, "office"))) verb++;
            if (source.Is(verb, "as") || source.Is(verb, "to")) verb++;
            return (verb, status);
        }

        return verb == t ? null : (verb, status);
    }

    /// <summary>Whether the verb tells of its subject's death.</summary>
    public static bool TellsDeath(MarkedText text, int t)
    {
        var source = text.Text;
        if (source.Is(t, "died") || source.Is(t, "drowned") || source.Is(t, "perished") || source.Is(t, "succumbed") || (source.Is(t, "passed") && source.Is(t + 1, "away"))) return true;
        if (!IsBeing(text, t)) return false;
        var verb = source.Is(t + 1, "been") ? t + 2 : t + 1;
        return source.Is(verb, "killed") || source.Is(verb, "murdered") || source.Is(verb, "assassinated") || source.Is(verb, "slain") || (source.Is(verb + 1, "dead") && (source.Is(verb, "found") || source.Is(verb, "shot")));
    }

    private static bool IsBeing(MarkedText text, int t)
    {
        var source = text.Text;
        return source.Is(t, "is") || source.Is(t, "was") || (source.Is(t, "has") && source.Is(t + 1, "been")) || (source.Is(t, "had") && source.Is(t + 1, "been"));
    }
}

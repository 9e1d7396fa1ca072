using System.Collections.Immutable;

namespace Ingest.Extraction.Statements.Cues;

/// <summary>The cue verbs of cue-verbs.txt by each of their forms.</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> byForm;

    private CueLexicon(IEnumerable<string[]> rows)
    {
        var entries = new Dictionary<string, List<Entry>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var words = row[0].Split(' ');
            var verb = new CueVerb(row[0], [.. words.Skip(1)], FramesOf(row[1]));
            foreach (var (form, kinds) in Inflect(words[0], row.Length > 2 ? row[2].Split(' ') : []))
            {
                if (!entries.TryGetValue(form, out var list)) entries[form] = list = [];
                list.Add(new Entry(verb, kinds));
            }
        }

        // "called on" is looked for before "called".
        foreach (var list in entries.Values) list.Sort((a, b) => b.Verb.Particles.Length.CompareTo(a.Verb.Particles.Length));
        byForm = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal readonly record struct Entry(CueVerb Verb, VerbForms Forms);

    public static CueLexicon Default { get; } = new(DataFile.Rows("Extraction/Data/cue-verbs.txt"));

    /// <summary>The verbs that the word may be a form of, those with the most particles first.</summary>
    public IReadOnlyList<Entry> Of(ReadOnlySpan<char> word) => byForm.TryGetValue(word, out var entries) ? entries : [];

    private static CueFrames FramesOf(string names) =>
        names.Split(' ').Aggregate(CueFrames.None, (frames, name) => frames | Enum.Parse<CueFrames>(name, ignoreCase: true));

    private static Dictionary<string, VerbForms> Inflect(string verb, string[] irregular)
    {
        var forms = new Dictionary<string, VerbForms>();
        Add(verb, VerbForms.Base);
        Add(ThirdPerson(verb), VerbForms.ThirdPerson);
        var progressive = irregular.Where(form => form.EndsWith("ing", StringComparison.Ordinal)).ToList();
        var past = irregular.Except(progressive).ToList();
        foreach (var form in progressive.DefaultIfEmpty(PresentParticiple(verb))) Add(form, VerbForms.PresentParticiple);
        if (past.Count == 0) past.Add(Past(verb));
        // Two irregular forms that end alike are spellings ("labelled labeled"), else past and participle ("wrote written").
        var alike = past.Count != 2 || past[0].EndsWith("ed", StringComparison.Ordinal);
        for (var i = 0; i < past.Count; i++) Add(past[i], alike ? VerbForms.Past | VerbForms.PastParticiple : i == 0 ? VerbForms.Past : VerbForms.PastParticiple);
        return forms;

        void Add(string form, VerbForms kinds) => forms[form] = forms.GetValueOrDefault(form) | kinds;
    }

    private static string ThirdPerson(string verb) => verb switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => verb[..^1] + "ies",
        [.., 's' or 'x' or 'z' or 'o'] or [.., 's' or 'c', 'h'] => verb + "es",
        _ => verb + "s",
    };

    private static string Past(string verb) => verb switch
    {
        [.., 'e'] => verb + "d",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => verb[..^1] + "ied",
        _ => verb + "ed",
    };

    private static string PresentParticiple(string verb) => verb switch
    {
        [.., not 'e', 'e'] => verb[..^1] + "ing",
        _ => verb + "ing",
    };
}

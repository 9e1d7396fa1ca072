using Ingest.Extraction.Language;
using Ingest.Extraction.Statements.Cues;
using Ingest.Extraction.Statements.Grammar;
using Ingest.Extraction.Statements.Quotations;

namespace Ingest.Extraction.Statements.Contents;

/// <summary>
/// Finds the contents of one sentence of the reporter's. Attributions that follow or interrupt their content come first, since what
/// they attribute may itself hold sayings; what is left is read from the cues to the right.
/// </summary>
internal sealed class AttributionFinder(Narrative narrative)
{
    /// <summary>How many words of the reporter's own a part may have.</summary>
    private const int LongestPart = 600;

    private readonly InterruptingAttributions interrupting = new(narrative);
    private readonly LeadingAttributions leading = new(narrative);

    /// <summary>The attributions of the sentence in the order of the text; no two contents overlap.</summary>
    public List<Attribution> In(NarrativeSentence sentence)
    {
        var found = new List<Attribution>();
        foreach (var part in Parts(sentence.OpensParagraph ? sentence.Tokens with { First = Datelines.End(narrative.Text, sentence.Tokens) } : sentence.Tokens))
        {
            var cues = CueFinder.Find(narrative, part);
            var before = found.Count;
            interrupting.Find(part, cues, found);
            leading.Find(part, cues, found, before);
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // A semicolon between two sayings parts them; so does the length that no sentence has, for what follows may look at a part many times.
    private IEnumerable<TokenRange> Parts(TokenRange sentence)
    {
        var cues = CueFinder.Find(narrative, sentence);
        int first = sentence.First, seen = 0, own = 0;
        for (var t = sentence.First; t < sentence.End; t++)
        {
            while (seen < cues.Length && cues[seen].Words.First < t) seen++;
            if (narrative.QuotationOf(t) is { } q)
            {
                t = Math.Min(sentence.End, narrative.Quotations[q].Tokens.End) - 1;
                continue;
            }

            var between = narrative.Text[t] is ";" && seen < cues.Length && seen > 0 && cues[seen - 1].Words.First >= first;
            if (!between && ++own < LongestPart) continue;
            yield return Trim(first, t);
            (first, own) = (t + 1, 0);
        }

        yield return Trim(first, sentence.End);

        // The full stop that ends the sentence is none of its parts'.
        TokenRange Trim(int from, int to)
        {
            while (to > from && !narrative.IsQuoted(to - 1) && narrative.Text[to - 1] is "." or "!" or "?" or "…") to--;
            // A sentence in brackets.
            if (to - from > 1 && narrative.Text[from] is "(" && narrative.Text[to - 1] is ")") return Trim(from + 1, to - 1);
            return new TokenRange(from, to);
        }
    }
}

using System.Collections.Immutable;
using Ingest.Extraction.Language;

namespace Ingest.Evaluation.Training;

/// <summary>A document made ready for the tagger's training.</summary>
/// <param name="Text">In our cut.</param>
/// <param name="Forms">What the model sees.</param>
/// <param name="Labels">The gold label a token, null where the model is not asked or the treebank is silent.</param>
/// <param name="Guess">The label that the model gave last, or −1.</param>
internal sealed record Lesson(TokenisedText Text, ImmutableArray<WordForm> Forms, string?[] Labels, int[] Guess)
{
    public static Lesson Of(TreebankDocument document)
    {
        var words = document.WordsOfTokens();
        var labels = new string?[words.Length];
        for (var t = 0; t < labels.Length; t++)
            if (PartOfSpeechTagger.WithoutModel(document.Text, t) is null) labels[t] = LabelOf([.. words[t]]);
        var guess = new int[labels.Length];
        Array.Fill(guess, -1);
        return new Lesson(document.Text, WordForm.Of(document.Text), labels, guess);
    }

    /// <summary>The tokens that the model is asked about, each with its paragraph and the two parts of speech before it.</summary>
    public IEnumerable<(int Token, TokenRange Paragraph, PartOfSpeech Last, PartOfSpeech Before)> Walk(Func<int, PartOfSpeech> tagOf)
    {
        foreach (var paragraph in Text.Paragraphs)
        {
            PartOfSpeech before = default, last = default;
            for (var t = paragraph.First; t < paragraph.End; t++)
            {
                var known = PartOfSpeechTagger.WithoutModel(Text, t);
                if (known is null) yield return (t, paragraph, last, before);
                (before, last) = (last, known ?? tagOf(t));
            }
        }
    }

    // Of a contraction the first word counts, of a hyphenated word the last.
    private static string? LabelOf(List<TreebankWord> words)
    {
        words.RemoveAll(w => w.Label.EndsWith("/HYPH", StringComparison.Ordinal) && words.Count > 1);
        var possessive = words.Count > 1 && words[^1].Label == "PART/POS";
        if (possessive) words.RemoveAt(words.Count - 1);
        if (words.Count == 0) return null;
        var contraction = words.Count > 1 && (words[^1].Form.Contains('\'') || words[^1].Form.Contains('’'));
        var label = Simplify((contraction || words[0].Span == words[^1].Span ? words[0] : words[^1]).Label);
        return label is null ? null : label + (possessive ? "+POS" : "");
    }

    // Rare ways of the treebanks that our tags do not tell apart.
    private static string? Simplify(string label)
    {
        var (universal, tag) = (label[..label.IndexOf('/')], label[(label.IndexOf('/') + 1)..]);
        if (universal is "PUNCT" or "SYM" || tag is "GW" or "NFP" or "FW") return null;
        return tag switch
        {
            "ADD" => "PROPN/NNP",
            "AFX" => "ADJ/JJ",
            "LS" => "NUM/CD",
            _ => label,
        };
    }
}

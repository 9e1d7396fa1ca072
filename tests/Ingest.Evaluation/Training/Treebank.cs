using System.Text;
using Ingest.Extraction.Language;

namespace Ingest.Evaluation.Training;

/// <summary>A word of a treebank, placed in its document's text.</summary>
/// <param name="Span">Where it stands; words of one contraction ("don't") share its span.</param>
/// <param name="Label">UPOS and XPOS, "VERB/VBD".</param>
/// <param name="Form">As it stands.</param>
internal sealed record TreebankWord(TextSpan Span, string Form, string Label);

/// <summary>A document of a treebank in our cut: the text is laid out anew and each token finds the words it covers.</summary>
internal sealed record TreebankDocument(string Id, TokenisedText Text, IReadOnlyList<TreebankWord> Words)
{
    /// <summary>The words that lie in or touch the token, in order.</summary>
    public IEnumerable<TreebankWord>[] WordsOfTokens()
    {
        var of = new List<TreebankWord>[Text.Tokens.Length];
        for (var t = 0; t < of.Length; t++) of[t] = [];
        foreach (var word in Words)
            for (var t = Text.TokenAt(word.Span.Start); t < of.Length && Text.Tokens[t].Start < word.Span.End; t++) of[t].Add(word);
        return of;
    }
}

/// <summary>Reads CoNLL-U.</summary>
internal static class Treebank
{
    /// <summary>Every document below a folder, by the name that its "newdoc id" gives.</summary>
    public static IEnumerable<TreebankDocument> Documents(string folder) =>
        Directory.EnumerateFiles(folder, "*.conllu", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read);

    /// <summary>Sentences of our own, one a line: words with their Penn tags after a low line.</summary>
    public static TreebankDocument HouseStyle(string file)
    {
        var text = new StringBuilder();
        var words = new List<TreebankWord>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            foreach (var word in line.Split(' '))
            {
                var (form, tag) = (word[..word.LastIndexOf('_')], word[(word.LastIndexOf('_') + 1)..]);
                if (text.Length > 0 && (tag is "," or "." or "''" or "POS") && text[^1] == ' ') text.Length--;
                words.Add(new TreebankWord(Append(text, form, spaced: tag != "``"), form, Label(tag)));
            }

            text.Append("\n\n");
        }

        return new TreebankDocument(Path.GetFileNameWithoutExtension(file), TokenisedText.Of(text.ToString()), words);
    }

    private static string Label(string tag)
    {
        var (penn, kind) = tag.Split(':') is [var plain, var mark] ? (plain, mark) : (tag, "");
        var universal = (penn, kind) switch
        {
            (_, "A") => "AUX",
            (_, "S") => "SCONJ",
            (_, "P") => "ADP",
            ("NN" or "NNS", _) => "NOUN",
            ("NNP" or "NNPS", _) => "PROPN",
            ("PRP" or "PRP$" or "WP" or "WDT", _) => "PRON",
            ("DT", _) => "DET",
            ("JJ", _) => "ADJ",
            ("RB", _) => "ADV",
            ("IN", _) => "ADP",
            ("CC", _) => "CCONJ",
            ("CD", _) => "NUM",
            ("TO" or "POS", _) => "PART",
            (['V', ..], _) => "VERB",
            _ => "PUNCT",
        };
        return $"{universal}/{penn}";
    }

    private static IEnumerable<TreebankDocument> Read(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        var text = new StringBuilder();
        var words = new List<TreebankWord>();
        TextSpan contraction = default;
        var contractionEnd = 0;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# newdoc id = ", StringComparison.Ordinal))
            {
                if (words.Count > 0) yield return new TreebankDocument(id, TokenisedText.Of(text.ToString()), words);
                (id, text, words) = (line[14..], new StringBuilder(), []);
            }
            else if (line.StartsWith("# newpar", StringComparison.Ordinal) && text.Length > 0)
            {
                text.Append("\n\n");
            }

            if (line.Length == 0) contractionEnd = 0;
            if (line.Length == 0 || line[0] == '#') continue;
            var columns = line.Split('\t');
            if (columns[0].Contains('.')) continue;
            var spaced = !columns[9].Contains("SpaceAfter=No");
            if (columns[0].Split('-') is [_, var last])
            {
                contraction = Append(text, columns[1], spaced);
                contractionEnd = int.Parse(last);
                continue;
            }

            var span = int.Parse(columns[0]) <= contractionEnd ? contraction : Append(text, columns[1], spaced);
            words.Add(new TreebankWord(span, columns[1], $"{columns[3]}/{columns[4]}"));
        }

        if (words.Count > 0) yield return new TreebankDocument(id, TokenisedText.Of(text.ToString()), words);
    }

    private static TextSpan Append(StringBuilder text, string form, bool spaced)
    {
        var start = text.Length;
        text.Append(form);
        var span = new TextSpan(start, text.Length);
        if (spaced) text.Append(' ');
        return span;
    }
}

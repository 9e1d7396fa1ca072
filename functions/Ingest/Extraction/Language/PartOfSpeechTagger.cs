using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ingest.Extraction.Language;

/// <summary>
/// Tags the words of a text from left to right by a linear model over the word, its neighbours and the two tags before it:
/// an averaged perceptron, trained by tests/Ingest.Evaluation ("train-tagger"). Numbers and marks need no model.
/// </summary>
internal sealed class PartOfSpeechTagger
{
    /// <summary>How many features a word has.</summary>
    public const int FeatureCount = 24;

    private static readonly Lazy<PartOfSpeechTagger> Shipped = new(() =>
    {
        using var reader = new BinaryReader(DataFile.Open("Extraction/Data/tagger.bin"));
        return Read(reader);
    });

    private readonly LinearModel model;
    private readonly TaggerLexicon lexicon;
    private readonly PartOfSpeech[] labels;

    private PartOfSpeechTagger(LinearModel model, TaggerLexicon lexicon)
    {
        this.model = model;
        this.lexicon = lexicon;
        labels = [.. model.Labels.Select(Parse)];
    }

    /// <summary>The tagger with the weights that ship in the library.</summary>
    public static PartOfSpeechTagger Default => Shipped.Value;

    /// <summary>Reads a tagger: its linear model, then its lexicon.</summary>
    public static PartOfSpeechTagger Read(BinaryReader reader) => new(LinearModel.Read(reader), TaggerLexicon.Read(reader));

    /// <summary>One part of speech a token.</summary>
    public ImmutableArray<PartOfSpeech> Tag(TokenisedText text, ImmutableArray<WordForm> forms)
    {
        var tags = new PartOfSpeech[text.Tokens.Length];
        Span<int> scores = stackalloc int[labels.Length];
        Span<ulong> features = stackalloc ulong[FeatureCount];
        var usual = UsualLabels(text, forms, lexicon);
        foreach (var paragraph in text.Paragraphs)
        {
            PartOfSpeech before = default, last = default;
            for (var t = paragraph.First; t < paragraph.End; t++)
            {
                if ((WithoutModel(text, t) ?? Plain(forms[t])) is not { } tag)
                {
                    Features(forms, usual, paragraph, t, last, before, features);
                    scores.Clear();
                    foreach (var feature in features) model.Add(feature, scores);
                    var best = 0;
                    for (var label = 1; label < scores.Length; label++)
                        if (scores[label] > scores[best]) best = label;
                    tag = labels[best];
                }

                tags[t] = tag;
                (before, last) = (last, tag);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tags);
    }

    /// <summary>The part of speech of what is no word; null where the model is asked.</summary>
    public static PartOfSpeech? WithoutModel(TokenisedText text, int token) => text.Tokens[token].Kind switch
    {
        TokenKind.Word => null,
        TokenKind.Number => new PartOfSpeech(WordClass.Numeral, PennTag.CD),
        TokenKind.Quote => new PartOfSpeech(WordClass.Punctuation, PennTag.Mark),
        _ => Mark(text[token][0]),
    };

    /// <summary>The lexicon's code of each token; numbers and marks have codes of their own.</summary>
    public static byte[] UsualLabels(TokenisedText text, ImmutableArray<WordForm> forms, TaggerLexicon lexicon)
    {
        var usual = new byte[forms.Length];
        for (var t = 0; t < usual.Length; t++)
            usual[t] = text.Tokens[t].Kind == TokenKind.Word ? lexicon.Usual(forms[t]) : (byte)(240 + (int)text.Tokens[t].Kind);
        return usual;
    }

    /// <summary>Writes the features of the token into <paramref name="features"/>.</summary>
    public static void Features(
        ImmutableArray<WordForm> forms, byte[] usual, TokenRange paragraph, int t, PartOfSpeech last, PartOfSpeech before, Span<ulong> features)
    {
        ulong next = t + 1 < paragraph.End ? usual[t + 1] : byte.MaxValue;
        ulong next2 = t + 2 < paragraph.End ? usual[t + 2] : byte.MaxValue;
        var word = forms[t];
        var left = t > paragraph.First ? forms[t - 1] : WordForm.Edge;
        var left2 = t > paragraph.First + 1 ? forms[t - 2] : WordForm.Edge;
        var right = t + 1 < paragraph.End ? forms[t + 1] : WordForm.Edge;
        var right2 = t + 2 < paragraph.End ? forms[t + 2] : WordForm.Edge;
        ulong tag = Code(last), tags = tag << 16 | Code(before);
        features[0] = FeatureHash.Of(0, word.Word);
        features[1] = FeatureHash.Of(1, word.Word, tag);
        features[2] = FeatureHash.Of(2, word.Suffix4);
        features[3] = FeatureHash.Of(3, word.Suffix3, word.Shape);
        features[4] = FeatureHash.Of(4, word.Suffix2, word.Shape);
        features[5] = FeatureHash.Of(5, word.Prefix3);
        features[6] = FeatureHash.Of(6, word.Shape, tag);
        features[7] = FeatureHash.Of(7, tag);
        features[8] = FeatureHash.Of(8, tags);
        features[9] = FeatureHash.Of(9, left.Word);
        features[10] = FeatureHash.Of(10, left2.Word);
        features[11] = FeatureHash.Of(11, right.Word);
        features[12] = FeatureHash.Of(12, right2.Word);
        features[13] = FeatureHash.Of(13, right.Suffix3);
        features[14] = FeatureHash.Of(14, left.Suffix3);
        features[15] = FeatureHash.Of(15, word.Suffix3, tag);
        features[16] = FeatureHash.Of(16, word.Word, right.Word);
        features[17] = FeatureHash.Of(17, word.Word, left.Word);
        features[18] = FeatureHash.Of(18, word.Shape | (ulong)left.Shape << 8 | (ulong)right.Shape << 16);
        features[19] = FeatureHash.Of(19, word.Suffix3, right.Suffix2);
        features[20] = FeatureHash.Of(20, word.Word, next);
        features[21] = FeatureHash.Of(21, tag, next << 8 | usual[t]);
        features[22] = FeatureHash.Of(22, word.Word, next << 8 | next2);
        features[23] = FeatureHash.Of(23, usual[t], next << 8 | next2);
    }

    /// <summary>Reads a label: "VERB/VBD", with "+POS" for a possessive.</summary>
    public static PartOfSpeech Parse(string label)
    {
        var parts = label.Split('/', '+');
        return new PartOfSpeech(ClassOf(parts[0]), TagOf(parts[1]), parts.Length > 2);
    }

    private PartOfSpeech? Plain(WordForm word) => lexicon.Plain(word) is { } label ? labels[label] : null;

    private static ulong Code(PartOfSpeech tag) => (ulong)tag.Class << 8 | (ulong)tag.Tag << 1 | (tag.IsPossessive ? 1UL : 0);

    private static PartOfSpeech Mark(char c) => c switch
    {
        '&' => new PartOfSpeech(WordClass.Conjunction, PennTag.CC),
        '$' or '€' or '£' or '¥' or '%' or '+' or '=' or '#' or '*' or '°' => new PartOfSpeech(WordClass.Symbol, PennTag.Symbol),
        _ => new PartOfSpeech(WordClass.Punctuation, PennTag.Mark),
    };

    private static WordClass ClassOf(string universal) => universal switch
    {
        "ADJ" => WordClass.Adjective,
        "ADP" => WordClass.Adposition,
        "ADV" => WordClass.Adverb,
        "AUX" => WordClass.Auxiliary,
        "CCONJ" => WordClass.Conjunction,
        "DET" => WordClass.Determiner,
        "INTJ" => WordClass.Interjection,
        "NOUN" => WordClass.Noun,
        "NUM" => WordClass.Numeral,
        "PART" => WordClass.Particle,
        "PRON" => WordClass.Pronoun,
        "PROPN" => WordClass.ProperNoun,
        "PUNCT" => WordClass.Punctuation,
        "SCONJ" => WordClass.Subordinator,
        "SYM" => WordClass.Symbol,
        "VERB" => WordClass.Verb,
        _ => WordClass.Other,
    };

    private static PennTag TagOf(string tag) => tag switch
    {
        "PRP$" => PennTag.PRPS,
        "WP$" => PennTag.WPS,
        _ => Enum.TryParse<PennTag>(tag, out var known) ? known : PennTag.Mark,
    };
}

using System.Collections.Immutable;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Ingest.Queries;

/// <summary>
/// The one place where words are cut, folded and stemmed, for the index, for searches and for the marking of matches: Lucene's English
/// chain with letters folded to plain ones. Safe for use by several threads.
/// </summary>
public static class WordAnalyser
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly ImmutableHashSet<string> StopWords = [.. DataFile.Lines("Queries/Data/stop-words.txt")];

    private static readonly Analyzer Chain = Analyzer.NewAnonymous(static (_, reader) =>
    {
        var source = new StandardTokenizer(Version, reader);
        TokenStream words = new EnglishPossessiveFilter(Version, source);
        words = new LowerCaseFilter(Version, words);
        words = new ASCIIFoldingFilter(words);
        // Each word comes twice at one position: as it stands, then stemmed.
        words = new KeywordRepeatFilter(words);
        return new TokenStreamComponents(source, new PorterStemFilter(words));
    });

    /// <summary>The words of a text in their order.</summary>
    public static ImmutableArray<Word> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<Word>();
        using var stream = Chain.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var surface = term.ToString();
            var stem = stream.IncrementToken() ? term.ToString() : surface;
            words.Add(new Word(surface, stem, StopWords.Contains(surface), words.Count, offset.StartOffset, offset.EndOffset));
        }

        stream.End();
        return words.ToImmutable();
    }

    /// <summary>
    /// A body's name as a key that its usual forms share, whatever their order: "Ministry of Interior" and "the Interior Ministry". Empty
    /// where the name holds no word.
    /// </summary>
    public static string NameKey(string name) =>
        string.Join('-', Words(name).Where(w => !w.IsStop).Select(w => w.Stem).Distinct().Order(StringComparer.Ordinal));
}

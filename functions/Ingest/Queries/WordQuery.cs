using System.Collections.Immutable;

namespace Ingest.Queries;

/// <summary>
/// A search as people type it: words, "phrases", -without and beginnings*. All of it must hold. Words are compared by their stems; a
/// phrase holds where its words stand side by side; a beginning where a word as it stands in the text starts so.
/// </summary>
internal sealed class WordQuery
{
    private const int MostCharacters = 500;
    private const int MostClauses = 20;
    private const int ShortestBeginning = 2;

    private readonly ImmutableArray<Clause> clauses;

    private WordQuery(ImmutableArray<Clause> clauses) => this.clauses = clauses;

    /// <summary>Stems that everything found holds.</summary>
    public ImmutableArray<string> Stems =>
    [
        .. clauses.Where(c => c is { IsWithout: false, IsBeginning: false })
            .SelectMany(c => c.Words).Where(w => !w.IsStop).Select(w => w.Stem).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Beginnings of words that everything found holds.</summary>
    public ImmutableArray<string> Beginnings => [.. clauses.Where(c => c is { IsWithout: false, IsBeginning: true }).Select(c => c.Words[0].Surface)];

    /// <summary>Reads a search.</summary>
    /// <exception cref="QueryException">It is too long, or nothing in it can be searched for.</exception>
    public static WordQuery Parse(string text, string parameter)
    {
        if (text.Length > MostCharacters) throw new QueryException($"'{parameter}' has {text.Length} characters. Give at most {MostCharacters}.", parameter);
        var clauses = Read(text, parameter).ToImmutableArray();
        if (clauses.Length > MostClauses) throw new QueryException($"'{parameter}' has {clauses.Length} words and phrases. Give at most {MostClauses}.", parameter);
        if (clauses.IsEmpty) throw new QueryException($"'{parameter}' holds nothing to search for: '{text}'. Words like \"the\" are too common; put them into a \"phrase\".", parameter);
        return new WordQuery(clauses);
    }

    /// <summary>Whether a text holds all that is searched for.</summary>
    public bool Matches(ImmutableArray<Word> text)
    {
        foreach (var clause in clauses)
            if (clause.IsIn(text) == clause.IsWithout) return false;
        return true;
    }

    /// <summary>The words of a text that the search asked for, to be marked.</summary>
    public IEnumerable<Word> Hits(ImmutableArray<Word> text) =>
        text.Where(word => clauses.Any(c => !c.IsWithout && (c.IsBeginning ? c.Begins(word) : c.Words.Any(w => w.Stem == word.Stem && !w.IsStop))));

    private static IEnumerable<Clause> Read(string text, string parameter)
    {
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var isWithout = text[i] == '-' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]);
            if (isWithout) i++;
            var isPhrase = IsQuote(text[i]);
            var start = isPhrase ? i + 1 : i;
            var end = start;
            while (end < text.Length && (isPhrase ? !IsQuote(text[end]) : !char.IsWhiteSpace(text[end]) && !IsQuote(text[end]))) end++;
            i = isPhrase ? end + 1 : end;
            if (ReadClause(text[start..end], isPhrase, isWithout, parameter) is { } clause) yield return clause;
        }
    }

    private static Clause? ReadClause(string text, bool isPhrase, bool isWithout, string parameter)
    {
        var isBeginning = !isPhrase && text.EndsWith('*');
        var words = WordAnalyser.Words(text);
        if (words.IsEmpty) return null;
        if (!isBeginning) return isPhrase || words.Any(w => !w.IsStop) ? new Clause(words, isWithout, IsBeginning: false) : null;
        if (words.Length > 1) throw new QueryException($"'{text}' in '{parameter}' is more than the beginning of one word.", parameter);
        if (words[0].Surface.Length < ShortestBeginning) throw new QueryException($"'{text}' in '{parameter}' is too short. Give at least {ShortestBeginning} letters before the *.", parameter);
        return new Clause(words, isWithout, IsBeginning: true);
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„';

    private sealed record Clause(ImmutableArray<Word> Words, bool IsWithout, bool IsBeginning)
    {
        public bool IsIn(ImmutableArray<Word> text)
        {
            if (IsBeginning) return text.Any(Begins);
            for (var at = 0; at + Words.Length <= text.Length; at++)
                if (StandsAt(text, at)) return true;
            return false;
        }

        public bool Begins(Word word) => !word.IsStop && word.Surface.StartsWith(Words[0].Surface, StringComparison.Ordinal);

        private bool StandsAt(ImmutableArray<Word> text, int at)
        {
            for (var i = 0; i < Words.Length; i++)
                if (text[at + i].Stem != Words[i].Stem || text[at + i].Position != text[at].Position + i) return false;
            return true;
        }
    }
}

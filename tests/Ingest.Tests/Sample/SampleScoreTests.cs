using System.Text.Json;
using Ingest.Extraction;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;

namespace Ingest.Tests.Sample;

/// <summary>How much of what the sample's articles hold the extractors find. The floors rise with the extractors and keep them from falling.</summary>
public sealed class SampleScoreTests
{
    private static readonly Lazy<Scores> All = new(Measure);

    [Fact]
    public void Statements_are_found_with_their_words() => All.Value.Statements.AtLeast(.95);

    [Fact]
    public void Statements_are_given_to_who_said_them() => All.Value.WhoSaidWhat.AtLeast(.88);

    [Fact]
    public void Officials_are_found_with_title_and_status() => All.Value.Officials.AtLeast(.92);

    [Fact]
    public void Figures_are_found_with_value_bound_and_unit() => All.Value.Figures.AtLeast(.92);

    [Fact]
    public void Dates_are_found_with_value_and_days() => All.Value.Dates.AtLeast(.90);

    private static Scores Measure()
    {
        var extractor = new MentionExtractor();
        var scores = new Scores(new("statements, half the words in common"), new("who said what"), new("officials"), new("figures"), new("dates"));
        foreach (var name in ExpectedYields.Names)
        {
            var (expected, article) = (ExpectedYields.Of(name), ExpectedYields.ArticleOf(name));
            if (article.Teaser || !article.Language.StartsWith("en", StringComparison.Ordinal)) continue;
            var text = string.Join("\n\n", article.Paragraphs);
            var day = DateOnly.FromDateTime(article.Published.ToOffset(TimeSpan.FromHours(7)).DateTime);
            var found = extractor.Extract(new ArticleText(text, day, article.Title));

            scores.Statements.Count(name, expected.Statements, found.Statements, e => e.Pieces[0].Text, f => f.Span.In(text), (e, f) => Overlap(Words(e), Words(f)) >= .5);
            scores.WhoSaidWhat.Count(name, expected.Statements, found.Statements, e => $"{e.Name}: {e.Pieces[0].Text}", f => $"{f.Speaker.FullName}: {f.Span.In(text)}", (e, f) => Overlap(Words(e), Words(f)) >= .5 && Same(e.Name, f.Speaker.FullName));
            scores.Officials.Count(name, expected.Officials, found.Officials, e => $"{e.Name}, {e.Status} {e.Titles[0]}", f => $"{f.Name}, {f.Status} {f.Roles.FirstOrDefault()?.Title}", AreSame);
            scores.Figures.Count(name, expected.Figures, found.Figures, e => $"{e.Text} {e.Bound} {e.Unit}", f => $"{f.Text} {f.Bound} {f.Unit}", (e, f) => e.Start == f.Span.Start && SameValue(e.Value, f) && e.Bound == Sign(f.Bound) && e.Unit == f.Unit);
            scores.Dates.Count(name, expected.Dates, found.Dates, e => $"{e.Text} {e.Value}", f => $"{f.Text} {f.Value}", (e, f) => e.Start == f.Span.Start && e.Text == f.Text && e.Value == f.Value && e.From == f.From && e.To == f.To);
        }

        return scores;

        static HashSet<int> Words(object statement) => statement switch
        {
            ExpectedStatement e => [.. e.Pieces.SelectMany(piece => Enumerable.Range(piece.Start, piece.Text.Length))],
            Statement f => [.. f.Pieces.SelectMany(piece => Enumerable.Range(piece.Start, piece.Length))],
            _ => [],
        };
    }

    private static double Overlap(HashSet<int> one, HashSet<int> other) => (double)one.Count(other.Contains) / Math.Max(1, one.Union(other).Count());

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool AreSame(ExpectedOfficial expected, Official found) =>
        Same(expected.Name, found.Name)
        && Same(expected.Status, found.Status.ToString())
        && expected.Titles.Any(title => found.Roles.Any(role => Half(title, role.Title)));

    private static bool Half(string one, string other)
    {
        var (a, b) = (one.ToLowerInvariant().Split(' ').ToHashSet(), other.ToLowerInvariant().Split(' ').ToHashSet());
        return 2 * a.Count(b.Contains) >= Math.Max(a.Count, b.Count);
    }

    private static bool SameValue(JsonElement value, Figure figure)
    {
        var (low, high) = value.ValueKind == JsonValueKind.Array ? (value[0].GetDouble(), value[1].GetDouble()) : (value.GetDouble(), value.GetDouble());
        return Near(low, figure.Low) && Near(high, figure.High);

        static bool Near(double one, double other) => Math.Abs(one - other) <= .001 * Math.Max(1, Math.Abs(one));
    }

    private static string Sign(Bound bound) => bound switch
    {
        Bound.About => "~",
        Bound.AtLeast => ">",
        Bound.AtMost => "<",
        _ => "=",
    };

    private sealed record Scores(Score Statements, Score WhoSaidWhat, Score Officials, Score Figures, Score Dates);

    /// <summary>F1 of one layer, and what was missed and made up, for whoever has to mend it.</summary>
    private sealed class Score(string layer)
    {
        private readonly List<string> faults = [];
        private int right;
        private int expected;
        private int found;

        public void Count<TExpected, TFound>(string article, IReadOnlyCollection<TExpected> wanted, IReadOnlyCollection<TFound> given, Func<TExpected, string> wantedWords, Func<TFound, string> givenWords, Func<TExpected, TFound, bool> areSame)
        {
            var left = given.ToList();
            foreach (var one in wanted)
            {
                if (left.FindIndex(other => areSame(one, other)) is >= 0 and var at)
                {
                    left.RemoveAt(at);
                    right++;
                }
                else
                {
                    faults.Add($"{article}: missed {wantedWords(one)}");
                }
            }

            faults.AddRange(left.Select(other => $"{article}: made up {givenWords(other)}"));
            (expected, found) = (expected + wanted.Count, found + given.Count);
        }

        public void AtLeast(double floor)
        {
            var f1 = 2.0 * right / Math.Max(1, expected + found);
            TestContext.Current.TestOutputHelper?.WriteLine($"{layer}: F1 {f1:P1}, {right} right of {expected} expected and {found} found");
            Assert.True(f1 >= floor, $"{layer}: F1 {f1:P1} is below {floor:P0}.\n{string.Join('\n', faults)}");
        }
    }
}

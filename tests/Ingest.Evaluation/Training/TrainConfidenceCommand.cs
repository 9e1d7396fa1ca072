using System.Globalization;
using System.Text.Json;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Extraction.Statements.Contents;
using Ingest.Extraction.Statements.Speakers;

namespace Ingest.Evaluation.Training;

/// <summary>Trains the confidence of statements on annotated articles and says how far off it is on articles left out.</summary>
internal static class TrainConfidenceCommand
{
    private const int Folds = 10, Rounds = 2000;
    private const double Rate = .5, Decay = 1.0;

    /// <summary>Articles that the rules were not made on are a little harder; measured confidence is taken down by as much.</summary>
    private const double CeilingOfUnseen = .97;

    public static int Run(string output, IEnumerable<string> gold)
    {
        var articles = gold.SelectMany(File.ReadLines).Select(line => Lesson(JsonDocument.Parse(line).RootElement)).Where(article => article.Count > 0).ToList();
        var leftOut = new List<(double Said, bool Right)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Fit(articles.Where((_, i) => i % Folds != fold).SelectMany(article => article).ToList());
            leftOut.AddRange(articles.Where((_, i) => i % Folds == fold).SelectMany(article => article).Select(example => (Said(model, example), example.Right)));
        }

        var bins = leftOut.GroupBy(said => Math.Min(9, (int)(10 * said.Said))).OrderBy(bin => bin.Key).ToList();
        Console.Error.WriteLine("left out (said, right, of)  " + string.Join("  ", bins.Select(bin => $"{bin.Average(b => b.Said):0.00} {bin.Average(b => b.Right ? 1.0 : 0):0.00} {bin.Count()}")));
        Console.Error.WriteLine($"calibration error {100 * bins.Sum(bin => Math.Abs(bin.Sum(b => b.Said - (b.Right ? 1 : 0)))) / leftOut.Count:0.0}");

        var weights = Fit(articles.SelectMany(article => article).ToList());
        File.WriteAllLines(output,
        [
            "# What makes a statement sure or doubtful, and by how much: the weights of a logistic regression, trained by",
            "# tests/Ingest.Evaluation (train-confidence) on the evaluation kit's invented domain set, which is ours. The ceiling is what any",
            "# probability is multiplied with. Sorted.",
            .. weights.Append(KeyValuePair.Create(ConfidenceModel.Ceiling, CeilingOfUnseen)).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}\t{w.Value.ToString("0.###", CultureInfo.InvariantCulture)}"),
        ]);
        return 0;
    }

    private sealed record Example((string Name, double Value)[] Features, bool Right);

    private static List<Example> Lesson(JsonElement document)
    {
        var text = document.GetProperty("text").GetString()!;
        var tagged = TaggedText.Of(TokenisedText.Of(text));
        var contents = ContentFinder.Find(tagged);
        var speakers = SpeakerResolver.Resolve(Cast.Of(MarkedText.Of(tagged)), contents);
        var gold = document.GetProperty("quotes").EnumerateArray().Select(quote => (Words: Words(quote), Name: quote.TryGetProperty("speaker_full", out var name) ? name.GetString() : null)).ToList();
        return [.. contents.Zip(speakers).Select(found => new Example([.. ConfidenceModel.Features(found.First, found.Second)], IsRight(gold, found.First, found.Second)))];
    }

    private static bool IsRight(List<(HashSet<int> Words, string? Name)> gold, AttributedContent content, Resolution speaker)
    {
        var words = content.Pieces.SelectMany(piece => Enumerable.Range(piece.Start, piece.Length)).ToHashSet();
        return gold.Any(g => 2 * g.Words.Count(words.Contains) >= g.Words.Union(words).Count() && (g.Name is null || OfficialKey.Of(g.Name) == OfficialKey.Of(speaker.Speaker.FullName ?? "")));
    }

    private static HashSet<int> Words(JsonElement quote) =>
        [.. quote.GetProperty("spans").EnumerateArray().SelectMany(span => Enumerable.Range(span[0].GetInt32(), span[1].GetInt32() - span[0].GetInt32()))];

    private static Dictionary<string, double> Fit(List<Example> examples)
    {
        var weights = new Dictionary<string, double>();
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new Dictionary<string, double>();
            foreach (var example in examples)
            {
                var error = (example.Right ? 1 : 0) - ConfidenceModel.Logistic(Score(weights, example));
                foreach (var (name, value) in example.Features) gradient[name] = gradient.GetValueOrDefault(name) + (error * value);
            }

            foreach (var (name, slope) in gradient)
            {
                var weight = weights.GetValueOrDefault(name);
                weights[name] = weight + (Rate * (slope - (name == "bias" ? 0 : Decay * weight)) / examples.Count);
            }
        }

        return weights;
    }

    private static double Said(Dictionary<string, double> weights, Example example) => CeilingOfUnseen * ConfidenceModel.Logistic(Score(weights, example));

    private static double Score(Dictionary<string, double> weights, Example example) => example.Features.Sum(f => weights.GetValueOrDefault(f.Name) * f.Value);
}

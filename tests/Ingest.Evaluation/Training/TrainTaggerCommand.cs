using System.Text;
using Ingest.Extraction.Language;

namespace Ingest.Evaluation.Training;

/// <summary>Trains the part-of-speech tagger on folders of CoNLL-U and says how it does on documents held out.</summary>
internal static class TrainTaggerCommand
{
    private const int Rounds = 6;
    private const int RareLabel = 12;

    /// <summary>How often a feature has to occur.</summary>
    private const int RareFeature = 2;

    /// <summary>The lexicon holds words that occur so often.</summary>
    private const int KnownCount = 3;

    /// <summary>A word is plain that occurs so often and has one label so surely.</summary>
    private const int PlainCount = 30;

    private const double PlainShare = 0.995;

    public static int Run(string model, string heldOutList, string houseStyle, IEnumerable<string> folders)
    {
        var heldOut = File.ReadAllLines(heldOutList).ToHashSet();
        var documents = folders.SelectMany(Treebank.Documents).ToList();
        var training = documents.Where(d => !heldOut.Contains(d.Id)).Select(Lesson.Of).ToList();
        var labels = training.SelectMany(l => l.Labels).OfType<string>().GroupBy(l => l).Where(g => g.Count() >= RareLabel).Select(g => g.Key).Order(StringComparer.Ordinal).ToList();
        Console.Error.WriteLine($"{training.Count} documents, {training.Sum(l => l.Labels.Count(x => x is not null))} words, {labels.Count} labels");
        var lexicon = Lexicon(training, labels);
        var perceptron = Train([.. training, Lesson.Of(Treebank.HouseStyle(houseStyle))], labels, lexicon);
        using (var file = new BinaryWriter(File.Create(model), Encoding.UTF8))
        {
            LinearModel.Write(file, labels, perceptron.Average(), 12);
            lexicon.Write(file);
        }

        Console.Error.WriteLine($"{new FileInfo(model).Length / 1e6:0.0} MB");
        foreach (var set in documents.Where(d => heldOut.Contains(d.Id)).GroupBy(d => d.Id.StartsWith("GUM", StringComparison.Ordinal) ? "GUM" : "EWT"))
            Report(set.Key, model, set.Select(Lesson.Of).ToList());
        return 0;
    }

    private static AveragedPerceptron Train(List<Lesson> lessons, List<string> labels, TaggerLexicon lexicon)
    {
        var perceptron = new AveragedPerceptron(labels.Count);
        var parsed = labels.Select(PartOfSpeechTagger.Parse).ToArray();
        var index = labels.Select((label, i) => (label, i)).ToDictionary(l => l.label, l => l.i);
        var features = new ulong[PartOfSpeechTagger.FeatureCount];
        var scores = new float[labels.Count];
        var usual = new Dictionary<Lesson, byte[]>(ReferenceEqualityComparer.Instance);
        foreach (var lesson in lessons) usual[lesson] = PartOfSpeechTagger.UsualLabels(lesson.Text, lesson.Forms, lexicon);
        var common = CommonFeatures(lessons, index, parsed, usual);
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            int right = 0, all = 0;
            foreach (var lesson in lessons.OrderBy(_ => random.Next()))
            {
                foreach (var (t, paragraph, last, before) in lesson.Walk(t => lesson.Guess[t] >= 0 ? parsed[lesson.Guess[t]] : default))
                {
                    if (lexicon.Plain(lesson.Forms[t]) is { } only)
                    {
                        lesson.Guess[t] = only;
                        continue;
                    }

                    if (lesson.Labels[t] is not { } gold || !index.TryGetValue(gold, out var want)) continue;
                    PartOfSpeechTagger.Features(lesson.Forms, usual[lesson], paragraph, t, last, before, features);
                    var kept = features.Where(common.Contains).ToArray();
                    perceptron.Score(kept, scores);
                    var best = Array.IndexOf(scores, scores.Max());
                    perceptron.Learn(kept, want, best);
                    lesson.Guess[t] = best;
                    all++;
                    if (best == want) right++;
                }
            }

            Console.Error.WriteLine($"round {round + 1}: {100.0 * right / all:0.00}%");
        }

        return perceptron;
    }

    private static TaggerLexicon Lexicon(List<Lesson> lessons, List<string> labels) => new(lessons
        .SelectMany(lesson => lesson.Labels.Select((label, t) => (Label: label, lesson.Forms[t].Word)))
        .Where(word => word.Label is not null && labels.Contains(word.Label))
        .GroupBy(word => word.Word, word => word.Label!)
        .Where(word => word.Count() >= KnownCount)
        .ToDictionary(word => word.Key, word => Entry([.. word], labels)));

    private static TaggerLexicon.Entry Entry(List<string> told, List<string> labels)
    {
        var most = told.GroupBy(label => label).OrderByDescending(label => label.Count()).ThenBy(label => label.Key, StringComparer.Ordinal).First();
        return new TaggerLexicon.Entry((byte)labels.IndexOf(most.Key), told.Count >= PlainCount && most.Count() >= PlainShare * told.Count);
    }

    // Counted under the gold tags.
    private static HashSet<ulong> CommonFeatures(List<Lesson> lessons, Dictionary<string, int> index, PartOfSpeech[] parsed, Dictionary<Lesson, byte[]> usual)
    {
        var counts = new Dictionary<ulong, int>();
        var features = new ulong[PartOfSpeechTagger.FeatureCount];
        foreach (var lesson in lessons)
        {
            foreach (var (t, paragraph, last, before) in lesson.Walk(t => lesson.Labels[t] is { } l && index.TryGetValue(l, out var i) ? parsed[i] : default))
            {
                PartOfSpeechTagger.Features(lesson.Forms, usual[lesson], paragraph, t, last, before, features);
                foreach (var feature in features) counts[feature] = counts.GetValueOrDefault(feature) + 1;
            }
        }

        return [.. counts.Where(c => c.Value >= RareFeature).Select(c => c.Key)];
    }

    private static void Report(string set, string model, List<Lesson> lessons)
    {
        using var reader = new BinaryReader(File.OpenRead(model));
        var tagger = PartOfSpeechTagger.Read(reader);
        int all = 0, whole = 0, classes = 0, tags = 0;
        var confusions = new Dictionary<(PennTag, PennTag), int>();
        foreach (var lesson in lessons)
        {
            var tagged = tagger.Tag(lesson.Text, lesson.Forms);
            for (var t = 0; t < tagged.Length; t++)
            {
                if (lesson.Labels[t] is not { } label) continue;
                var gold = PartOfSpeechTagger.Parse(label);
                all++;
                if (gold == tagged[t]) whole++;
                if (gold.Class == tagged[t].Class) classes++;
                if (gold.Tag == tagged[t].Tag) tags++;
                else confusions[(gold.Tag, tagged[t].Tag)] = confusions.GetValueOrDefault((gold.Tag, tagged[t].Tag)) + 1;
            }
        }

        Console.Error.WriteLine($"{set}: {all} words, class {100.0 * classes / all:0.00}%, Penn tag {100.0 * tags / all:0.00}%, all {100.0 * whole / all:0.00}%");
        foreach (var c in confusions.OrderByDescending(c => c.Value).Take(12)) Console.Error.WriteLine($"  {c.Key.Item1} taken for {c.Key.Item2}: {c.Value}");
    }
}

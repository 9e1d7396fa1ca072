using System.Globalization;
using Ingest.Extraction.Statements.Speakers;

namespace Ingest.Extraction.Statements;

/// <summary>
/// How sure a statement is: a logistic regression over how its content and its speaker were found, trained by
/// tests/Ingest.Evaluation ("train-confidence"). Of the statements said with 0.9, nine in ten should be right, words and full name.
/// </summary>
internal sealed class ConfidenceModel(IReadOnlyDictionary<string, double> weights)
{
    /// <summary>The name of the ceiling among the weights: no statement is surer, since no article is as easy as those learned from.</summary>
    public const string Ceiling = "ceiling";

    private static readonly Lazy<ConfidenceModel> Shipped = new(() => new ConfidenceModel(
        DataFile.Rows("Extraction/Data/confidence-weights.txt").ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture))));

    /// <summary>The model with the weights that ship in the library.</summary>
    public static ConfidenceModel Default => Shipped.Value;

    /// <summary>The probability, 0 to 1, that the statement's words and its speaker's full name are right.</summary>
    public double Of(AttributedContent content, Resolution speaker) =>
        Math.Round(weights.GetValueOrDefault(Ceiling, 1) * Logistic(Features(content, speaker).Sum(f => weights.GetValueOrDefault(f.Name) * f.Value)), 3);

    /// <summary>What the model sees of a statement.</summary>
    public static IEnumerable<(string Name, double Value)> Features(AttributedContent content, Resolution speaker)
    {
        yield return ("bias", 1);
        yield return ("kind " + content.Kind, 1);
        yield return ("form " + content.Form, 1);
        yield return ("speaker by " + speaker.Speaker.ResolvedBy, 1);
        yield return ("speaker", Logit(speaker.Confidence));
        if (content.Cue is { } cue) yield return (PlainCues.Contains(cue.Text) ? "cue plain" : "cue other", 1);
        if (content.Pieces.Length > 1) yield return ("pieces", 1);
        var length = content.Pieces.Sum(piece => piece.Length);
        if (length < Short) yield return ("short", 1);
        if (length > Long) yield return ("long", 1);
        if (content.Mention is null && content.Cue is not null) yield return ("no mention", 1);
        // A name that nothing else in the article bears out, or one as long as a phrase, may hold more than a name.
        if (speaker is { Person: null, Speaker.Kind: SpeakerKind.Person or SpeakerKind.Organisation }) yield return ("name alone", 1);
        if (speaker.Speaker.FullName is { } name && name.Count(c => c == ' ') >= LongName) yield return ("name long", 1);
    }

    // The cues that hardly ever mean anything but a saying.
    private static readonly HashSet<string> PlainCues = new(["said", "says", "told", "added", "according to", "adding", "wrote"], StringComparer.OrdinalIgnoreCase);

    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    // In UTF-16 units: contents of a few words, and those of many clauses.
    private const int Short = 25, Long = 300;

    // In spaces: names have three words, most often.
    private const int LongName = 5;

    private static double Logit(double p) => Math.Log(Math.Clamp(p, 0.02, 0.98) / (1 - Math.Clamp(p, 0.02, 0.98)));
}

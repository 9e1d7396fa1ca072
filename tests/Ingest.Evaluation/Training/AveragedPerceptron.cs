using System.Runtime.InteropServices;

namespace Ingest.Evaluation.Training;

/// <summary>A perceptron whose weights are the average over all steps of its training (Collins 2002).</summary>
internal sealed class AveragedPerceptron(int labels)
{
    private readonly Dictionary<ulong, Row> rows = [];
    private long step = 1;

    /// <summary>Adds up the weights of the features, one score a label.</summary>
    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            if (!rows.TryGetValue(feature, out var row)) continue;
            for (var label = 0; label < scores.Length; label++) scores[label] += row.Weights[label];
        }
    }

    /// <summary>Moves the weights towards the right label where it was not the one predicted.</summary>
    public void Learn(ReadOnlySpan<ulong> features, int right, int predicted)
    {
        step++;
        if (right == predicted) return;
        foreach (var feature in features)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, feature, out var known);
            if (!known) row = new Row(new float[labels], new float[labels]);
            row.Weights[right]++;
            row.Sums[right] += step;
            row.Weights[predicted]--;
            row.Sums[predicted] -= step;
        }
    }

    /// <summary>The averages of the features that were updated often enough to be trusted.</summary>
    public IEnumerable<KeyValuePair<ulong, float[]>> Average() =>
        rows.Select(row => KeyValuePair.Create(row.Key, row.Value.Weights.Select((w, label) => w - (row.Value.Sums[label] / step)).ToArray()));

    private readonly record struct Row(float[] Weights, float[] Sums);
}

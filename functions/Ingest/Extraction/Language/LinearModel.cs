using System.Numerics;
using System.Text;

namespace Ingest.Extraction.Language;

/// <summary>
/// A sparse linear classifier: each feature, a 64-bit hash, carries small weights for the labels it speaks for or against.
/// Features are told apart by 32 bits of their hash: a strange feature is taken for a known one less than once in ten thousand.
/// </summary>
/// <remarks>
/// The file, little-endian: the labels (a count and strings), the number of features, then of each feature its 32 bits, the number
/// of its weights and pairs of label and weight, a byte each.
/// </remarks>
internal sealed class LinearModel
{
    private readonly Slot[] slots;
    private readonly byte[] pairs;

    private LinearModel(string[] labels, Slot[] slots, byte[] pairs)
    {
        Labels = labels;
        this.slots = slots;
        this.pairs = pairs;
    }

    /// <summary>What a score stands for, by index.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Adds the feature's weights to the scores, one a label; a feature that training never saw adds nothing.</summary>
    public void Add(ulong feature, Span<int> scores)
    {
        var key = Key(feature);
        var mask = slots.Length - 1;
        for (var i = (int)(feature & (ulong)mask); slots[i].Start != 0; i = (i + 1) & mask)
        {
            if (slots[i].Key != key) continue;
            var p = slots[i].Start;
            for (var end = p + 1 + 2 * pairs[p++]; p < end; p += 2) scores[pairs[p]] += (sbyte)pairs[p + 1];
            return;
        }
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var labels = new string[reader.ReadByte()];
        for (var i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        var count = reader.ReadInt32();
        var slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)count * 2 + 1)];
        var size = reader.ReadInt32();
        var file = reader.ReadBytes(size);
        var mask = slots.Length - 1;
        for (int n = 0, p = 0; n < count; n++)
        {
            var key = BitConverter.ToUInt32(file, p);
            var home = BitConverter.ToUInt32(file, p + 4);
            var i = (int)home & mask;
            while (slots[i].Start != 0) i = (i + 1) & mask;
            slots[i] = new Slot(key, p + 8);
            p += 9 + 2 * file[p + 8];
        }

        return new LinearModel(labels, slots, file);
    }

    /// <summary>Writes a model that <see cref="Read"/> reads; weights are rounded to a byte, features left without one are dropped.</summary>
    /// <param name="writer">Takes the file.</param>
    /// <param name="labels">At most 255.</param>
    /// <param name="weights">By feature, one weight a label.</param>
    /// <param name="scale">What a weight is multiplied with before it is rounded.</param>
    public static void Write(BinaryWriter writer, IReadOnlyList<string> labels, IEnumerable<KeyValuePair<ulong, float[]>> weights, double scale)
    {
        writer.Write((byte)labels.Count);
        foreach (var label in labels) writer.Write(label);
        using var body = new MemoryStream();
        using var features = new BinaryWriter(body, Encoding.UTF8);
        var count = 0;
        foreach (var (feature, row) in weights.OrderBy(w => w.Key))
        {
            var kept = row.Select((w, label) => (Label: (byte)label, Weight: (sbyte)Math.Clamp(Math.Round(w * scale), -127, 127))).Where(w => w.Weight != 0).ToList();
            if (kept.Count == 0) continue;
            count++;
            features.Write(Key(feature));
            features.Write((uint)feature);
            features.Write((byte)kept.Count);
            foreach (var (label, weight) in kept)
            {
                features.Write(label);
                features.Write(weight);
            }
        }

        writer.Write(count);
        writer.Write((int)body.Length);
        body.WriteTo(writer.BaseStream);
    }

    private static uint Key(ulong feature) => (uint)(feature >> 32);

    private readonly record struct Slot(uint Key, int Start);
}

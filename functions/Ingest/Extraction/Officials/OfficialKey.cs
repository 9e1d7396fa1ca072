using Ingest.Extraction.Language;

namespace Ingest.Extraction.Officials;

/// <summary>
/// The key that all forms of one name share: its words in plain letters, without nickname, initials, patronymic particles and
/// generation, sorted, so that "Fumio Arai" and "Arai Fumio", "Lê Thị Hoa" and "Le Thi Hoa" meet. Officials are looked up by it.
/// </summary>
public static class OfficialKey
{
    /// <summary>A key's length at most; a longer name keeps its first words.</summary>
    public const int MaxLength = 120;

    private static readonly HashSet<string> Particles = DataFile.Words("Extraction/Data/name-particles.txt");

    private static readonly Dictionary<string, string> Spellings = DataFile.Rows("Extraction/Data/name-spellings.txt")
        .SelectMany(row => row[1].Split(' ').Select(other => KeyValuePair.Create(other, row[0])))
        .ToDictionary();

    /// <summary>Only lower-case letters, digits and '-', fit for a row key as it is; never empty. Letters of other scripts stay.</summary>
    public static string Of(string name)
    {
        var words = Words(name);
        var key = string.Join('-', words.Order(StringComparer.Ordinal));
        if (key.Length > MaxLength) key = key[..MaxLength].TrimEnd('-');
        return key.Length == 0 ? "unnamed" : key;
    }

    /// <summary>The words of a name that tell it apart, folded, in their order.</summary>
    internal static IReadOnlyList<string> Words(string name)
    {
        var all = WithoutNicknames(LatinFolding.Fold(name))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Particles.Contains(word.TrimEnd('.', ',')))
            .Select(word => Spelling(new string([.. word.Where(char.IsLetterOrDigit)])))
            .Where(word => word.Length > 0)
            .ToList();
        var telling = all.Where(word => word.Length > 1).ToList();
        return telling.Count > 0 ? telling : all;
    }

    private static string Spelling(string word) => Spellings.GetValueOrDefault(word, word);

    // What stands in quotation marks or brackets inside a name is a nickname.
    private static string WithoutNicknames(string name)
    {
        Span<char> kept = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        var inside = false;
        foreach (var c in name)
        {
            if (c is '“' or '”' or '"' or '(' or ')')
            {
                inside = c != ')' && c != '”' && (c is '“' or '(' || !inside);
                kept[length++] = ' ';
            }
            else if (!inside)
            {
                kept[length++] = c;
            }
        }

        return new string(kept[..length]);
    }
}

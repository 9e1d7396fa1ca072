namespace Ingest.Extraction.Names;

/// <summary>What an honorific says of its bearer.</summary>
internal enum Gender : byte
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>He.</summary>
    Male,

    /// <summary>She.</summary>
    Female,
}

/// <summary>The word lists of names, bodies and places, looked up by <see cref="WordKey"/>.</summary>
internal static class NameWords
{
    private static readonly Dictionary<ulong, WordTraits> Traits = ReadTraits();

    /// <summary>Honorifics with the gender that they tell.</summary>
    public static PhraseTable<Gender> Honorifics { get; } = new(
        DataFile.Rows("Extraction/Data/honorifics.txt").Select(row => KeyValuePair.Create(row[0], GenderOf(row[1]))));

    /// <summary>Countries, provinces and cities.</summary>
    public static PhraseTable<bool> Places { get; } = new(
        DataFile.Lines("Extraction/Data/places.txt").Select(place => KeyValuePair.Create(place, true)));

    public static WordTraits Of(ulong key) => Traits.GetValueOrDefault(key);

    private static Gender GenderOf(string letter) => letter switch
    {
        "m" => Gender.Male,
        "f" => Gender.Female,
        _ => Gender.Unknown,
    };

    private static Dictionary<ulong, WordTraits> ReadTraits()
    {
        var traits = new Dictionary<ulong, WordTraits>();
        foreach (var row in DataFile.Rows("Extraction/Data/given-names.txt"))
            Add(row[0], WordTraits.Given | (row[1] == "m" ? WordTraits.Male : row[1] == "f" ? WordTraits.Female : 0));
        foreach (var row in DataFile.Rows("Extraction/Data/family-names.txt")) Add(row[0], WordTraits.Family);
        foreach (var row in DataFile.Rows("Extraction/Data/body-heads.txt")) Add(row[0], row[1] == "strict" ? WordTraits.BodyHead : WordTraits.LooseBodyHead);
        foreach (var (file, trait) in new[]
        {
            ("body-words", WordTraits.BodyWord),
            ("place-heads", WordTraits.PlaceHead),
            ("demonyms", WordTraits.Demonym),
            ("calendar-words", WordTraits.Calendar),
            ("document-nouns", WordTraits.Document),
            ("name-particles-inner", WordTraits.Particle),
            ("sentence-openers", WordTraits.Opener),
        })
        {
            foreach (var line in DataFile.Lines($"Extraction/Data/{file}.txt")) Add(line, trait);
        }

        return traits;

        void Add(string word, WordTraits trait)
        {
            var key = WordKey.Of(word);
            traits[key] = traits.GetValueOrDefault(key) | trait;
        }
    }
}

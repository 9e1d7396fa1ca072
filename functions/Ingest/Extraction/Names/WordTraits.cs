namespace Ingest.Extraction.Names;

/// <summary>What the word lists know of one word; a word may be several things.</summary>
[Flags]
internal enum WordTraits
{
    /// <summary>In no list.</summary>
    None = 0,

    /// <summary>A man's given name.</summary>
    Male = 1,

    /// <summary>A woman's given name.</summary>
    Female = 1 << 1,

    /// <summary>A given name of either.</summary>
    Given = 1 << 2,

    /// <summary>A family name.</summary>
    Family = 1 << 3,

    /// <summary>Makes a body of the name that it stands in: ministry, association.</summary>
    BodyHead = 1 << 4,

    /// <summary>Makes a body only in company: house, press.</summary>
    LooseBodyHead = 1 << 5,

    /// <summary>Stands in the names of bodies and offices: agriculture, rural.</summary>
    BodyWord = 1 << 6,

    /// <summary>Makes a place of the name beside it: district, river.</summary>
    PlaceHead = 1 << 7,

    /// <summary>A country, province or city.</summary>
    Place = 1 << 8,

    /// <summary>Of a country, people or creed: Khmer, Thai.</summary>
    Demonym = 1 << 9,

    /// <summary>A weekday, a month, yesterday.</summary>
    Calendar = 1 << 10,

    /// <summary>Speaks without being a person or body: report, post.</summary>
    Document = 1 << 11,

    /// <summary>In the middle of names: bin, de, van.</summary>
    Particle = 1 << 12,

    /// <summary>Opens sentences, capital there without being a name: The, In, As.</summary>
    Opener = 1 << 13,
}

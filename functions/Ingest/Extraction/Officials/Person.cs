using System.Collections.Immutable;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>A person whom an article names.</summary>
/// <param name="Name">The fullest form, without honorific and rank.</param>
/// <param name="Fullest">The mention that the name was taken from.</param>
/// <param name="Gender">As honorifics, nouns and given names tell.</param>
/// <param name="IsGenderSure">Whether more than a given name tells the gender.</param>
/// <param name="Age">In years, or null.</param>
/// <param name="Roles">Offices and trades in the order of the text, each once.</param>
/// <param name="Mentions">Every place where the person is named, in order.</param>
/// <param name="IsCertain">Whether the words around a mention prove that this is a person.</param>
/// <param name="IsDead">Whether the article tells of the death.</param>
internal sealed record Person(
    string Name,
    PersonMention Fullest,
    Gender Gender,
    bool IsGenderSure,
    int? Age,
    ImmutableArray<ReadRole> Roles,
    ImmutableArray<PersonMention> Mentions,
    bool IsCertain,
    bool IsDead);

namespace Ingest.Queries;

/// <summary>A word of a text, made ready for search.</summary>
/// <param name="Surface">Folded: lower case, plain letters, without the possessive.</param>
/// <param name="Stem">What all forms of the word share.</param>
/// <param name="IsStop">Whether it says nothing about what the text is of.</param>
/// <param name="Position">Its place among the words of the text, from 0.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct Word(string Surface, string Stem, bool IsStop, int Position, int Start, int End);

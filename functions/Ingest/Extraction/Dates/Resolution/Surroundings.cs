namespace Ingest.Extraction.Dates.Resolution;

/// <summary>What an expression is resolved against.</summary>
/// <param name="Published">The day of publication in the publisher's time zone.</param>
/// <param name="Speaking">The day that "today" counts from: of speaking inside a quote, else of publication.</param>
/// <param name="Tense">The tense of its sentence.</param>
/// <param name="Sentence">The index of its sentence.</param>
/// <param name="Paragraph">The index of its paragraph.</param>
/// <param name="IsHabit">Whether the sentence tells of a habit, so that a time of day names no day.</param>
/// <param name="Day">The one day that the sentence has just named, which a time of day behind it is of.</param>
internal readonly record struct Surroundings(DateOnly? Published, DateOnly? Speaking, TenseReading Tense, int Sentence, int Paragraph, bool IsHabit, DateOnly? Day = null);

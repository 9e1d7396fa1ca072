namespace Ingest.Evaluation.Specs;

/// <summary>What a specification tests.</summary>
internal enum SpecKind
{
    Number,
    Percent,
    Money,
    Measure,
    Date,
}

/// <summary>One case: an input on a day, and everything that is to be found in it.</summary>
internal sealed record Spec(SpecKind Kind, string Input, DateOnly? Today, SpecResult[] Results);

/// <summary>What is to be found, the end exclusive.</summary>
internal sealed record SpecResult(string Text, int Start, int End, string? TypeName, string? Value, string? Unit, SpecDate[] Dates);

/// <summary>One reading of a date: "XXXX-WXX-5" reads as the Friday before and the one after.</summary>
internal sealed record SpecDate(string? Timex, string? Type, string? Value, string? Start, string? End);

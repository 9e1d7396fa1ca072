using Ingest.Extraction.Dates;
using Ingest.Extraction.Figures;
using Ingest.Extraction.Language;

namespace Ingest.Tests.Extraction.Figures;

/// <summary>Writes down what is counted in a sentence, so that a case is one line: "15,000 &gt;15000 national".</summary>
internal static class Counted
{
    public static IReadOnlyList<Figure> In(string text)
    {
        var tagged = TaggedText.Of(TokenisedText.Of(text));
        return new FigureExtractor().Extract(tagged, new DateExtractor().Extract(tagged, new DateOnly(2025, 11, 12)));
    }

    /// <summary>Every figure with its span, bound, value and unit.</summary>
    public static string Values(string text) => string.Join(" / ", In(text).Select(figure => $"{figure.Text} {Value(figure)} {figure.Unit}"));

    private static string Value(Figure figure) => FormattableString.Invariant($"{Sign(figure.Bound)}{figure.Low:0.####}{(figure.IsRange ? ".." : "")}{(figure.IsRange ? figure.High : null):0.####}");

    private static string Sign(Bound bound) => bound switch { Bound.About => "~", Bound.AtLeast => ">", Bound.AtMost => "<", _ => "" };
}

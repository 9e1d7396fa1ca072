using System.Text.Json;

namespace Ingest.Evaluation.Specs;

/// <summary>
/// Runs the English specifications of microsoft/Recognizers-Text (MIT) that a newspaper could print: numbers, percentages, money,
/// dimensions, ages, temperatures and dates. Prints the share that comes out right by kind, and every case that does not.
/// </summary>
internal static class SpecsCommand
{
    private static readonly (string Path, SpecKind Kind)[] Suites =
    [
        ("Number/English/NumberModel.json", SpecKind.Number),
        ("Number/English/PercentModel.json", SpecKind.Percent),
        ("NumberWithUnit/English/CurrencyModel.json", SpecKind.Money),
        ("NumberWithUnit/English/DimensionModel.json", SpecKind.Measure),
        ("NumberWithUnit/English/AgeModel.json", SpecKind.Measure),
        ("NumberWithUnit/English/TemperatureModel.json", SpecKind.Measure),
        ("DateTime/English/DateTimeModel.json", SpecKind.Date),
    ];

    public static int Run(string folder)
    {
        int right = 0, printed = 0;
        var skipped = new SortedDictionary<string, int>();
        foreach (var (path, kind) in Suites)
        {
            int rightHere = 0, printedHere = 0;
            foreach (var spec in Read(Path.Combine(folder, path), kind))
            {
                if (Newsprint.WhyNot(spec) is { } reason)
                {
                    skipped[reason] = skipped.GetValueOrDefault(reason) + 1;
                    continue;
                }

                printedHere++;
                if (SpecCheck.WhatIsWrong(spec) is not { } wrong) rightHere++;
                else Console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}\t{wrong}\t{spec.Input}");
            }

            Console.Error.WriteLine($"{Share(rightHere, printedHere)}  {path}");
            right += rightHere;
            printed += printedHere;
        }

        Console.Error.WriteLine($"{Share(right, printed)}  all that a newspaper could print");
        foreach (var (reason, count) in skipped) Console.Error.WriteLine($"{count,6} left out: {reason}");
        return 0;
    }

    private static string Share(int right, int of) => $"{right,6} of {of,4} right, {100.0 * right / Math.Max(1, of):0.0}%";

    private static IEnumerable<Spec> Read(string path, SpecKind kind)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        foreach (var spec in document.RootElement.EnumerateArray())
        {
            DateOnly? today = spec.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var reference)
                ? DateOnly.FromDateTime(reference.GetDateTime())
                : null;
            yield return new Spec(kind, Newsprint.Capitals(spec.GetProperty("Input").GetString()!), today, [.. spec.GetProperty("Results").EnumerateArray().Where(result => result.TryGetProperty("Start", out _)).Select(Expected)]);
        }
    }

    private static SpecResult Expected(JsonElement result)
    {
        var resolution = result.TryGetProperty("Resolution", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        var values = resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out var dates)
            ? dates.EnumerateArray().Select(date => new SpecDate(Text(date, "timex"), Text(date, "type"), Text(date, "value"), Text(date, "start"), Text(date, "end"))).ToArray()
            : [];
        return new SpecResult(result.GetProperty("Text").GetString()!, result.GetProperty("Start").GetInt32(), result.GetProperty("End").GetInt32() + 1, Text(result, "TypeName"), Text(resolution, "value"), Text(resolution, "unit"), values);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String ? property.GetString() : null;
}

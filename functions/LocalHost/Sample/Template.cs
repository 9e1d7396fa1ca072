using System.Net;
using System.Text.RegularExpressions;

namespace Ingest.LocalHost.Sample;

/// <summary>
/// A page with holes, from Sample/Templates: <c>{{name}}</c> takes text, which is encoded; <c>{{{name}}}</c> takes markup as it is.
/// </summary>
internal sealed partial class Template(string text)
{
    /// <summary>The template of that file name, without its extension.</summary>
    public static Template Named(string name) => new(SampleFile.Text($"Sample/Templates/{name}.html"));

    /// <summary>Fills every hole; a hole that nothing was given for is an error of ours.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) => Hole().Replace(text, hole =>
        hole.Groups["markup"].Success ? values[hole.Groups["markup"].Value] : WebUtility.HtmlEncode(values[hole.Groups["text"].Value]));

    [GeneratedRegex(@"\{\{\{(?<markup>[a-z-]+)\}\}\}|\{\{(?<text>[a-z-]+)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();
}

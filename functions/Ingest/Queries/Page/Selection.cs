using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ingest.Queries.Page;

/// <summary>
/// What a reader has chosen, as the address bar holds it: the parameters of <c>GET /api/statements</c>, in their order there.
/// </summary>
internal sealed record Selection(string Path, ImmutableArray<(string Name, string Value)> Chosen)
{
    /// <summary>The parameters that choose statements, with the words that a reader sees for them.</summary>
    public static ImmutableArray<(string Name, string Words)> Filters { get; } =
    [
        ("q", "Words"),
        ("official", "Speaker"),
        ("title", "Office"),
        ("organisation", "Organisation"),
        ("source", "Source"),
        ("type", "Kind"),
        ("publishedFrom", "From"),
        ("publishedTo", "To"),
    ];

    private static readonly string[] Others = ["order", "cursor"];

    /// <summary>The value of a parameter, or null.</summary>
    public string? this[string name] => Chosen.FirstOrDefault(chosen => chosen.Name == name).Value;

    /// <summary>Whether nothing narrows the record.</summary>
    public bool IsEverything => !Chosen.Any(chosen => Filters.Any(filter => filter.Name == chosen.Name));

    /// <summary>Reads a request; parameters that mean nothing here and empty ones are left out.</summary>
    public static Selection From(HttpRequest request) => new(
        request.Path.Value ?? "/",
        [.. Filters.Select(filter => filter.Name).Concat(Others).Select(name => (name, request.Query[name].ToString().Trim())).Where(chosen => chosen.Item2.Length > 0)]);

    /// <summary>The same with one parameter changed, or left out where the value is null; a first page.</summary>
    public Selection With(string name, string? value)
    {
        var order = Filters.Select(filter => filter.Name).Concat(Others).ToList();
        var others = Chosen.Where(chosen => chosen.Name != name && chosen.Name != "cursor");
        if (value is not null) others = others.Append((name, value));
        return this with { Chosen = [.. others.OrderBy(chosen => order.IndexOf(chosen.Name))] };
    }

    /// <summary>The parameters alone, for the queries that everyone has.</summary>
    public QueryCollection Parameters => new(Chosen.ToDictionary(chosen => chosen.Name, chosen => new StringValues(chosen.Value)));

    /// <summary>The address of this view.</summary>
    public string Address => Path + Query;

    /// <summary>The address of the same selection in the interface for programs, in a format of its own.</summary>
    public string ApiAddress(string format) => (this with { Path = "/api/statements" }).With("format", format).Address;

    private string Query => Chosen.Length == 0 ? "" : "?" + string.Join('&', Chosen.Select(chosen => $"{chosen.Name}={Uri.EscapeDataString(chosen.Value)}"));
}

using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ingest.Sources;

/// <summary>
/// The built-in sources and those of the configuration: one line <c>Sources:id = address</c>, or one setting a line below
/// <c>Sources:id</c> as <see cref="SourceOptions"/> names them. A setting for a built-in id changes only what it names.
/// </summary>
public sealed class ConfiguredSources : IHostedService
{
    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">A source cannot be read; the message says what to change.</exception>
    public ConfiguredSources(IConfiguration configuration)
    {
        var all = BuiltInSources.All.ToBuilder();
        var wrong = new List<string>();
        foreach (var section in configuration.GetSection("Sources").GetChildren())
        {
            var id = section.Key.ToLowerInvariant();
            if (Written(section, wrong) is not { } written) continue;
            if (SourceDefinition.From(id, written, BuiltInSources.All.GetValueOrDefault(id), out var faults) is { } source) all[id] = source;
            wrong.AddRange(faults.Select(fault => $"Sources:{section.Key}, {fault.Setting}: {fault.Fault}"));
        }

        if (wrong.Count > 0) throw new OptionsValidationException("Sources", typeof(SourceOptions), wrong);
        All = all.ToImmutable();
    }

    /// <summary>All of them, by id.</summary>
    public ImmutableSortedDictionary<string, Source> All { get; }

    // Being asked for at start is what lets a mistake end the start.
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static SourceOptions? Written(IConfigurationSection section, List<string> wrong)
    {
        try
        {
            if (section.Value is null) return section.Get<SourceOptions>(binder => binder.ErrorOnUnknownConfiguration = true);
            if (Uri.TryCreate(section.Value, UriKind.Absolute, out var address)) return new SourceOptions { Url = address };
            wrong.Add($"Sources:{section.Key} is '{section.Value}'. Give an address, such as https://news.example/feed/.");
        }
        catch (InvalidOperationException e)
        {
            wrong.Add($"Sources:{section.Key}: {e.Message}");
        }

        return null;
    }
}

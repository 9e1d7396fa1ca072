using System.Text.Json;
using Ingest.LocalHost.Queues;

namespace Ingest.LocalHost;

/// <summary>The part of host.json that the local host obeys.</summary>
/// <param name="RoutePrefix">Put before every function's route.</param>
/// <param name="Queues">How queues are read.</param>
internal sealed record HostJson(string RoutePrefix, QueuesOptions Queues)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads host.json beside the application; what it does not say is as on the Functions host.</summary>
    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        return Parse(File.Exists(path) ? File.ReadAllText(path) : "{}");
    }

    /// <exception cref="LocalHostException">The text is not JSON or a value is out of its range.</exception>
    internal static HostJson Parse(string json)
    {
        try
        {
            var extensions = JsonSerializer.Deserialize<Root>(json, Format)?.Extensions;
            var queues = extensions?.Queues ?? new QueuesOptions();
            queues.Validate();
            return new HostJson(extensions?.Http?.RoutePrefix ?? "api", queues);
        }
        catch (JsonException problem)
        {
            throw new LocalHostException($"host.json cannot be read: {problem.Message}", problem);
        }
    }

    private sealed record Root(ExtensionsSection? Extensions);

    private sealed record ExtensionsSection(HttpSection? Http, QueuesOptions? Queues);

    private sealed record HttpSection(string? RoutePrefix);
}

using Microsoft.Extensions.Options;

namespace Ingest.Network;

/// <summary>Settings below <c>Network</c>.</summary>
public sealed class NetworkOptions
{
    /// <summary>Where publishers learn who reads them; part of the User-Agent. An http or https address, or none.</summary>
    public Uri? ContactUrl { get; set; }

    /// <summary>
    /// Endpoints as <c>host:port</c> that may be fetched from wherever they are: publishers inside one's own network.
    /// Every other host must be public and on port 80 or 443.
    /// </summary>
    public string[] AllowedHosts { get; set; } = [];

    /// <summary>The least time between the end of one request to a host and the start of the next.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The most time that one fetch may take, all redirects and the last byte included.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What publishers see as the User-Agent; its first word is what robots.txt calls us.</summary>
    public string UserAgent => ContactUrl is null ? "Ingest/1.0" : $"Ingest/1.0 (+{ContactUrl})";
}

/// <summary>Says at start what is wrong with the settings and what to write instead.</summary>
internal sealed class NetworkOptionsCheck : IValidateOptions<NetworkOptions>
{
    public ValidateOptionsResult Validate(string? name, NetworkOptions options)
    {
        var faults = new List<string>();
        if (options.ContactUrl is { } contact && (!contact.IsAbsoluteUri || contact.Scheme is not ("http" or "https")))
            faults.Add($"Network:ContactUrl is '{contact}'. Give an absolute http or https address, such as https://example.org/about-our-reader.");
        foreach (var host in options.AllowedHosts.Where(host => !Endpoint.TryParse(host, out _)))
            faults.Add($"Network:AllowedHosts holds '{host}'. Give host and port, such as intranet.example.org:8080.");
        if (options.Pause < TimeSpan.Zero || options.Pause > TimeSpan.FromMinutes(10))
            faults.Add($"Network:Pause is {options.Pause}. Give a time between 00:00:00 and 00:10:00.");
        if (options.Deadline < TimeSpan.FromSeconds(1) || options.Deadline > TimeSpan.FromMinutes(5))
            faults.Add($"Network:Deadline is {options.Deadline}. Give a time between 00:00:01 and 00:05:00.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}

using Microsoft.Extensions.Options;

namespace Ingest.Sources;

/// <summary>Settings below <c>Polling</c>: how often a source is asked, whatever it publishes.</summary>
public sealed class PollingOptions
{
    /// <summary>The least time between two polls of one source.</summary>
    public TimeSpan Floor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The most time between two polls of a source that answers.</summary>
    public TimeSpan Ceiling { get; set; } = TimeSpan.FromHours(6);
}

/// <summary>Says at start what is wrong with the settings and what to write instead.</summary>
internal sealed class PollingOptionsCheck : IValidateOptions<PollingOptions>
{
    public ValidateOptionsResult Validate(string? name, PollingOptions options) =>
        options.Floor < TimeSpan.FromSeconds(1) ? ValidateOptionsResult.Fail($"Polling:Floor is {options.Floor}. Give 00:00:01 or more, such as 00:05:00.")
        : options.Ceiling < options.Floor ? ValidateOptionsResult.Fail($"Polling:Ceiling ({options.Ceiling}) is below Polling:Floor ({options.Floor}). Give more, such as 06:00:00.")
        : ValidateOptionsResult.Success;
}

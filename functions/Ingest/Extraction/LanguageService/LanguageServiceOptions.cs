using System.ComponentModel.DataAnnotations;

namespace Ingest.Extraction.LanguageService;

/// <summary>Settings of the optional Language service, section "Language".</summary>
public sealed class LanguageServiceOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Language";

    /// <summary>The account's address; empty turns the service off.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The account's key; empty asks by identity.</summary>
    public string? Key { get; init; }

    /// <summary>Client id of the identity that a user assigned to the app; empty takes the one of this machine or person.</summary>
    public string? ClientId { get; init; }

    /// <summary>Text records (1,000 characters) that may be sent in a UTC day.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Language:DailyRecords must be 1 or more; to turn the service off, leave Language:Endpoint empty.")]
    public int DailyRecords { get; init; } = 5_000;

    /// <summary>Whether the service is used at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)))
            yield return new ValidationResult($"Language:Endpoint must be an https address such as https://NAME.cognitiveservices.azure.com/; it is '{Endpoint}'.", [nameof(Endpoint)]);
    }
}

using System.ComponentModel.DataAnnotations;

namespace Ingest.Storage;

/// <summary>Settings of signing, section "Cursors".</summary>
public sealed class SigningOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cursors";

    private const int LeastBytes = 16;

    /// <summary>The key that cursors are signed with, in base64; where it is not set, one is made and kept in storage.</summary>
    public string? Key { get; init; }

    internal byte[]? Bytes => string.IsNullOrEmpty(Key) ? null : Convert.FromBase64String(Key);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Key)) yield break;
        var bytes = new byte[Key.Length];
        if (!Convert.TryFromBase64String(Key, bytes, out var length) || length < LeastBytes)
            yield return new ValidationResult($"Cursors:Key must be base64 of at least {LeastBytes} bytes, or empty for a key that is made by itself.");
    }
}

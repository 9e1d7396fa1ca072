using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.AI.TextAnalytics;

public class TextAnalyticsClientOptions(TextAnalyticsClientOptions.ServiceVersion version = TextAnalyticsClientOptions.ServiceVersion.V2023_04_01) : ClientOptions
{
    [SuppressMessage("Naming", "CA1707", Justification = "The real package's names.")]
    [SuppressMessage("Design", "CA1008", Justification = "The real package's values.")]
    public enum ServiceVersion
    {
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }

    public string DefaultLanguage { get; set; } = "en";

    internal string ApiVersion => version == ServiceVersion.V2022_05_01 ? "2022-05-01" : "2023-04-01";
}

public class TextAnalyticsRequestOptions
{
    public bool? DisableServiceLogs { get; set; }

    public string? ModelVersion { get; set; }
}

using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Ingest.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Ingest.Functions;

/// <summary>
/// Traces, metrics and logs by OpenTelemetry, sent to Application Insights or to any OTLP collector where the settings
/// name one; where they name none, nothing is collected.
/// </summary>
internal static class Telemetry
{
    // The worker's own source: its spans carry the host's trace into ours.
    private const string WorkerSource = "Microsoft.Azure.Functions.Worker";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        // A request is told of by its trace; a line for each of the framework's steps would cost more than it tells.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var insights = builder.Configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"];
        var collector = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(collector)) return;

        builder.Logging.AddOpenTelemetry(logging => logging.IncludeScopes = true);
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Instruments.Name, WorkerSource))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name));
        if (!string.IsNullOrEmpty(collector)) telemetry.UseOtlpExporter();
        if (!string.IsNullOrEmpty(insights))
            telemetry.UseAzureMonitorExporter(exporter => Authenticate(exporter, builder.Configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]));
    }

    // "ClientId=…;Authorization=AAD", as the Functions host reads it too.
    private static void Authenticate(AzureMonitorExporterOptions exporter, string? authentication)
    {
        const string clientId = "ClientId=";
        var id = authentication?.Split(';').FirstOrDefault(part => part.StartsWith(clientId, StringComparison.OrdinalIgnoreCase))?[clientId.Length..];
        if (!string.IsNullOrEmpty(id)) exporter.Credential = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id));
    }
}

using System.Text.Json;
using Ingest.Storage.Backup;
using Ingest.Storage.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ingest.Functions;

/// <summary>Reads the whole record out as NDJSON, and in again.</summary>
public sealed class Backups(RecordExport export, RecordImport import)
{
    [Function("ExportRecord")]
    public IResult Export([HttpTrigger(AuthorizationLevel.Admin, "get", Route = "api/export")] HttpRequest request, CancellationToken cancellation)
    {
        var after = request.Query["after"].ToString();
        return Results.Stream(output => WriteAsync(export.ReadAsync(after.Length > 0 ? after : null, cancellation), output, cancellation), "application/x-ndjson");
    }

    [Function("ImportRecord")]
    public async Task<IResult> Import([HttpTrigger(AuthorizationLevel.Admin, "post", Route = "api/import")] HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return Results.Ok(new { lines = await import.WriteAsync(request.Body, cancellation) });
        }
        catch (FormatException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest, title: "The import stopped");
        }
    }

    private static async Task WriteAsync(IAsyncEnumerable<BackupLine> lines, Stream output, CancellationToken cancellation)
    {
        await foreach (var line in lines)
        {
            await JsonSerializer.SerializeAsync(output, line, RecordJson.Options, cancellation);
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
        }
    }
}

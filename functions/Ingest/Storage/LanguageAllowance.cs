using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Ingest.Extraction.LanguageService;
using Microsoft.Extensions.Options;

namespace Ingest.Storage;

/// <summary>Counts the Language service's text records of a UTC day in one row, so that all instances share one cap.</summary>
internal sealed class LanguageAllowance(StorageClients clients, IOptions<LanguageServiceOptions> options, TimeProvider time) : IRecordAllowance
{
    private const string Partition = "language-records";
    private const string Taken = "Taken";

    /// <inheritdoc/>
    public async Task<TimeSpan?> TakeAsync(int records, CancellationToken cancellationToken)
    {
        var table = clients.Table(StorageNames.SettingsTable);
        while (true)
        {
            var now = time.GetUtcNow();
            var day = now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, day, cancellationToken: cancellationToken).ConfigureAwait(false);
            var taken = found.HasValue ? found.Value!.GetInt32(Taken) ?? 0 : 0;
            if (taken + records > options.Value.DailyRecords) return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;

            var row = new TableEntity(Partition, day) { [Taken] = taken + records };
            try
            {
                if (found.HasValue) await table.UpdateEntityAsync(row, found.Value!.ETag, TableUpdateMode.Replace, cancellationToken).ConfigureAwait(false);
                else await table.AddEntityAsync(row, cancellationToken).ConfigureAwait(false);
                return null;
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                // Another instance took some; or it was we, unseen, and then these records are counted twice, which errs on the cheap side.
            }
        }
    }
}

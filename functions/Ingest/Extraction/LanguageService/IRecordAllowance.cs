namespace Ingest.Extraction.LanguageService;

/// <summary>How many text records may still be sent to the service today; counted across instances.</summary>
public interface IRecordAllowance
{
    /// <summary>
    /// Takes records from the day's allowance (a day is a UTC day). Returns null where they were taken, else how long
    /// until the next day. Records of a call that then fails stay taken: the cap bounds the bill, not the findings.
    /// </summary>
    Task<TimeSpan?> TakeAsync(int records, CancellationToken cancellationToken);
}

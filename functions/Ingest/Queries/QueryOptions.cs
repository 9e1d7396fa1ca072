using System.ComponentModel.DataAnnotations;

namespace Ingest.Queries;

/// <summary>Settings of the queries, section "Queries".</summary>
public sealed class QueryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Queries";

    /// <summary>Storage transactions that one request may spend; when they are spent, a short page and a cursor are answered.</summary>
    [Range(20, 1000, ErrorMessage = "Queries:TransactionsPerRequest must be from 20 to 1000.")]
    public int TransactionsPerRequest { get; init; } = 50;

    /// <summary>
    /// Whether everybody may read articles in full. They belong to their publishers: without it, whoever has no key sees the sentences that
    /// mentions stand in, and the link. Where it is not set, only the local host lets everybody.
    /// </summary>
    public bool? FullText { get; init; }

    /// <summary>Origins of pages that may read answers in a browser, parted by commas, or "*" for all; empty for none.</summary>
    public string AllowedOrigins { get; init; } = "";
}

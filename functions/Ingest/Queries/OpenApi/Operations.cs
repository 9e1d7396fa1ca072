using System.Collections.Immutable;
using Ingest.Queries.Parameters;
using Ingest.Sources;
using Ingest.Storage;
using Ingest.Storage.Check;
using Ingest.Storage.Record;

namespace Ingest.Queries.OpenApi;

/// <summary>Every operation of the HTTP interface. A test compares them with the functions that there are.</summary>
internal static class Operations
{
    private const string CorrectionBody = """{"kind":"notAStatement","statementId":"…","who":"An Editor","why":"It is a caption."}""";

    private static readonly (int, string) NoStorage = (503, "Storage does not answer.");

    private static readonly (int, string) Busy = (503, "The article is being recorded; the same request succeeds later.");

    public static ImmutableArray<Operation> All { get; } =
    [
        Pages<StatementRecord>("/api/statements", "Who said what: statements, newest first.", StatementQueries.ListParameters),
        new("get", "/api/statements/{id}", "One statement.", [], typeof(StatementRecord)),
        new("get", "/api/statements/{id}/citation", "The citation of a statement, with a link to its words.", CitationQueries.GetParameters, null)
        {
            Texts = ["text/plain", "application/x-bibtex", "application/x-research-info-systems"],
        },
        Pages<OfficialAnswer>("/api/officials", "People and their offices, by id.", OfficialQueries.ListParameters),
        new("get", "/api/officials/{id}", "One official, with the office held on a day.", OfficialQueries.GetParameters, typeof(OfficialAnswer)),
        Pages<FigureRecord>("/api/figures", "Numbers with what they count, newest first.", FigureQueries.ListParameters),
        Pages<DateRecord>("/api/dates", "Calendar expressions by the days that they cover. Those that cover none that is known (“recently”, “two years”) are answered with their article.", DateQueries.ListParameters),
        Pages<Headline>("/api/articles", "Articles, newest first.", ArticleQueries.ListParameters),
        new("get", "/api/articles/{id}", "An article with all its mentions, its revisions and its copies in other papers.", ArticleQueries.GetParameters, typeof(ArticleAnswer)),
        new("get", "/api/articles/{id}/text", "The same with its text, which belongs to its publisher.", ArticleQueries.GetParameters, typeof(ArticleAnswer)) { Access = Access.Key },
        new("get", "/api/articles/{id}/findings", "What the built-in extractors and, where it is turned on, Azure AI Language see in an article, each with who saw it.", FindingQueries.GetParameters, typeof(FindingAnswer)) { Shape = AnswerShape.List },
        Pages<StatisticsGroup>("/api/stats", "Statements counted by speaker, body, source, month, kind or word.", StatisticsQueries.CountParameters),
        new("get", "/api/changes", "Everything that is new, changed or gone since a cursor, in the order of the commits.", ChangeQueries.ListParameters, typeof(ChangeAnswer)) { Shape = AnswerShape.Changes },
        new("post", "/api/extract", "What a text would yield; nothing is kept.", [], typeof(ExtractAnswer))
        {
            Body = """{"text":"Sok Dara, the water minister, said the dam would be finished in May.","published":"2025-11-12"}""",
            Trouble = (413, "The text is too long."),
        },
        new("get", "/api/sources", "The publishers that are read, and how they fare.", [], typeof(SourceRequests.ListedSource)) { Shape = AnswerShape.List },
        new("get", "/api/health", "Whether Ingest can do its work, and what waits.", [], typeof(HealthAnswer)) { Trouble = NoStorage },
        new("get", "/api/health/live", "Whether the process answers.", [], null),
        new("get", "/api/reextract", "How far the last run of re-extraction has come.", [], typeof(ReextractionState)),
        new("get", "/api/openapi.json", "This description.", [], null),
        Admin("post", "/api/corrections", "Corrects a statement, or merges two officials.", typeof(Correction), 201) with { Body = CorrectionBody, Trouble = Busy },
        Admin("post", "/api/corrections/{id}/undo", "Takes a correction back.", typeof(Correction)) with { Body = """{"who":"An Editor"}""", Trouble = Busy },
        Admin("post", "/api/sources", "Adds a publisher, after a look at it.", null, 201) with { Body = """{"url":"https://news.example/"}""", Trouble = (422, "No articles were found there.") },
        Admin("delete", "/api/sources/{id}", "Removes a publisher; what was read stays.", null, 204),
        Admin("post", "/api/sources/{id}/pause", "Stops reading a publisher.", null, 204),
        Admin("post", "/api/sources/{id}/resume", "Reads a publisher again.", null, 204),
        Admin("post", "/api/sources/{id}/backfill", "Reads a publisher back to a day.", typeof(Backfill), 202) with { Body = """{"until":"2025-01-01"}""" },
        Admin("post", "/api/articles", "Fetches one article; GET /api/sources tells what keeps it away.", null, 202) with { Body = """{"url":"https://news.example/an-article"}""" },
        Admin("post", "/api/reextract", "Reads every article again from its stored pages and extracts it anew, in the background.", typeof(ReextractionState), 202),
        Admin("post", "/api/check", "Checks a piece of the record, and mends what disagrees in it.", typeof(CheckedPart)) with { Parameters = OperatorQueries.CheckParameters },
        Admin("post", "/api/queues/{name}/retry", "Returns messages that failed too often to work.", null),
        Admin("get", "/api/export", "The whole record, a line a row.", null) with { Parameters = [KnownParameters.After], Texts = ["application/x-ndjson"] },
        Admin("post", "/api/import", "Reads an exported record into an empty store.", null) with { Body = "" },
    ];

    private static Operation Pages<T>(string path, string summary, ImmutableArray<Parameter> parameters) => new("get", path, summary, parameters, typeof(T)) { Shape = AnswerShape.Page };

    private static Operation Admin(string method, string path, string summary, Type? answer, int status = 200) => new(method, path, summary, [], answer) { Access = Access.AdminKey, Status = status };
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Ingest.LocalHost.Terminal;

/// <summary>Writes one line for each event: the time of day (UTC), who speaks, what happened, and of an error what it says, without its stack.</summary>
internal sealed class LineFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "line";

    private const int NameWidth = 16;

    // The framework's report of a failed start, which ends the process with a line of its own.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const int StartFailed = 11;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry is { Category: HostCategory, EventId.Id: StartFailed })
            return;

        var name = logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..];
        textWriter.Write($"{time.GetUtcNow():HH:mm:ss} {MarkOf(logEntry.LogLevel)} {name,-NameWidth} ");
        textWriter.Write(OneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        for (var problem = logEntry.Exception; problem is not null; problem = problem.InnerException)
            textWriter.Write($": {OneLine(problem.Message)} ({problem.GetType().Name})");
        textWriter.WriteLine();
    }

    private static string MarkOf(LogLevel level) => level switch
    {
        LogLevel.Critical or LogLevel.Error => "ERROR",
        LogLevel.Warning => "warn ",
        _ => "     ",
    };

    // Storage errors carry whole responses; their first line says what went wrong.
    private static string OneLine(string text) => text.AsSpan().Trim().IndexOfAny('\r', '\n') is var end and >= 0 ? text.Trim()[..end] : text.Trim();
}

using Ingest.LocalHost.Terminal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Ingest.Tests.LocalHost;

public sealed class LineFormatterTests
{
    private readonly LineFormatter formatter = new(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 9, 5, 7, TimeSpan.Zero)));

    [Fact]
    public void An_event_is_one_line() =>
        Assert.Equal("09:05:07       PollSources      ann: 12 articles found\n", Written(LogLevel.Information, "Ingest.Functions.PollSources", "ann: 12 articles found"));

    [Fact]
    public void An_error_says_what_happened_without_its_stack()
    {
        var problem = new InvalidOperationException("The page cannot be read.\nStatus: 500\nHeaders: many", new IOException("Connection reset"));

        Assert.Equal(
            "09:05:07 ERROR FetchArticle     Try 5 failed: The page cannot be read. (InvalidOperationException): Connection reset (IOException)\n",
            Written(LogLevel.Error, "FetchArticle", "Try 5 failed", problem));
    }

    private string Written(LogLevel level, string category, string message, Exception? problem = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        formatter.Write(new LogEntry<string>(level, category, default, message, problem, (state, _) => state), scopeProvider: null, writer);
        return writer.ToString();
    }
}

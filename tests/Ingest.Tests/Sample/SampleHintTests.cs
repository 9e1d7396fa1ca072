using Ingest.LocalHost.Sample;
using Ingest.Sources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.Tests.Sample;

public sealed class SampleHintTests
{
    [Fact]
    public void The_first_source_that_cannot_be_read_brings_the_hint_and_no_other_does()
    {
        var lines = new Lines();
        using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerProvider, SampleHint>()
            .AddSingleton<ILoggerProvider>(lines)
            .BuildServiceProvider();
        var logger = services.GetRequiredService<ILogger<SourcePoller>>();

        logger.Unchanged("Paper", TimeSpan.FromMinutes(5));
        Assert.Single(lines.All);
        logger.Failed("Paper", "the host name paper.example cannot be resolved", DateTimeOffset.UnixEpoch);
        logger.Failed("Post", "the host name post.example cannot be resolved", DateTimeOffset.UnixEpoch);

        Assert.Equal(4, lines.All.Count);
        Assert.Single(lines.All, line => line.Contains("--sample"));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}

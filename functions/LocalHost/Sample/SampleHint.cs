using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingest.LocalHost.Sample;

/// <summary>Listens for the first source that cannot be read, and mentions that there are publishers on this machine.</summary>
internal sealed class SampleHint(IServiceProvider services) : ILoggerProvider, ILogger
{
    /// <summary>The name of the event by which polling says that a source was not read.</summary>
    public const string SourceFailed = "SourceFailed";

    private int given;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name != SourceFailed || Interlocked.Exchange(ref given, 1) == 1) return;
        services.GetRequiredService<ILoggerFactory>().CreateLogger("Sample").LogInformation("Start with --sample to read the sample publishers, which need no network.");
    }

    public void Dispose()
    {
    }
}

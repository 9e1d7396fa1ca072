using System.Globalization;
using Ingest.Sources;

namespace Ingest.Queries.Page;

/// <summary>The view of the sources' health.</summary>
internal static class SourceView
{
    /// <summary>Every source and what is known from polling it.</summary>
    public static HtmlPage Page(IReadOnlyList<(KnownSource Known, SourceState? State)> sources, DateTimeOffset now) => new("Sources", "/sources", Html.Of($"""
        <div class="headline"><h1>Sources</h1><p>{Wording.Count(sources.Count, "publisher")} read</p></div>
        {(sources.Count == 0 ? Html.Of($"<div class=\"notice\"><h2>No source is set up</h2><p>Name one in the configuration: <code>Sources:my-paper = https://my-paper.example/feed/</code>.</p></div>") : Html.None)}
        <div class="scroll"><table><thead><tr><th scope="col">Source</th><th scope="col">State</th><th scope="col">Last answer</th><th scope="col">Newest article</th><th scope="col" class="number">Articles a day</th><th scope="col">Last trouble</th></tr></thead>
        <tbody>{sources.Select(one => Row(one.Known, one.State, now))}</tbody></table></div>
        """));

    private static Html Row(KnownSource known, SourceState? state, DateTimeOffset now)
    {
        var source = known.Source;
        return Html.Of($"""
            <tr><th scope="row"><a href="/?source={source.Id}">{source.Name}</a><br><a class="small" href="{source.HomePage}">{source.HomePage.Host}</a></th>
            <td data-label="State">{(known.IsPaused ? Html.Of($"<span class=\"state idle\">paused</span>") : Health(state))}</td><td data-label="Last answer">{Ago(state?.LastSuccess, now)}</td><td data-label="Newest article">{Ago(state?.NewestArticle, now, "unknown")}</td><td class="number" data-label="Articles a day">{(state?.ArticlesPerDay is { } rate ? rate.ToString("0.##", CultureInfo.InvariantCulture) : "–")}</td>
            <td data-label="Last trouble">{(state?.LastError is { } error ? Html.Of($"{error.Words}<br><span class=\"small faint\">{Ago(error.At, now)}</span>") : Html.Of($"<span class=\"faint\">none</span>"))}</td></tr>

            """);
    }

    private static Html Health(SourceState? state) => state switch
    {
        null or { LastPoll: null } => Html.Of($"<span class=\"state idle\">not asked yet</span>"),
        { IsStopped: true } => Html.Of($"<span class=\"state ill\">gone for good</span>"),
        { LastError: { } error } when state.LastSuccess is null || error.At > state.LastSuccess => Html.Of($"<span class=\"state ill\">does not answer</span>"),
        _ => Html.Of($"<span class=\"state well\">answers</span>"),
    };

    private static Html Ago(DateTimeOffset? time, DateTimeOffset now, string otherwise = "never")
    {
        if (time is not { } then) return Html.Of($"<span class=\"faint\">{otherwise}</span>");
        var age = now - then;
        var words = age switch
        {
            { TotalMinutes: < 2 } => "just now",
            { TotalHours: < 1 } => $"{(int)age.TotalMinutes} minutes ago",
            { TotalHours: < 48 } => Wording.Count((int)age.TotalHours, "hour") + " ago",
            _ => Wording.Count((int)age.TotalDays, "day") + " ago",
        };
        return Html.Of($"{words}<br><span class=\"small faint\">{Wording.Time(then)}</span>");
    }
}

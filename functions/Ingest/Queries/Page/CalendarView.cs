using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>The view of what was announced for when.</summary>
internal static class CalendarView
{
    // A date that covers more days than this stands under the month and not under a day.
    private const int DayGrain = 7;

    /// <summary>A month of planned dates.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="dates">The planned dates that begin in it or cover it.</param>
    /// <param name="nearest">A month that holds planned dates, where this one holds none; or null.</param>
    /// <param name="sources">The sources' names by their ids.</param>
    public static HtmlPage Page(DateOnly month, IReadOnlyList<DateRecord> dates, DateOnly? nearest, IReadOnlyDictionary<string, string> sources) => new($"Calendar, {Wording.Month(month)}", "/calendar", Html.Of($"""
        <div class="headline"><h1>{Wording.Month(month)}</h1><p>What was announced for when.</p></div>
        <nav class="turn" aria-label="Months"><a class="button" rel="prev" href="{Address(month.AddMonths(-1))}">← {Wording.Month(month.AddMonths(-1))}</a><a class="button" rel="next" href="{Address(month.AddMonths(1))}">{Wording.Month(month.AddMonths(1))} →</a>
        <form action="/calendar" method="get"><label class="unseen" for="month">Month</label><input id="month" type="month" name="month" value="{month.ToString("yyyy-MM")}"><button type="submit">Go</button></form></nav>
        {(dates.Count == 0 ? Empty(month, nearest) : Days(month, dates, sources))}
        """));

    /// <summary>The address of a month.</summary>
    public static string Address(DateOnly month) => $"/calendar?month={month:yyyy-MM}";

    private static Html Empty(DateOnly month, DateOnly? nearest) => Html.Of($"""
        <div class="notice"><h2>Nothing is announced for {Wording.Month(month)}</h2><p>No sentence on record says that something is planned, due or expected then.</p>{(nearest is { } other ? Html.Of($"<p><a href=\"{Address(other)}\">Go to {Wording.Month(other)}</a>, the nearest month with announcements.</p>") : Html.None)}</div>
        """);

    private static Html Days(DateOnly month, IReadOnlyList<DateRecord> dates, IReadOnlyDictionary<string, string> sources)
    {
        var byGrain = dates.ToLookup(date => date.To!.Value.DayNumber - date.From!.Value.DayNumber < DayGrain && date.From >= month);
        var longer = byGrain[false].OrderBy(date => date.From).ThenBy(date => date.To).ToList();
        return Html.Of($"""
            <ol class="days">
            {byGrain[true].GroupBy(date => date.From!.Value).OrderBy(day => day.Key).Select(day => Html.Of($"<li id=\"d{day.Key}\"><p class=\"day\">{Wording.Day(day.Key)}<br><span class=\"small faint\">{day.Key.DayOfWeek.ToString()}</span></p><div>{day.DistinctBy(date => (date.Article.Id, date.ContextStart)).Select(date => Announcement(date, sources))}</div></li>"))}
            {(longer.Count == 0 ? Html.None : Html.Of($"<li><p class=\"day\">In the course of it</p><div>{longer.Select(date => Announcement(date, sources))}</div></li>"))}
            </ol>
            """);
    }

    private static Html Announcement(DateRecord date, IReadOnlyDictionary<string, string> sources) => Html.Of($"""
        <article class="clipping alone" id="{date.Id}"><blockquote cite="{date.Article.Url}" dir="auto"><p>{Sentence(date)}</p></blockquote>
        <p class="said">{(date.Speaker is null ? Html.Of($"<span class=\"faint\">The article itself</span>") : Clipping.Speaker(date.Speaker))}{(date.Speaker?.Title is { } title ? $", {title}" : "")}</p>
        <p class="where">{(Covers(date) is { } days ? Html.Of($"<span>{days}</span>") : Html.None)}<cite><a href="{date.Article.Url}">{date.Article.Title}</a></cite><span>{sources.GetValueOrDefault(date.Article.Source, date.Article.Source)}</span>{Wording.Time(date.Article.Published ?? date.Article.ListedAt)}{(date.StatementId is null ? Html.Of($"<a href=\"/articles/{date.Article.Id}#{date.Id}\">In the article</a>") : Html.Of($"<a href=\"/statements/{date.StatementId}\">The statement</a>"))}</p></article>
        """);

    private static string? Covers(DateRecord date) => date.From == date.To ? null : $"{Wording.ShortDay(date.From!.Value)} to {Wording.ShortDay(date.To!.Value)}";

    private static Html Sentence(DateRecord date)
    {
        var at = date.Start - date.ContextStart;
        if (at < 0 || at + date.Text.Length > date.Context.Length) return Html.Of($"{date.Context}");
        return Html.Of($"{date.Context[..at]}<mark>{date.Text}</mark>{date.Context[(at + date.Text.Length)..]}");
    }
}

namespace Ingest.Extraction.Dates.Resolution;

/// <summary>What the text has told of so far: what "that year", "a day earlier" and a bare "at 6am" count from.</summary>
internal sealed class ToldTimes
{
    private DateOnly? lastDay;
    private DateOnly? scene;
    private bool sceneHasTime;
    private int lastDayParagraph = -1;

    /// <summary>The last moment with days.</summary>
    public Moment? Last { get; private set; }

    /// <summary>What "the same period" repeats: the range whose end was told last, else <see cref="Last"/>.</summary>
    public Moment? LastPeriod { get; private set; }

    /// <summary>The sentence of <see cref="Last"/>.</summary>
    public int LastSentence { get; private set; } = -1;

    /// <summary>The day last told of, whatever the paragraph.</summary>
    public DateOnly? Day => lastDay;

    public void Tell(Moment moment, int sentence, int paragraph, DateOnly? published, bool endsRange)
    {
        if (moment.From is not { } from || moment.Type == DateType.Set) return;
        LastPeriod = endsRange && Last is { From: { } start } && start < from ? new Moment(DateType.Duration, null, start, moment.To, CalendarUnit.Day) : moment;
        (Last, LastSentence) = (moment, sentence);
        if (moment.Grain > CalendarUnit.Day || moment.Type == DateType.Duration || from != moment.To) return;
        if (published is { } day && from > day) return;
        (lastDay, lastDayParagraph) = (from, paragraph);
        var hasTime = moment.Type == DateType.Time;
        if (scene is null || (hasTime && !sceneHasTime)) (scene, sceneHasTime) = (from, hasTime);
    }

    /// <summary>The day of a time of day that names none: the last told in its paragraph, else the one the story opened on.</summary>
    public DateOnly? DayOfScene(int paragraph) => lastDayParagraph == paragraph ? lastDay : scene ?? lastDay;
}

using Ingest.Storage.Record;

namespace Ingest.Queries.Page;

/// <summary>The editor's forms. They work with script alone: the key goes in a header, and never into an address or a form's body.</summary>
internal static class CorrectForm
{
    /// <summary>Marks a statement as wrong.</summary>
    public static Html Statement(StatementRecord statement) => Html.Of($"""
        <section aria-labelledby="correct"><h2 id="correct">Correct it</h2>
        <form class="correct" data-correct="statement" data-id="{statement.Id}" hidden>
        <fieldset class="field"><legend class="label">What is wrong</legend>
        <label><input type="radio" name="kind" value="speaker" checked> The speaker</label>
        <label><input type="radio" name="kind" value="span"> The words: too many or too few</label>
        <label><input type="radio" name="kind" value="notAStatement"> It is no statement</label></fieldset>
        <div class="field" data-for="speaker"><label for="correct-name">Who said it</label><input id="correct-name" name="name" type="text" value="{statement.Speaker.Name}" maxlength="200"></div>
        <div class="field" data-for="speaker"><label for="correct-title">In which office</label><input id="correct-title" name="title" type="text" value="{statement.Speaker.Title}" maxlength="200"></div>
        <div class="field" data-for="span" hidden><label for="correct-words">What was said, exactly as it stands in the article</label><textarea id="correct-words" name="words" rows="4" maxlength="5000">{statement.Text}</textarea></div>
        {Signature()}
        </form>
        <noscript><p class="hint">Correcting needs script, because the admin key is sent in a header.</p></noscript></section>
        """);

    /// <summary>Says that two officials are one person.</summary>
    public static Html Merge(OfficialRecord official) => Html.Of($"""
        <section aria-labelledby="merge"><h2 id="merge">Correct it</h2>
        <form class="correct" data-correct="merge" data-id="{official.Id}" hidden>
        <div class="field"><label for="merge-into">This is the same person as (id or address of the other official)</label><input id="merge-into" name="into" type="text" required maxlength="200"></div>
        {Signature()}
        </form>
        <noscript><p class="hint">Correcting needs script, because the admin key is sent in a header.</p></noscript></section>
        """);

    /// <summary>The key alone, where all that is left to do is to take a correction back.</summary>
    public static Html Undo() => Html.Of($"""
        <form class="correct" data-correct="undo" hidden>
        <div class="field"><label for="correct-who">Your name</label><input id="correct-who" name="who" type="text" maxlength="100" autocomplete="name"></div>
        <div class="field"><label for="correct-key">Admin key</label><input id="correct-key" name="key" type="password" maxlength="200" autocomplete="off"></div>
        <p role="status" data-outcome></p>
        </form>
        """);

    /// <summary>What was corrected by whom, when and why, with a button to take it back.</summary>
    public static Html History(IReadOnlyList<Correction> corrections) => corrections.Count == 0 ? Html.None : Html.Of($"""
        <section aria-labelledby="history"><h2 id="history">Corrections</h2>
        <ul class="corrections">{corrections.Select(correction => Html.Of($"""
            <li><b>{Words(correction)}</b><br><span class="small">{correction.Why} – {correction.Who}, {Wording.Time(correction.At)}</span>{Taken(correction)}</li>
            """))}</ul></section>
        """);

    private static string Words(Correction correction) => correction.Kind switch
    {
        CorrectionKind.Speaker => correction.Name is null ? "Speaker unknown" : $"Said by {correction.Name}{(correction.Title is null ? "" : $", {correction.Title}")}",
        CorrectionKind.Span => $"Said: {correction.Becomes?.Text}",
        CorrectionKind.Merge => $"{correction.Target} is the same person as {correction.Into}",
        _ => "No statement",
    };

    private static Html Taken(Correction correction) => correction.Undone is { } undone
        ? Html.Of($"<br><span class=\"small faint\">Taken back by {undone.Who}, {Wording.Time(undone.At)}</span>")
        : Html.Of($"<br><button class=\"quiet\" type=\"button\" data-undo=\"{correction.Id}\" hidden>Take it back</button>");

    private static Html Signature() => Html.Of($"""
        <div class="field"><label for="correct-why">Why</label><input id="correct-why" name="why" type="text" required maxlength="500"></div>
        <div class="field"><label for="correct-who">Your name</label><input id="correct-who" name="who" type="text" required maxlength="100" autocomplete="name"></div>
        <div class="field"><label for="correct-key">Admin key</label><input id="correct-key" name="key" type="password" maxlength="200" autocomplete="off"></div>
        <p><button class="strong" type="submit">Save the correction</button></p>
        <p role="status" data-outcome></p>
        """);
}

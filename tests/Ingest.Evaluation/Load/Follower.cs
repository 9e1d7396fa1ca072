using System.Text.Json;
using Ingest.Queries;
using Ingest.Storage.Record;

namespace Ingest.Evaluation.Load;

/// <summary>Somebody who follows the record by its changes alone, from the first one on.</summary>
internal sealed class Follower(HttpClient client, Answered answered)
{
    private readonly Dictionary<string, StatementRecord> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);
    private string next = "/api/changes?top=1000";
    private (long Number, string Key) last;

    /// <summary>The statements that there are, as far as was told.</summary>
    public IReadOnlyCollection<StatementRecord> Statements => statements.Values;

    /// <summary>Reads on until told to stop.</summary>
    public async Task FollowAsync(TimeSpan pause, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await StepAsync(stop)) await Task.Delay(pause, TimeProvider.System, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Reads what was told since the last step; false where it was nothing, or could not be had.</summary>
    public async Task<bool> StepAsync(CancellationToken cancellation)
    {
        JsonElement answer;
        try
        {
            using var response = await client.GetAsync(next, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (!response.IsSuccessStatusCode)
            {
                if ((int)response.StatusCode < 500) answered.Complain($"{next}: {(int)response.StatusCode}");
                else answered.Refuse();
                return false;
            }

            answer = JsonElement.Parse(body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            answered.Miss();
            return false;
        }

        foreach (var item in answer.GetProperty("value").EnumerateArray()) Note(item);
        next = (answer.TryGetProperty("nextLink", out var link) ? link : answer.GetProperty("deltaLink")).GetString()!;
        return answer.GetProperty("value").GetArrayLength() > 0;
    }

    private void Note(JsonElement item)
    {
        var change = item.Deserialize<ChangeAnswer>(RecordJson.Options)!;
        var key = $"{change.Kind} {change.Id}";
        if (change.Number < last.Number || (change.Number, key) == last) answered.Complain($"/api/changes: {key} of commit {change.Number} after {last.Key} of {last.Number}");
        last = (change.Number, key);
        var content = JsonSerializer.Serialize(change with { Number = 0, At = default }, RecordJson.Options);
        if (told.TryGetValue(key, out var before) && before == content) answered.Complain($"/api/changes: {key} told twice, in commit {change.Number} too");
        told[key] = content;
        if (change.Statement is { } statement) statements[change.Id] = statement;
        else if (change.IsDeleted) statements.Remove(change.Id);
    }
}

using Ingest.Extraction.Officials;
using Ingest.Queries.Parameters;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>Who is to have spoken: one official, or all people of a name.</summary>
/// <param name="Key">An official's id, or the key of a name.</param>
/// <param name="IsName">Whether a name was given.</param>
internal sealed record SpeakerFilter(string Key, bool IsName = false)
{
    /// <summary>Reads the official parameter; null where it is not given. An id holds neither capitals nor spaces, and a name does.</summary>
    public static SpeakerFilter? In(ParameterReader parameters)
    {
        if (parameters.Text(KnownParameters.Official) is not { } given) return null;
        var isName = given.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c));
        return new SpeakerFilter(isName ? OfficialKey.Of(given) : given, isName);
    }

    /// <summary>Whether this speaker is meant.</summary>
    public bool Matches(SpeakerRecord? speaker) => speaker is not null && (IsName ? speaker.Keys.Contains(Key) : speaker.Id == Key);
}

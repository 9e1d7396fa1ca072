using System.Collections.Immutable;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Everybody whom an article names, in the order of their first mention.</summary>
internal sealed class Cast
{
    private Cast(MarkedText text, ImmutableArray<Person> people)
    {
        Text = text;
        People = people;
    }

    public MarkedText Text { get; }

    public ImmutableArray<Person> People { get; }

    public static Cast Of(MarkedText text) => new(text, CastBuilder.Gather(text, PersonFinder.Find(text)));
}

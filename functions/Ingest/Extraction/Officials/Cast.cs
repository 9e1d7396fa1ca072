using System.Collections.Immutable;
using Ingest.Extraction.Names;

namespace Ingest.Extraction.Officials;

/// <summary>Everybody whom an article names: people in the order of their first mention, and bodies.</summary>
internal sealed class Cast
{
    private Cast(MarkedText text, ImmutableArray<Person> people, ImmutableArray<Body> bodies)
    {
        Text = text;
        People = people;
        Bodies = bodies;
    }

    public MarkedText Text { get; }

    public ImmutableArray<Person> People { get; }

    /// <summary>Every place where a body is named, in order.</summary>
    public ImmutableArray<Body> Bodies { get; }

    public static Cast Of(MarkedText text) => new(text, CastBuilder.Gather(text, PersonFinder.Find(text)), [.. BodyFinder.Find(text)]);
}

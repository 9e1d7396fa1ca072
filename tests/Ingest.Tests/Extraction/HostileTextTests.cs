using System.Text;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Tests.Extraction;

public sealed class HostileTextTests
{
    public static TheoryData<string> Units =>
    [
        "“",
        "Keo Dara of ",
        "General ",
        "Mr A Mr ",
        "Road Xa ",
        "Bank of Keo and ",
        "governor, ",
        "the late acting former ",
        "Keo B. ",
        "Minister Keo Dara, minister of Keo Dara, who is minister of Takeo. He said. ",
        "a/l (",
        "“X” ",
        "مرحبا بكم. ",
        "\ud800\udfff\ud800 ",
        "x",
    ];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_cast_is_gathered_in_linear_time_from_any_text(string unit)
    {
        // Counted in bytes allocated, not in seconds: ten times the text takes about ten times as much.
        var small = Allocated(unit, 20_000);
        var large = Allocated(unit, 200_000);

        Assert.True(large < 25 * small + 10_000_000, $"{small:N0} bytes for the small text, {large:N0} for the large one");
    }

    private static long Allocated(string unit, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length) text.Append(unit);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var officials = new OfficialExtractor().Extract(Cast.Of(MarkedText.Of(TaggedText.Of(TokenisedText.Of(text.ToString())))));
        Assert.All(officials, official => Assert.All(official.NameMentions, span => Assert.InRange(span.End, span.Start + 1, text.Length)));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

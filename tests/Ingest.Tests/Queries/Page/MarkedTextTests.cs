using Ingest.Queries.Page;

namespace Ingest.Tests.Queries.Page;

public sealed class MarkedTextTests
{
    public static TheoryData<string, string, string> Cases => new()
    {
        // What is in brackets is a statement, in braces a figure, between bars a date.
        { "plain", "one two", "<p dir=\"auto\">one two</p>" },
        { "a statement with a figure in it", "said [about {40} people].", "<p dir=\"auto\">said <mark title=\"S\">about <span class=\"figure\" title=\"F\">40</span> people</mark>.</p>" },
        { "a figure outside", "{40} said [so]", "<p dir=\"auto\"><span class=\"figure\" title=\"F\">40</span> said <mark title=\"S\">so</mark></p>" },
        { "a duration is both", "for {|six months|}.", "<p dir=\"auto\">for <span class=\"figure date\" title=\"F; D\">six months</span>.</p>" },
        { "marks that cross are cut", "[one {two] three}", "<p dir=\"auto\"><mark title=\"S\">one <span class=\"figure\" title=\"F\">two</span></mark><span class=\"figure\" title=\"F\"> three</span></p>" },
        { "a statement over two paragraphs", "[one\n\ntwo]", "<p dir=\"auto\"><mark title=\"S\">one</mark></p>\n<p dir=\"auto\"><mark title=\"S\">two</mark></p>" },
        { "what could be markup", "[<b>&]", "<p dir=\"auto\"><mark title=\"S\">&lt;b&gt;&amp;</mark></p>" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Marks_nest(string what, string drawn, string expected)
    {
        Assert.NotEmpty(what);
        var (text, marks) = Read(drawn);
        Assert.Equal(expected, MarkedText.Render(text, marks).ToString().TrimEnd('\n'));
    }

    [Fact]
    public void A_statement_has_an_anchor_at_its_start_and_a_link_at_its_end() => Assert.Equal(
        "<p dir=\"auto\"><mark id=\"s1\" title=\"S\">so</mark><a class=\"to\" href=\"/statements/s1\" aria-label=\"S\">❞</a>.</p>\n",
        MarkedText.Render("so.", [new Mark(new TextSpan(0, 2), MarkKind.Statement, "S", "/statements/s1", "s1")]).ToString());

    [Fact]
    public void Nothing_of_a_text_is_lost_or_doubled_whatever_the_marks()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var text = new string([.. Enumerable.Range(0, 60).Select(_ => "ab .\n"[random.Next(5)])]);
            var marks = Enumerable.Range(0, random.Next(8)).Select(_ =>
            {
                var start = random.Next(60);
                return new Mark(new TextSpan(start, random.Next(start, 61)), (MarkKind)random.Next(4), "m");
            });
            var shown = System.Text.RegularExpressions.Regex.Replace(MarkedText.Render(text, marks).ToString(), "<[^>]*>", "");
            Assert.Equal(Words(text), Words(shown));
        }

        static string Words(string text) => text.Replace("\n", "", StringComparison.Ordinal).Replace("&#xA;", "", StringComparison.Ordinal);
    }

    private static (string Text, List<Mark> Marks) Read(string drawn)
    {
        var text = new System.Text.StringBuilder();
        var open = new Dictionary<char, int>();
        var marks = new List<Mark>();
        foreach (var c in drawn)
        {
            switch (c)
            {
                case '[' or '{': open[c] = text.Length; break;
                case '|' when !open.ContainsKey('|'): open['|'] = text.Length; break;
                case ']': marks.Add(new Mark(new TextSpan(open['['], text.Length), MarkKind.Statement, "S")); break;
                case '}': marks.Add(new Mark(new TextSpan(open['{'], text.Length), MarkKind.Figure, "F")); break;
                case '|': marks.Add(new Mark(new TextSpan(open['|'], text.Length), MarkKind.Date, "D")); break;
                default: text.Append(c); break;
            }
        }

        return (text.ToString(), marks);
    }
}

using Ingest.Extraction.Figures;
using Ingest.Extraction.Statements;
using Ingest.Queries.Page;
using Ingest.Storage.Record;
using static Ingest.Tests.Queries.Page.RecordMaker;

namespace Ingest.Tests.Queries.Page;

public sealed class PageDataTests
{
    [Fact]
    public void Figures_of_one_day_conflict_when_they_cannot_all_be_true()
    {
        var conflicts = FigureConflicts.Of(
        [
            Figure(9, id: "nine"),
            Figure(11, id: "eleven"),
            Figure(5, bound: Bound.AtLeast, id: "more than five"),
            Figure(3, id: "of another day", day: "2025-11-05"),
            Figure(500, movement: Movement.RoseBy, id: "a difference"),
        ]);
        Assert.Equal(["eleven", "nine"], conflicts.Order());
    }

    [Theory]
    [InlineData(10, Bound.Exact, 10.4, Bound.About)]
    [InlineData(10, Bound.AtLeast, 400, Bound.Exact)]
    [InlineData(10, Bound.AtMost, 4, Bound.Exact)]
    public void Bounds_that_leave_room_do_not_conflict(double one, Bound bound, double other, Bound otherBound) =>
        Assert.Empty(FigureConflicts.Of([Figure(one, bound: bound, id: "a"), Figure(other, bound: otherBound, id: "b")]));

    [Theory]
    [InlineData("ann", "Asia News Network")]
    [InlineData("removed", "removed")]
    public void A_copy_is_named_by_its_source(string source, string expected)
    {
        var statement = Statement("one") with { Places = [new Place(Article("a2", source: source), 0, 3)] };
        var shown = Clipping.Render(statement, new Dictionary<string, string> { ["ann"] = "Asia News Network", ["post"] = "The Post" }).ToString();
        Assert.Contains($"also in <a href=\"https://paper.example/a2/\">{expected}</a>", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Facets_count_speakers_offices_sources_and_kinds_the_commonest_first()
    {
        var facets = Facets.Of(
            [
                Statement("one", "A B", "minister", "1"), Statement("two", "C D", null, "2", StatementKind.Indirect), Statement("three", "C D", null, "3", StatementKind.Indirect),
            ],
            new Dictionary<string, string> { ["post"] = "The Post" }).ToDictionary(facet => facet.Parameter);
        Assert.Equal([("c-d", "C D", 2), ("a-b", "A B", 1)], facets["official"].Values.Select(value => (value.Value, value.Name, value.Count)));
        Assert.Equal([("minister", 1)], facets["title"].Values.Select(value => (value.Value, value.Count)));
        Assert.Equal([("post", "The Post", 3)], facets["source"].Values.Select(value => (value.Value, value.Name, value.Count)));
        Assert.Equal([("indirect", 2), ("direct", 1)], facets["type"].Values.Select(value => (value.Value, value.Count)));
    }

    [Fact]
    public void What_somebody_speaks_of_is_what_others_do_not()
    {
        var own = new[] { Statement("The dam leaks and the dam leaks, said of the road", id: "1") };
        var rest = Enumerable.Range(0, 50).Select(n => Statement("The road is long and the road is wide", "X", id: $"r{n}"));
        var terms = Keyness.Of(own, [.. own, .. rest], 5).Select(term => term.Word).ToList();
        Assert.Contains("dam", terms);
        Assert.DoesNotContain("road", terms);
    }

    [Fact]
    public void Months_without_statements_take_room_in_a_plot_and_a_long_record_is_drawn_by_years()
    {
        var months = Plots.Months("x", [new(new DateOnly(2025, 1, 1), 3), new(new DateOnly(2025, 3, 1), 1)]).ToString();
        Assert.Contains(">Jan 25<", months, StringComparison.Ordinal);
        Assert.Contains(">2012<", Plots.Months("x", [new(new DateOnly(2012, 8, 1), 3), new(new DateOnly(2025, 3, 1), 1)]).ToString(), StringComparison.Ordinal);
        Assert.True(Plots.Months("x", []).IsEmpty);
    }

    [Fact]
    public void Changes_between_revisions_are_shown_word_by_word_and_nest_in_paragraphs() => Assert.Equal(
        "<p dir=\"auto\">Dengue has killed <del>nine</del><ins>11</ins> people.</p>\n<p dir=\"auto\"><ins>Two more were children.</ins></p>\n",
        WordChanges.Render("Dengue has killed nine people.", "Dengue has killed 11 people.\n\nTwo more were children.").ToString());

    [Theory]
    [InlineData(8_900_000_000, "8.9bn")]
    [InlineData(23_000, "23,000")]
    [InlineData(81.4, "81.4")]
    [InlineData(-1_500_000, "-1.5m")]
    public void Axis_values_are_short(double value, string expected) => Assert.Equal(expected, Plots.Compact(value));

    [Theory]
    [InlineData(18000, 18000, Bound.AtLeast, "more than 18,000")]
    [InlineData(10, 15, Bound.Exact, "10 to 15")]
    [InlineData(.25, .25, Bound.About, "about 0.25")]
    public void Values_are_written_with_their_bound(double low, double high, Bound bound, string expected) => Assert.Equal(expected, Wording.Value(low, high, bound));
}

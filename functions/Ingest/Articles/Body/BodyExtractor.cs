using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Ingest.Articles.Body;

/// <summary>The words of an article and those under its pictures.</summary>
/// <param name="Paragraphs">In the page's order, headings and list items among them.</param>
/// <param name="Captions">Likewise.</param>
internal sealed record ArticleBody(ImmutableArray<string> Paragraphs, ImmutableArray<string> Captions)
{
    /// <summary>Short lines around the headline and before the first paragraph: section, byline, date.</summary>
    public ImmutableArray<string> HeadLines { get; init; } = [];
}

/// <summary>
/// Finds an article's words on a page of any publisher: by how a page is built and how its text reads. First the element that
/// holds the article, by the prose in it, by its name and by where the headline is; then, block by block, what in it is prose
/// and what is not.
/// </summary>
internal sealed class BodyExtractor
{
    /// <summary>The share of the prose around it that an element must hold to hold the article.</summary>
    private const double Majority = 0.7;

    /// <summary>The share that suffices for an element that is named as an article's body.</summary>
    private const double NamedMajority = 0.35;

    /// <summary>The share that suffices for an element that holds the headline too.</summary>
    private const double TitledShare = 0.25;

    /// <summary>The share of the prose that is worth keeping together with the rest.</summary>
    private const double LeastPart = 0.05;

    private const int LinesAroundHeadline = 4;

    private const int LongestHeadLine = 120;

    /// <summary>Prose that is more than a standfirst, in characters.</summary>
    private const double LeastArticle = 400;

    private readonly ElementNames names = new();
    private readonly IElement root;
    private readonly List<TextBlock> blocks;
    private readonly string? title;
    private readonly int headline;

    /// <summary>The prose in each element that holds any.</summary>
    private readonly Dictionary<IElement, double> prose = [];

    /// <summary>The prose that stands in an element itself, in none of its children's blocks.</summary>
    private readonly Dictionary<IElement, double> ownProse = [];

    /// <summary>The prose in all elements of one name that says "beside the article".</summary>
    private readonly Dictionary<string, double> proseUnderName = new(StringComparer.Ordinal);

    /// <summary>Whether an element stands beside the article, or in one that does.</summary>
    private readonly Dictionary<IElement, bool> aside = [];

    private BodyExtractor(IElement root, string? title, IReadOnlySet<IElement>? passedOver)
    {
        this.root = root;
        this.title = title;
        blocks = BlockReader.Read(root, names, passedOver);
        Weigh();
        headline = Headline.Find(blocks, title);
    }

    /// <summary>The article in an element, the page's body or a part of it.</summary>
    /// <param name="root">Where to look.</param>
    /// <param name="title">The headline, which is no part of the body; or null.</param>
    public static ArticleBody Extract(IElement root, string? title)
    {
        var extractor = new BodyExtractor(root, title, null);
        return extractor.Select(extractor.Container());
    }

    /// <summary>The article in an element that is known to hold it and little else.</summary>
    /// <param name="root">The element.</param>
    /// <param name="title">The headline, which is no part of the body; or null.</param>
    /// <param name="passedOver">Elements in it that are no part of the article.</param>
    public static ArticleBody ExtractWhole(IElement root, string? title, IReadOnlySet<IElement> passedOver) =>
        new BodyExtractor(root, title, passedOver).Select(root);

    private IElement Container()
    {
        var current = root;
        while (true)
        {
            var all = ownProse.GetValueOrDefault(current);
            IElement? next = null;
            IElement? titled = null;
            var best = 0.0;
            foreach (var child in current.ChildNodes.OfType<IElement>())
            {
                if (IsAside(child)) continue;
                var share = prose.GetValueOrDefault(child);
                all += share;
                if (share > best) (next, best) = (child, share);
                if (share > 0 && HoldsHeadline(child)) titled = child;
            }

            if (next is null || !HoldsBlocks(next)) return current;

            // Where several articles stand on one page, the one under the page's headline is meant.
            if (titled is not null && prose[titled] > LeastArticle && (titled.LocalName == "article" || prose[titled] > all * TitledShare)) next = titled;
            else if (best < all * (names.SayBody(next) ? NamedMajority : Majority) || Continues(current, next) > all * LeastPart) return current;
            current = next;
            if (names.SayBody(current)) return current;
        }
    }

    /// <summary>The prose beside an element that goes on with it: paragraphs of its own level.</summary>
    private double Continues(IElement parent, IElement part)
    {
        var beside = 0.0;
        foreach (var child in parent.ChildNodes.OfType<IElement>())
            if (child.LocalName == "p" && child != part && prose.TryGetValue(child, out var share) && !IsAside(child)) beside += share;

        return beside;
    }

    /// <summary>Adds each block's prose to all elements around it.</summary>
    private void Weigh()
    {
        foreach (var block in blocks)
        {
            var weight = block.Prose;
            if (weight == 0) continue;
            ownProse[block.Element] = ownProse.GetValueOrDefault(block.Element) + weight;
            for (var element = block.Element; element is not null; element = element.ParentElement)
            {
                prose[element] = prose.GetValueOrDefault(element) + weight;
                if (names.SayAside(element) && element.ClassName is { Length: > 0 } name) proseUnderName[name] = proseUnderName.GetValueOrDefault(name) + weight;
                if (element == root) break;
            }
        }
    }

    private bool IsAside(IElement element)
    {
        if (element == root || element.LocalName is "body" or "main") return false;
        if (aside.TryGetValue(element, out var known)) return known;
        return aside[element] = SaysAside(element) || (element.ParentElement is { } parent && IsAside(parent));
    }

    /// <summary>
    /// Names that say "beside the article" are wrong about elements that hold most of the page's prose, or much of it under the
    /// headline: some sites name their whole page, or every part of an article, for the side bar or the shares next to it.
    /// </summary>
    private bool SaysAside(IElement element)
    {
        if (!names.SayAside(element)) return false;
        var all = Math.Max(1, prose.GetValueOrDefault(root));
        var share = prose.GetValueOrDefault(element) / all;
        if (share > TitledShare && (HoldsHeadline(element) || names.SayBody(element))) return false;
        return names.SayApart(element) || Math.Max(share, proseUnderName.GetValueOrDefault(element.ClassName ?? "") / all) < 0.5;
    }

    private bool HoldsHeadline(IElement element) => headline >= 0 && element.Contains(blocks[headline].Element);

    private static bool HoldsBlocks(IElement element) => element.LocalName is not ("p" or "li" or "pre" or "td");

    private ArticleBody Select(IElement container)
    {
        var captions = ImmutableArray.CreateBuilder<string>();
        var inside = new List<TextBlock>();
        var last = blocks.FindLastIndex(block => container.Contains(block.Element));
        for (var i = 0; i <= last; i++)
        {
            var block = blocks[i];
            var isInside = container.Contains(block.Element);
            if (IsAside(block.Element)) continue;

            // The first picture often stands above the element that holds the words.
            if (block.Kind == BlockKind.Caption && (isInside || (headline >= 0 && i > headline))) captions.Add(block.Text);
            else if (isInside && i == headline && inside.Sum(before => before.Prose) < prose.GetValueOrDefault(container) * TitledShare) inside.Clear();
            else if (isInside) inside.Add(block);
        }

        return new ArticleBody([.. BlockFilter.Keep(inside, title).Select(block => block.Text)], captions.ToImmutable()) { HeadLines = HeadLines() };
    }

    private ImmutableArray<string> HeadLines()
    {
        var start = Math.Max(0, headline - LinesAroundHeadline);
        var end = Math.Min(blocks.Count, Math.Max(0, headline) + (3 * LinesAroundHeadline));
        return [.. blocks[start..end].Where(block => block.Text.Length <= LongestHeadLine).Select(block => block.Text)];
    }
}

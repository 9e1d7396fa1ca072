using System.Collections.Immutable;
using Ingest.Extraction.Officials;
using Ingest.Storage;
using Ingest.Storage.Record;

namespace Ingest.Queries;

/// <summary>An article with all its mentions; offsets count UTF-16 units of its text, ends exclusive.</summary>
/// <param name="Article">What it is and where it stands.</param>
/// <param name="Authors">As printed.</param>
/// <param name="Modified">When it was last changed, or null.</param>
/// <param name="Section">Or null.</param>
/// <param name="Tags">As printed.</param>
/// <param name="Language">BCP 47, or null.</param>
/// <param name="Dateline">The place that opens it, or null.</param>
/// <param name="LeadPicture">Or null.</param>
/// <param name="Text">Its paragraphs, parted by an empty line; null where it is left to its publisher.</param>
/// <param name="Statements">In the order of the text.</param>
/// <param name="Officials">In the order of the text.</param>
/// <param name="Figures">In the order of the text.</param>
/// <param name="Dates">In the order of the text.</param>
/// <param name="Revisions">Every revision, oldest first.</param>
/// <param name="Copies">The other articles of its cluster.</param>
public sealed record ArticleAnswer(
    ArticleHead Article,
    ImmutableArray<string> Authors,
    DateTimeOffset? Modified,
    string? Section,
    ImmutableArray<string> Tags,
    string? Language,
    string? Dateline,
    Uri? LeadPicture,
    string? Text,
    ImmutableArray<StatementRecord> Statements,
    ImmutableArray<NamedOfficial> Officials,
    ImmutableArray<FigureRecord> Figures,
    ImmutableArray<DateRecord> Dates,
    IReadOnlyList<ArticleRevision> Revisions,
    ImmutableArray<ArticleHead> Copies)
{
    internal static ArticleAnswer Of(StoredArticle stored, RecordedArticle recorded, IReadOnlyList<ArticleRevision> revisions, ImmutableArray<ArticleHead> copies, bool withText) => new(
        recorded.Head,
        stored.Article.Authors,
        stored.Article.Modified,
        stored.Article.Section,
        stored.Article.Tags,
        stored.Article.Language,
        stored.Article.Dateline,
        stored.Article.LeadPicture,
        withText ? stored.Article.Text : null,
        recorded.Statements,
        [.. recorded.Officials.Select(NamedOfficial.Of)],
        recorded.Figures,
        recorded.Dates,
        revisions,
        copies);
}

/// <summary>An official as one article names him or her.</summary>
/// <param name="Id">The official of the record.</param>
/// <param name="Name">The fullest form in the article.</param>
/// <param name="Roles">In the article's order and words.</param>
/// <param name="Mentions">Every place where the person is named.</param>
public sealed record NamedOfficial(string Id, string Name, ImmutableArray<NamedRole> Roles, ImmutableArray<NamedPlace> Mentions)
{
    internal static NamedOfficial Of(Sighting sighting) => new(
        sighting.OfficialId,
        sighting.Name,
        [.. sighting.Roles.Select(role => new NamedRole(role.Title, role.Organisation, role.Status))],
        [.. sighting.Mentions.Select(span => new NamedPlace(span.Start, span.End))]);
}

/// <summary>A role in an article's words.</summary>
/// <param name="Title">The title.</param>
/// <param name="Organisation">The body, or null.</param>
/// <param name="Status">On the day of publication.</param>
public sealed record NamedRole(string Title, string? Organisation, OfficeStatus Status);

/// <summary>A stretch of an article's text.</summary>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="End">Exclusive.</param>
public sealed record NamedPlace(int Start, int End);

namespace Ingest.LocalHost.Sample;

/// <summary>The articles of one folder below Sample/Articles; a file "slug.edited.txt" is what becomes of "slug.txt".</summary>
internal sealed class SampleShelf
{
    private const string EditedEnd = ".edited";
    private readonly IReadOnlyList<SampleArticle> first;
    private readonly IReadOnlyList<SampleArticle> edited;

    public SampleShelf(string folder)
    {
        var files = SampleFile.Below($"Sample/Articles/{folder}/").ToDictionary(path => Path.GetFileNameWithoutExtension(path), SampleFile.Text);
        first = [.. files.Where(file => !file.Key.EndsWith(EditedEnd, StringComparison.Ordinal)).Select(file => SampleArticle.Parse(file.Key, file.Value)).OrderByDescending(article => article.Published)];
        edited = [.. first.Select(article => files.TryGetValue(article.Slug + EditedEnd, out var file) ? SampleArticle.Parse(article.Slug, file) : article)];
    }

    /// <summary>The articles, newest first, as they stand before or after the publisher's edits.</summary>
    public IReadOnlyList<SampleArticle> Articles(bool afterEdits) => afterEdits ? edited : first;
}

using System.Collections.Immutable;
using System.Text;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;
using Ingest.Extraction.Statements;
using Ingest.Extraction.Statements.Speakers;

namespace Ingest.Tests.Extraction.Statements.Speakers;

/// <summary>
/// An invented article whose contents stand in {braces} and whose mentions stand in [brackets], the first mention for the first
/// content and so on, each with its cue in &lt;angles&gt; or none; a content that opens with {~ has no mention.
/// </summary>
internal sealed class MarkedArticle
{
    private readonly List<AttributedContent> contents = [];

    private MarkedArticle(string text) => Text = text;

    public string Text { get; }

    public static MarkedArticle Read(string marked)
    {
        var text = new StringBuilder();
        var spans = new List<(TextSpan Span, bool IsBare)>();
        var mentions = new List<(TextSpan Span, Cue? Cue)>();
        int start = 0, mention = 0, cue = 0;
        var bare = false;
        foreach (var c in marked)
        {
            switch (c)
            {
                case '{': (start, bare) = (text.Length, false); break;
                case '~': bare = true; break;
                case '}': spans.Add((new TextSpan(start, text.Length), bare)); break;
                case '[': mention = text.Length; break;
                case ']': mentions.Add((new TextSpan(mention, text.Length), null)); break;
                case '<': cue = text.Length; break;
                case '>': mentions[^1] = (mentions[^1].Span, new Cue(new TextSpan(cue, text.Length), text.ToString(cue, text.Length - cue))); break;
                default: text.Append(c); break;
            }
        }

        var article = new MarkedArticle(text.ToString());
        var next = 0;
        foreach (var (span, isBare) in spans)
        {
            article.contents.Add(isBare
                ? new AttributedContent([span], StatementKind.Direct, AttributionForm.Bare, null, null)
                : new AttributedContent([span], StatementKind.Indirect, AttributionForm.SpeakerFirst, mentions[next].Span, mentions[next++].Cue));
        }

        return article;
    }

    /// <summary>One resolution a content.</summary>
    public ImmutableArray<Resolution> Resolve() =>
        SpeakerResolver.Resolve(Cast.Of(MarkedText.Of(TaggedText.Of(TokenisedText.Of(Text)))), contents);
}

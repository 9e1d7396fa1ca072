using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ingest.Extraction.Language;

/// <summary>A text with the part of speech of each token.</summary>
internal sealed class TaggedText
{
    private TaggedText(TokenisedText text, ImmutableArray<WordForm> forms, ImmutableArray<PartOfSpeech> tags)
    {
        Text = text;
        Forms = forms;
        Tags = tags;
    }

    public TokenisedText Text { get; }

    /// <summary>What models see of each token.</summary>
    public ImmutableArray<WordForm> Forms { get; }

    /// <summary>One a token.</summary>
    public ImmutableArray<PartOfSpeech> Tags { get; }

    public PartOfSpeech this[int token] => Tags[token];

    public static TaggedText Of(TokenisedText text)
    {
        var forms = WordForm.Of(text);
        var tags = PartOfSpeechTagger.Default.Tag(text, forms).ToArray();
        TagRepair.Apply(text, tags);
        return new TaggedText(text, forms, ImmutableCollectionsMarshal.AsImmutableArray(tags));
    }
}

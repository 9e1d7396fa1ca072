using System.Collections.Immutable;
using Ingest.Extraction.Language;
using Ingest.Extraction.Names;
using Ingest.Extraction.Officials;

namespace Ingest.Extraction.Statements.Speakers;

/// <summary>
/// Says who speaks each content: names, parts of names, pronouns, titles, bodies, documents and the nameless. Reads the contents in
/// the order of the text, since each speaker helps to find the next.
/// </summary>
internal sealed class SpeakerResolver
{
    /// <summary>How far from a description words look that say its bearer wants no name, in tokens.</summary>
    private const int NamelessReach = 80;

    private readonly Cast cast;
    private readonly MarkedText text;
    private readonly PersonIndex index;
    private readonly bool[] inContent;
    private readonly PronounResolver pronouns;
    private readonly RoleResolver roles;
    private readonly BodyResolver bodies;
    private Resolution? previous;
    private Resolution? beforePrevious;
    private int previousAt;
    private Cue? previousCue;

    private SpeakerResolver(Cast cast, IReadOnlyList<AttributedContent> contents)
    {
        this.cast = cast;
        text = cast.Text;
        index = new PersonIndex(cast);
        inContent = InContent(text, contents);
        pronouns = new PronounResolver(cast, index, inContent);
        roles = new RoleResolver(cast, index);
        bodies = new BodyResolver(cast);
    }

    /// <summary>One resolution a content, in the order of the contents.</summary>
    public static ImmutableArray<Resolution> Resolve(Cast cast, IReadOnlyList<AttributedContent> contents)
    {
        var resolver = new SpeakerResolver(cast, contents);
        var resolutions = new Resolution[contents.Count];
        foreach (var i in Enumerable.Range(0, contents.Count).OrderBy(i => contents[i].Pieces[0].Start))
        {
            resolutions[i] = resolver.Resolve(contents[i]);
            resolver.beforePrevious = resolver.previous;
            resolver.previous = resolutions[i];
            resolver.previousAt = resolver.text.Text.TokenAt(contents[i].Mention?.Start ?? contents[i].Pieces[0].Start);
            resolver.previousCue = contents[i].Cue;
        }

        return [.. resolutions];
    }

    private Resolution Resolve(AttributedContent content)
    {
        if (content.Mention is not { } span)
            return content.Cue is not null && index.SubjectBefore(text.Text.TokenAt(content.Cue.Span.Start), inContent) is var (subject, by) ? OfPerson(subject, by.Span, "name", 0.75) : Previous(content);
        var tokens = new TokenRange(text.Text.TokenAt(span.Start), text.Text.TokenAt(span.End - 1) + 1);
        if (tokens.Count <= 0 || tokens.End > text.Text.Tokens.Length) return Unknown(span);
        tokens = WithoutClause(tokens);
        if (IsVerbAlone(tokens) && content.Cue is not null && index.SubjectBefore(tokens.First, inContent) is var (nearest, nearestAt)) return OfPerson(nearest, nearestAt.Span, "name", 0.75);
        if (index.NamedBy(tokens) is var (person, mention)) return OfPerson(person, mention.Span, mention.Name.Count == person.Fullest.Name.Count ? "name" : "surname", mention.Name.Count == person.Fullest.Name.Count ? 0.96 : 0.92);
        if (Honoured(tokens) is { } honoured) return OfPerson(honoured, span, "title", 0.85);
        if (KnownAs(tokens) is { } alias) return OfPerson(alias, span, "name", 0.85);
        if (tokens.Count == 1 && text.Tag(tokens.First).Class == WordClass.Pronoun) return OfPronoun(tokens.First, span, content);
        if (LooksLikeName(tokens) && OfName(tokens, span) is { } named) return named;
        return OfDescription(tokens, span);
    }

    // "Lyonpo said": of an honorific alone, whoever was last named with it.
    private Person? Honoured(TokenRange tokens) => text.HonorificAt(tokens.First).Length != tokens.Count ? null
        : index.Before(tokens.First).FirstOrDefault(named => named.Mention.Name.First is var at && text.HonorificEndingAt(at) is var length && length > 0 && text.Key(at - length) == text.Key(tokens.First)).Person;

    // "A victim, who wanted to be known only as Madam Koh", "an owner surnamed Deng": the name that the nameless go by.
    private Person? KnownAs(TokenRange tokens)
    {
        for (var t = tokens.First + 2; t + 1 < tokens.End; t++)
            if (text.Text.Is(t, "surnamed") || (text.Text.Is(t, "as") && (text.Text.Is(t - 1, "only") || text.Text.Is(t - 1, "known") || text.Text.Is(t - 1, "identified")))) return index.NamedBy(new TokenRange(t + 1, tokens.End))?.Person;
        return null;
    }

    // "A report by the office, dated May 3, states": the words before the comma are the subject.
    private TokenRange WithoutClause(TokenRange tokens)
    {
        var first = text.Sentence(tokens.First).First;
        var isClause = text.Text.Is(tokens.First, "dated") || (text.Tag(tokens.First).Tag == PennTag.VBN && !text.IsCapital(tokens.First));
        return isClause && text.IsMark(tokens.First - 1, ',') && tokens.First - 1 - first is > 0 and < 24 ? new TokenRange(first, tokens.First - 1) : tokens;
    }

    // A verb taken for a subject: "X, 63, wept and told the court that …".
    private bool IsVerbAlone(TokenRange tokens) => tokens.Count == 1 && !text.IsCapital(tokens.First) && text.Tag(tokens.First).Class is WordClass.Verb or WordClass.Auxiliary;

    // A quote without attribution belongs to whoever spoke last.
    private Resolution Previous(AttributedContent content)
    {
        if (previous is not null) return previous with { Speaker = previous.Speaker with { Mention = null, MentionText = null, ResolvedBy = "previous-speaker" }, Confidence = previous.Confidence * 0.94 };
        var at = text.Text.TokenAt(content.Pieces[0].Start);
        return index.LastBefore(at) is { } person ? OfPerson(person, null, "previous-speaker", 0.5) : new Resolution(new Speaker(null, null, null, null, SpeakerKind.Unknown, "unknown"), 0.1, null);
    }

    private Resolution OfPronoun(int t, TextSpan span, AttributedContent content)
    {
        var gender = text.Text.Is(t, "he") || text.Text.Is(t, "him") || text.Text.Is(t, "his") ? Gender.Male
            : text.Text.Is(t, "she") || text.Text.Is(t, "her") ? Gender.Female : Gender.Unknown;
        if (gender == Gender.Unknown) return OfNeuter(t, span);
        var answers = previousAt < t && IsQuestion(previousCue) && (IsAnswer(content.Cue) || SpeakerAnswers(t));
        var person = pronouns.Find(t, gender, answers ? beforePrevious : previous, previousAt, answers ? previous?.Person : null, out var lead);
        if (person is not null) return OfPerson(person, span, "pronoun", 0.72 + (0.24 * lead));
        return previous is { Person: null, Speaker.FullName: not null } ? Again(span, "pronoun", 0.8) : Unknown(span);
    }

    // "Replying to X, who asked whether …, she said": somebody else than X.
    private bool SpeakerAnswers(int t)
    {
        var first = text.Sentence(t).First;
        return text.Text.SentenceOf(previousAt) == text.Text.SentenceOf(t)
            && (text.Text.Is(first, "replying") || text.Text.Is(first, "responding") || text.Text.Is(first, "answering") || text.Text.Is(first, "asked") || (text.Text.Is(first, "in") && (text.Text.Is(first + 1, "reply") || text.Text.Is(first + 1, "response"))));
    }

    // "it", "they": the body, document or group that spoke last.
    private Resolution OfNeuter(int t, TextSpan span)
    {
        var plural = text.Text.Is(t, "they") || text.Text.Is(t, "them") || text.Text.Is(t, "we");
        if (previous is { Person: null, Speaker.FullName: not null } && (plural || previous.Speaker.Kind is not SpeakerKind.Anonymous)) return Again(span, "pronoun", 0.85);
        if (text.Text.Is(t, "I") && previous is not null) return Again(span, "pronoun", 0.6);
        var last = cast.Bodies.LastOrDefault(body => body.Tokens.End <= t);
        if (!plural && last is not null) return OfBody(bodies.Fullest(last), span, "pronoun", 0.6);
        return Unknown(span);
    }

    private Resolution Again(TextSpan span, string by, double confidence) =>
        previous! with { Speaker = previous.Speaker with { Mention = span, MentionText = span.In(text.Text.Text), ResolvedBy = by }, Confidence = previous.Confidence * confidence };

    // "the Khmer Unity League", "FiA"; not "The SHO" and not "A report".
    private bool LooksLikeName(TokenRange tokens)
    {
        var first = tokens.First;
        if (text.Tag(first).Tag == PennTag.DT && tokens.Count > 1) first++;
        return text.IsCapital(first) && !(first > tokens.First && text.OfficeAt(first).Length == tokens.End - first);
    }

    // Capitals that are nobody of the cast: a body, an abbreviation, a person named once.
    private Resolution? OfName(TokenRange tokens, TextSpan span)
    {
        var core = NounPhrases.Core(text, tokens);
        var head = NounPhrases.Head(text, core);
        if (text.Has(head, WordTraits.Document)) return null;
        // "Transparency group Open Ledger": small letters before the name say what it is.
        if (CapitalTail(core) is { Count: > 0 } tail && tail.First > core.First && !text.IsCapital(tail.First - 1) && text.Has(tail.First - 1, WordTraits.BodyHead | WordTraits.LooseBodyHead)) return Named(tail, span, SpeakerKind.Organisation);
        if (core.Count <= 2 && bodies.Abbreviated(core.First) is { } abbreviated) return OfBody(abbreviated, span, "abbreviation", 0.93);
        if (bodies.At(core) is { } body && (body.Tokens.First >= core.First || core.End == body.Tokens.End) && head < body.Tokens.End)
        {
            // "Board of Audit and Inspection report": the document speaks.
            var next = body.Tokens.End;
            if (next < text.Sentence(core.First).End && text.Has(next, WordTraits.Document) && text.Tag(next).IsNoun && !text.IsCapital(next) && !text.IsPossessive(next - 1)) return Named(new TokenRange(core.First, next + 1), span, SpeakerKind.Document);
            return OfBody(bodies.Fullest(body), span, "organisation", 0.92, Words(core));
        }

        if (!text.IsCapital(core.End - 1) || text.OfficeAt(head).Length > 0 && core.Count > 1) return null;
        var isBody = bodies.At(core) is not null || IsThe(tokens.First) || text.Has(core.First, WordTraits.Place) || IsToldABody(tokens.End);
        return new Resolution(new Speaker(span, span.In(text.Text.Text), Words(core), null, isBody ? SpeakerKind.Organisation : SpeakerKind.Person, "name"), 0.85, null);
    }

    // "Walhi, an environmental group, …"
    private bool IsToldABody(int end)
    {
        if (!text.IsMark(end, ',') || text.Tag(Math.Min(end + 1, text.Text.Tokens.Length - 1)).Tag != PennTag.DT) return false;
        for (var t = end + 2; t < Math.Min(end + 8, text.Text.Tokens.Length) && text.Text.Tokens[t].Kind == TokenKind.Word && text.Tag(t).Class is WordClass.Noun or WordClass.Adjective or WordClass.ProperNoun; t++)
            if (text.Has(t, WordTraits.BodyHead)) return true;
        return false;
    }

    private Resolution OfDescription(TokenRange tokens, TextSpan span)
    {
        var core = NounPhrases.Core(text, WithoutPartitive(tokens));
        var head = NounPhrases.Head(text, core);
        var definite = IsThe(tokens.First) || text.IsPossessivePronoun(tokens.First) || text.IsPossessive(tokens.First) || (TitleReader.Age(text, core.First) > 0 && text.Tag(tokens.First).Tag != PennTag.DT);
        if (CapitalTail(core) is { Count: > 0 } tail && text.Has(tail.First - 1, WordTraits.BodyHead | WordTraits.LooseBodyHead)) return Named(tail, span, SpeakerKind.Organisation);
        if (text.Has(head, WordTraits.Document) && !text.IsCapital(head)) return OfDocument(core, head, definite, span);
        var isPerson = text.OfficeEndingAt(head + 1) > 0 || TitleReader.Age(text, core.First) > 0;
        var isPlural = text.Tag(head).Tag is PennTag.NNS or PennTag.NNPS || text.OfficeEndingAt(head + 1) > 0 && text.OfficeAt(head + 1 - text.OfficeEndingAt(head + 1)).Value.IsPlural;
        if (definite && !isPlural)
        {
            // "the source", "the diplomat": the nameless one who spoke before.
            if (previous is { Person: null, Speaker: { Kind: SpeakerKind.Anonymous, FullName: { } nameless } } && core.Count <= 2 && (SameNoun(nameless, head) || text.Text.Is(head, "source"))) return Again(span, "anonymous", 0.9);
            var own = text.IsPossessivePronoun(tokens.First) ? new TokenRange(tokens.First + 1, core.End) : core;
            if (own.Count > 0 && roles.Find(own, ahead: core.Count <= 3, out var quality) is { } person) return OfPerson(person, span, TitleReader.Age(text, core.First) > 0 ? "age" : "title", 0.62 + (0.3 * quality));
            if (!isPerson && bodies.Named(own, head) is { } body) return OfBody(body, span, "organisation", 0.9);
            if (!isPerson && BodyResolver.IsGeneric(text, head) && previous is { Person: null, Speaker.Kind: SpeakerKind.Organisation or SpeakerKind.Person }) return Again(span, "organisation", 0.85);
            if (!isPerson && bodies.Last(own, head) is { } last) return OfBody(last, span, "organisation", 0.75);
            if (!isPerson && text.Has(head, WordTraits.PlaceHead) && previous is { Person: null, Speaker.Kind: SpeakerKind.Organisation or SpeakerKind.Person }) return Again(span, "organisation", 0.8);
            var isAge = TitleReader.Age(text, core.First) > 0;
            if ((isPerson || isAge) && core.Count <= 6 && pronouns.Described(tokens.First, previous, previousAt, person => (person.IsCertain || isAge) && MayBe(person, core, head)) is { } described)
                return OfPerson(described, span, isAge ? "age" : "title", isAge ? 0.75 : 0.55);
        }
        else if (!isPlural && isPerson && Introduces(tokens, core) is { } later)
        {
            return OfPerson(later, span, "title", 0.75);
        }

        return Nameless(tokens, core, head, isPerson, span);
    }

    // "one of them, a turbine engineer"
    private TokenRange WithoutPartitive(TokenRange tokens)
    {
        if (!text.Text.Is(tokens.First, "one") || !text.Text.Is(tokens.First + 1, "of")) return tokens;
        for (var t = tokens.First + 2; t < tokens.End - 1; t++)
            if (text.IsMark(t, ',')) return tokens with { First = t + 1 };
        return tokens;
    }

    // A farmer is nobody with an office, a woman of 38 nobody of another age.
    private bool MayBe(Person person, TokenRange core, int head)
    {
        var age = roles.AgeOf(core, out _);
        if (age is not null && person.Age is not null && age != person.Age) return false;
        if (GenderReader.OfNoun(text.Key(head)) is var gender and not Gender.Unknown && person.Gender != Gender.Unknown && person.Gender != gender) return false;
        var length = text.OfficeEndingAt(head + 1);
        var isTrade = length > 0 && text.OfficeAt(head + 1 - length).Value.Kind is OfficeKind.Trade or OfficeKind.Kin;
        return !isTrade || !person.Roles.Any(role => RoleTest.IsOffice(text, role));
    }

    // "an opposition lawmaker claimed" at the top, told by name in the next paragraph.
    private Person? Introduces(TokenRange tokens, TokenRange core)
    {
        if (text.Text.Paragraphs.Length == 0 || !(text.Text.Is(tokens.First, "a") || text.Text.Is(tokens.First, "an")) || tokens.End - core.End > 0) return null;
        var sentence = text.Sentence(tokens.First);
        if (tokens.First - sentence.First > NamelessReach || sentence.First > text.Text.Paragraphs[Math.Min(1, text.Text.Paragraphs.Length - 1)].First) return null;
        for (var t = sentence.First; t < Math.Min(sentence.End, tokens.End + NamelessReach); t++)
            if (text.Text.Is(t, "anonymity") || text.Text.Is(t, "named") || text.Text.Is(t, "identified")) return null;
        var soon = text.Text.Paragraphs[Math.Min(3, text.Text.Paragraphs.Length - 1)].End;
        return index.From(tokens.First)
            .TakeWhile(named => named.Mention.Name.First < soon)
            .FirstOrDefault(named => named.Person.Mentions[0] == named.Mention && roles.Fits(named.Person, core)).Person;
    }

    private Resolution OfDocument(TokenRange core, int head, bool definite, TextSpan span)
    {
        var generic = text.Text.Is(head, "document") || text.Text.Is(head, "documents") || text.Text.Is(head, "paper") || text.Text.Is(head, "text");
        var bare = head == core.End - 1 && Modifiers(core, head) == 0;
        if (definite && bare && previous is { Speaker.Kind: SpeakerKind.Document } && (generic || SameNoun(previous.Speaker.FullName!, head))) return Again(span, "document", 0.92);
        return Named(core, span, SpeakerKind.Document);
    }

    private Resolution Nameless(TokenRange tokens, TokenRange core, int head, bool isPerson, TextSpan span)
    {
        var whole = text.IsPossessivePronoun(tokens.First) ? new TokenRange(tokens.First, core.End) : core;
        var kind = !isPerson && (text.Has(head, WordTraits.BodyHead) || text.Has(head, WordTraits.PlaceHead)) ? SpeakerKind.Organisation : SpeakerKind.Anonymous;
        var words = Words(whole);
        return new Resolution(new Speaker(span, span.In(text.Text.Text), words, isPerson ? words : null, kind, kind == SpeakerKind.Anonymous ? "anonymous" : "organisation"), 0.85, null);
    }

    private Resolution Named(TokenRange core, TextSpan span, SpeakerKind kind) =>
        new(new Speaker(span, span.In(text.Text.Text), Words(core), null, kind, kind == SpeakerKind.Document ? "document" : "name"), 0.87, null);

    private Resolution OfPerson(Person person, TextSpan? span, string by, double confidence) =>
        new(new Speaker(span, span?.In(text.Text.Text), person.Name, SpeakerTitle.Of(text, person), SpeakerKind.Person, by), confidence, person);

    private Resolution OfBody(Body body, TextSpan span, string by, double confidence, string? atLeast = null) =>
        new(new Speaker(span, span.In(text.Text.Text), atLeast?.Length > body.Name.Length && !atLeast.Contains('(') ? atLeast : body.Name, null, KindOf(body), by), confidence, null);

    // "Board of Audit report": a body's name that ends in a document's noun.
    private SpeakerKind KindOf(Body body) =>
        text.Has(body.Tokens.End - 1, WordTraits.Document) && !text.IsCapital(body.Tokens.End - 1) ? SpeakerKind.Document : SpeakerKind.Organisation;

    private Resolution Unknown(TextSpan span) => new(new Speaker(span, span.In(text.Text.Text), null, null, SpeakerKind.Unknown, "unknown"), 0.15, null);

    // The capitals at the end of "rights group Adhoc".
    private TokenRange CapitalTail(TokenRange core)
    {
        var first = core.End;
        while (first > core.First && text.IsCapital(first - 1)) first--;
        return first > core.First ? new TokenRange(first, core.End) : default;
    }

    private int Modifiers(TokenRange core, int head)
    {
        var count = 0;
        for (var t = core.First; t < head; t++)
            if (text.Text.Tokens[t].Kind == TokenKind.Word && text.Tag(t).Class is not WordClass.Numeral && !text.Text.Is(t, "page") && !text.Text.Is(t, "-page")) count++;
        return count;
    }

    private bool SameNoun(string name, int head) => name.Split(' ').Any(word => WordKey.Of(word) == text.Key(head));

    // An abbreviation in brackets after capitals is no part of the name.
    private string Words(TokenRange tokens)
    {
        var end = tokens.End;
        if (tokens.Count > 3 && text.IsMark(end - 1, ')') && BodyReader.AbbreviationStart(text, end - 1) is var open && open > tokens.First && text.IsCapital(open - 1)) end = open;
        return new TextSpan(text.WordStart(tokens.First), text.WordEnd(end - 1)).In(text.Text.Text);
    }

    private bool IsThe(int t) => text.Text.Is(t, "the");

    private static bool IsAnswer(Cue? cue) => cue is not null && (cue.Text.StartsWith("repl", StringComparison.OrdinalIgnoreCase) || cue.Text.StartsWith("answer", StringComparison.OrdinalIgnoreCase) || cue.Text.StartsWith("respond", StringComparison.OrdinalIgnoreCase));

    private static bool IsQuestion(Cue? cue) => cue is not null && cue.Text.StartsWith("ask", StringComparison.OrdinalIgnoreCase);

    private static bool[] InContent(MarkedText text, IReadOnlyList<AttributedContent> contents)
    {
        var inside = new bool[text.Text.Tokens.Length];
        foreach (var piece in contents.SelectMany(content => content.Pieces))
            for (var t = text.Text.TokenAt(piece.Start); t < inside.Length && text.Text.Tokens[t].Start < piece.End; t++) inside[t] = true;
        return inside;
    }
}

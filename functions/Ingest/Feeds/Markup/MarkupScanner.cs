namespace Ingest.Feeds.Markup;

/// <summary>What a scanner stands on.</summary>
internal enum MarkupToken
{
    /// <summary>Characters, their references as written.</summary>
    Text,

    /// <summary>Characters of a CDATA section: nothing in them is a reference.</summary>
    CharacterData,

    /// <summary>The start of an element.</summary>
    Start,

    /// <summary>The end of an element.</summary>
    End,
}

/// <summary>An attribute, its value decoded.</summary>
internal readonly record struct MarkupAttribute(string Name, string Value);

/// <summary>
/// Cuts XML or HTML into tags and text, whatever state it is in: nothing that it meets is an error. Comments, instructions
/// and document types are passed over; of the latter only the entities that stand for plain text are remembered.
/// Every character is looked at a bounded number of times.
/// </summary>
internal sealed class MarkupScanner(string source)
{
    private const string OpensCharacterData = "<![CDATA[";
    private const string ClosesCharacterData = "]]>";

    /// <summary>More attributes than any element has a reason for; what follows is left unread.</summary>
    private const int MostAttributes = 100;

    private readonly List<MarkupAttribute> attributes = [];
    private int position;
    private (int Start, int End) text;
    private bool commentsEnd = true;
    private bool instructionsEnd = true;
    private bool subsetsEnd = true;
    private bool characterDataEnds = true;

    /// <summary>How the document's character references are read.</summary>
    public CharacterReferences References { get; } = new();

    /// <summary>The tag's name as written, prefix and case kept.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the start tag is also the end, as in <c>&lt;br/&gt;</c>.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>The start tag's attributes, the first of each name.</summary>
    public IReadOnlyList<MarkupAttribute> Attributes => attributes;

    /// <summary>The characters as written.</summary>
    public ReadOnlySpan<char> RawText => source.AsSpan(text.Start, text.End - text.Start);

    /// <summary>Moves to the next token; null at the end.</summary>
    /// <param name="open">The innermost open element's name: its end tag ends a CDATA section that was left open.</param>
    public MarkupToken? Next(string? open = null)
    {
        while (position < source.Length)
        {
            switch (KindAt(position))
            {
                case Markup.Start: return ReadStart();
                case Markup.End: return ReadEnd();
                case Markup.CharacterData: return ReadCharacterData(open);
                case Markup.Comment: PassComment(); break;
                case Markup.Declaration: PassDeclaration(); break;
                case Markup.Instruction: PassInstruction(); break;
                default: return ReadText();
            }
        }

        return null;
    }

    private enum Markup
    {
        None,
        Start,
        End,
        CharacterData,
        Comment,
        Declaration,
        Instruction,
    }

    /// <summary>What begins at an offset; an angle bracket that begins nothing is text.</summary>
    private Markup KindAt(int offset)
    {
        var rest = source.AsSpan(offset);
        if (rest.Length < 2 || rest[0] != '<') return Markup.None;
        if (StartsName(rest[1])) return Markup.Start;
        if (rest[1] == '?') return Markup.Instruction;
        if (rest[1] == '/') return rest.Length > 2 && StartsName(rest[2]) ? Markup.End : Markup.None;
        if (rest[1] != '!' || rest.Length < 3) return Markup.None;
        if (char.IsAsciiLetter(rest[2])) return Markup.Declaration;
        if (rest.StartsWith("<!--")) return Markup.Comment;
        return rest.StartsWith(OpensCharacterData) ? Markup.CharacterData : Markup.None;
    }

    private MarkupToken ReadText()
    {
        var end = position;
        do end = source.IndexOf('<', end + 1);
        while (end >= 0 && KindAt(end) == Markup.None);
        if (end < 0) end = source.Length;
        text = (position, end);
        position = end;
        return MarkupToken.Text;
    }

    private MarkupToken ReadCharacterData(string? open)
    {
        var start = position + OpensCharacterData.Length;
        var end = characterDataEnds ? source.IndexOf(ClosesCharacterData, start, StringComparison.Ordinal) : -1;
        characterDataEnds = end >= 0;
        var next = characterDataEnds ? end + ClosesCharacterData.Length : source.Length;
        if (!characterDataEnds) end = source.Length;

        // The end found may be the next section's; then ours was left open and ends where its element does.
        var another = source.IndexOf(OpensCharacterData, start, end - start, StringComparison.Ordinal);
        var limit = characterDataEnds ? another : end;
        if (limit >= 0 && open is not null)
        {
            var close = source.IndexOf("</" + open, start, limit - start, StringComparison.OrdinalIgnoreCase);
            if (close >= 0) end = next = close;
        }

        text = (start, end);
        position = next;
        return MarkupToken.CharacterData;
    }

    private void PassInstruction()
    {
        var end = instructionsEnd ? After("?>", position) : null;
        instructionsEnd = end is not null;
        position = end ?? After(">", position) ?? source.Length;
    }

    private void PassComment()
    {
        var end = commentsEnd ? After("-->", position + 2) : null;
        commentsEnd = end is not null;
        position = end ?? position + "<!--".Length;
    }

    private void PassDeclaration()
    {
        var length = source.AsSpan(position).IndexOfAny('>', '[');
        var end = length < 0 ? -1 : position + length;
        if (end >= 0 && source[end] == '[' && subsetsEnd)
        {
            var subset = source.IndexOf(']', end);
            subsetsEnd = subset >= 0;
            if (subsetsEnd) References.Declare(source.AsSpan(end, subset - end));
            end = source.IndexOf('>', subsetsEnd ? subset : end);
        }

        position = end < 0 ? source.Length : end + 1;
    }

    private MarkupToken ReadEnd()
    {
        position += 2;
        Name = ReadName().ToString();
        var end = source.AsSpan(position).IndexOfAny('<', '>');
        position = end < 0 ? source.Length : position + end + (source[position + end] == '>' ? 1 : 0);
        return MarkupToken.End;
    }

    private MarkupToken ReadStart()
    {
        position++;
        Name = ReadName().ToString();
        IsSelfClosing = false;
        attributes.Clear();
        while (position < source.Length)
        {
            var c = source[position];
            if (c == '<') break;
            if (c == '>')
            {
                position++;
                break;
            }

            if (c == '/' || char.IsWhiteSpace(c) || !IsNamePart(c))
            {
                IsSelfClosing = c == '/' && position + 1 < source.Length && source[position + 1] == '>';
                position++;
            }
            else
            {
                ReadAttribute();
            }
        }

        return MarkupToken.Start;
    }

    private void ReadAttribute()
    {
        var name = ReadName();
        var afterName = position;
        PassSpace();
        ReadOnlySpan<char> value = [];
        if (position < source.Length && source[position] == '=')
        {
            position++;
            PassSpace();
            value = ReadValue();
        }
        else
        {
            position = afterName;
        }

        // What is not kept is never copied: a hostile tag has millions.
        if (attributes.Count < MostAttributes && !HasAttribute(name)) attributes.Add(new(name.ToString(), References.Decode(value)));
    }

    private bool HasAttribute(ReadOnlySpan<char> name)
    {
        foreach (var attribute in attributes)
            if (name.SequenceEqual(attribute.Name)) return true;
        return false;
    }

    private ReadOnlySpan<char> ReadValue()
    {
        if (position >= source.Length) return [];
        var quote = source[position];
        int start, end;
        if (quote is '"' or '\'' && source.IndexOf(quote, position + 1) is >= 0 and var closing)
        {
            (start, end) = (position + 1, closing);
            position = closing + 1;
        }
        else
        {
            start = position;
            end = position;
            while (end < source.Length && source[end] is not ('>' or '<') && !char.IsWhiteSpace(source[end])) end++;
            // The slash of href=http://example.org/> is the address's, that of width=1/> ends the tag.
            position = end;
        }

        return source.AsSpan(start, end - start);
    }

    private ReadOnlySpan<char> ReadName()
    {
        var start = position;
        while (position < source.Length && IsNamePart(source[position])) position++;
        return source.AsSpan(start, position - start);
    }

    private void PassSpace()
    {
        while (position < source.Length && char.IsWhiteSpace(source[position])) position++;
    }

    private int? After(string end, int from) =>
        from < source.Length && source.IndexOf(end, from, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : null;

    private static bool StartsName(char c) => char.IsLetter(c) || c is '_' or ':';

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '-' or '.';
}

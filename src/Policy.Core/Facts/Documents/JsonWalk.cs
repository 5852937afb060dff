using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>Goes through a JSON document once, and stops at its first problem.</summary>
internal ref struct JsonWalk
{
    /// <summary>Stands at the current token.</summary>
    public Utf8JsonReader Reader;

    private DuplicateNames names;

    /// <summary>Stands before the document, which must be UTF-8 without a byte order mark.</summary>
    public JsonWalk(ReadOnlyMemory<byte> document)
    {
        Reader = new Utf8JsonReader(document.Span);
        names = new DuplicateNames(document);
    }

    /// <summary>Why the document is refused; null as long as it is not.</summary>
    public DocumentProblem? Problem { get; private set; }

    /// <summary>The object at which the walk stands is entered.</summary>
    public void Open() => names.Open();

    /// <summary>Goes to the next name of the innermost object.</summary>
    /// <returns>False at the end of the object, and when there is a problem.</returns>
    public bool NextName()
    {
        if (Problem is not null || !Reader.Read() || Reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        if (!JsonText.IsReadable(ref Reader))
        {
            return Refuse("a name holds half a character");
        }

        return names.Add(ref Reader) || RefuseDuplicate();
    }

    /// <summary>The innermost object has ended.</summary>
    /// <returns>False if there is a problem.</returns>
    public bool Close() => Problem is null && (names.Close() || RefuseDuplicate());

    /// <summary>Goes to the last token of the value at which the walk stands.</summary>
    /// <returns>False if there is a problem.</returns>
    public bool Skip()
    {
        if (Reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return true;
        }

        if (Reader.TokenType == JsonTokenType.StartObject)
        {
            Open();
            while (NextName() && Reader.Read() && Skip())
            {
                // The members are looked at for their names only.
            }

            return Close();
        }

        while (Reader.Read() && Reader.TokenType != JsonTokenType.EndArray)
        {
            if (!Skip())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text at which the walk stands; null if it is none.</summary>
    public string? Text() => Reader.TokenType == JsonTokenType.String && JsonText.TryRead(ref Reader, out var text) ? text : null;

    /// <summary>Stops at the current token.</summary>
    /// <returns>False.</returns>
    public bool Refuse(string message)
    {
        Problem = new DocumentProblem(message, Reader.TokenStartIndex);
        return false;
    }

    /// <summary>Gives the memory back.</summary>
    public void GiveBack() => names.GiveBack();

    private bool RefuseDuplicate() => Refuse($"the name `{System.Text.Encoding.UTF8.GetString(names.Found.Span)}` stands twice in one object");
}

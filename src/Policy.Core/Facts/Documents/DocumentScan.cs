using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>One pass over the bytes of a fact document.</summary>
/// <param name="document">The document: UTF-8 without a byte order mark.</param>
/// <param name="wanted">The facts to read.</param>
internal ref struct DocumentScan(ReadOnlyMemory<byte> document, WantedFacts wanted)
{
    private readonly DocumentFindings findings = new(wanted);
    private JsonWalk walk = new(document);
    private FactOrigin origin = new("", null, "");
    private bool hasFormat;
    private bool hasFacts;

    /// <summary>Why the document is refused; null if it is not.</summary>
    public readonly DocumentProblem? Problem => walk.Problem;

    /// <summary>Reads the whole document.</summary>
    /// <returns>The facts without a digest, or null if there is a problem.</returns>
    /// <exception cref="JsonException">The document is not JSON.</exception>
    public HostFacts? Run()
    {
        walk.Reader.Read();
        if (walk.Reader.TokenType != JsonTokenType.StartObject)
        {
            walk.Refuse("a fact document is a JSON object");
            return null;
        }

        walk.Open();
        while (walk.NextName() && Member())
        {
            // Every member is read where it stands.
        }

        var isRead = walk.Close() && !walk.Reader.Read() && IsWhole();
        return isRead ? new HostFacts(origin, "", findings.Resolve()) : null;
    }

    /// <summary>Gives the memory back.</summary>
    public void GiveBack() => walk.GiveBack();

    private bool IsWhole()
    {
        var missing = (hasFormat, origin.Host, hasFacts) switch
        {
            (false, _, _) => "format",
            (_, "", _) => "host",
            (_, _, false) => "facts",
            _ => null,
        };
        return missing is null || walk.Refuse($"the member `{missing}` is missing");
    }

    private bool Member()
    {
        _ = JsonText.TryRead(ref walk.Reader, out var name);
        walk.Reader.Read();
        return name switch
        {
            "format" => Format(),
            "host" => Host(),
            "collected_at" => CollectedAt(),
            "collector" => Collector(),
            "facts" => Facts(),
            "unknown" => NamedMembers.ReadUnknown(ref walk, findings),
            "sources" => NamedMembers.ReadSources(ref walk, findings),
            _ => walk.Skip(),
        };
    }

    private bool Format()
    {
        hasFormat = walk.Reader.TokenType == JsonTokenType.Number && walk.Reader.TryGetInt32(out var format) && format == 1;
        return hasFormat || walk.Refuse("the format must be 1");
    }

    private bool Host()
    {
        origin = origin with { Host = walk.Text() ?? "" };
        return origin.Host.Length > 0 || walk.Refuse("the host must be a text that is not empty");
    }

    private bool Collector()
    {
        var text = walk.Text();
        origin = origin with { Collector = text ?? "" };
        return text is not null || walk.Refuse("the collector must be a text");
    }

    private bool CollectedAt()
    {
        if (walk.Reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (!Instants.TryParse(walk.Text(), out var instant))
        {
            return walk.Refuse("`collected_at` must be a date such as `2026-11-22T09:59:31Z`");
        }

        origin = origin with { CollectedAt = instant };
        return true;
    }

    private bool Facts()
    {
        hasFacts = true;
        return walk.Reader.TokenType == JsonTokenType.StartObject ? Members(wanted.Root) : walk.Refuse("`facts` must be an object");
    }

    private bool Members(WantedNode node)
    {
        var isComplete = false;
        var hint = 0;
        walk.Open();
        while (walk.NextName())
        {
            var child = node.Find(JsonText.Name(ref walk.Reader), ref hint);
            var isMark = node.IsMap && walk.Reader.ValueTextEquals("*"u8);
            walk.Reader.Read();
            isComplete |= isMark && walk.Reader.TokenType == JsonTokenType.Null;
            if (!(child is null ? walk.Skip() : Value(child)))
            {
                return false;
            }
        }

        if (isComplete)
        {
            findings.Complete(node);
        }

        return walk.Close();
    }

    private bool Value(WantedNode node)
    {
        // The walk goes first: it refuses a document with a name that stands twice before anything is read from it.
        var start = walk.Reader;
        findings.Visit(node);
        if (!(start.TokenType == JsonTokenType.StartObject ? Members(node) : walk.Skip()))
        {
            return false;
        }

        if (start.TokenType == JsonTokenType.Null)
        {
            findings.SetAll(node, new Absent());
            return true;
        }

        if (start.TokenType != JsonTokenType.StartObject && !node.Children.IsEmpty)
        {
            findings.SetAll(node, ValueReader.Malformed(start.TokenType, "record"));
        }

        foreach (var slot in node.Slots)
        {
            var again = start;
            findings.Set(slot, ValueReader.Read(ref again, slot.Type));
        }

        return true;
    }
}

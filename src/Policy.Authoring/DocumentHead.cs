using Policy.Authoring.Yaml;
using YamlDotNet.Core.Events;

namespace Policy.Authoring;

/// <summary>The first entry of a document, which says its kind and its id.</summary>
/// <param name="Kind">The first key, such as <c>policy</c>; any text.</param>
/// <param name="Id">The text under it; empty if there is none.</param>
public sealed record DocumentHead(string Kind, string Id)
{
    /// <summary>Whether the document speaks about policies, so that these have to be read before it.</summary>
    public bool IsAboutPolicies => Kind is "waivers" or "tests";

    /// <summary>Looks at the beginning of a document and at nothing behind it; null if it does not begin with an entry.</summary>
    public static DocumentHead? Of(string file, ReadOnlyMemory<byte> bytes)
    {
        if (Utf8Text.Decode(file, bytes).Value is not { } source)
        {
            return null;
        }

        using var events = new YamlEvents(source.Text, new YamlComplaints(source));
        for (var pulled = 0; pulled < 3; pulled++)
        {
            events.Next();
        }

        return events.Current is MappingStart && events.Next() && events.Current is Scalar key
            ? new DocumentHead(key.Value, events.Next() && events.Current is Scalar id ? id.Value : string.Empty)
            : null;
    }
}

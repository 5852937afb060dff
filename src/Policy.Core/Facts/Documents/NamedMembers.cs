using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>Reads the members whose names are paths: <c>unknown</c> and <c>sources</c>.</summary>
internal static class NamedMembers
{
    /// <summary>Reads why facts are unknown.</summary>
    public static bool ReadUnknown(ref JsonWalk walk, DocumentFindings findings)
    {
        if (walk.Reader.TokenType != JsonTokenType.StartObject)
        {
            return walk.Refuse("`unknown` must be an object");
        }

        walk.Open();
        while (walk.NextName())
        {
            var path = JsonText.Name(ref walk.Reader);
            walk.Reader.Read();
            if (!TryUnknown(ref walk, out var unknown))
            {
                return false;
            }

            findings.AddUnknown(path, unknown);
        }

        return walk.Close();
    }

    /// <summary>Reads where facts come from.</summary>
    public static bool ReadSources(ref JsonWalk walk, DocumentFindings findings)
    {
        if (walk.Reader.TokenType != JsonTokenType.StartObject)
        {
            return walk.Refuse("`sources` must be an object");
        }

        walk.Open();
        while (walk.NextName())
        {
            var node = findings.Find(JsonText.Name(ref walk.Reader));
            walk.Reader.Read();
            if (!TrySource(ref walk, node is not null, out var source))
            {
                return false;
            }

            if (node is not null && source is not null)
            {
                findings.AddSource(node, source);
            }
        }

        return walk.Close();
    }

    private static bool TryUnknown(ref JsonWalk walk, out Unknown unknown)
    {
        unknown = new Unknown(UnknownCause.NotCollected);
        if (walk.Reader.TokenType != JsonTokenType.StartObject)
        {
            return walk.Refuse("an entry of `unknown` must be an object with a `cause`");
        }

        UnknownCause? cause = null;
        var detail = "";
        walk.Open();
        while (walk.NextName())
        {
            var isCause = walk.Reader.ValueTextEquals("cause"u8);
            var isDetail = walk.Reader.ValueTextEquals("detail"u8);
            walk.Reader.Read();
            cause = isCause ? UnknownCauses.Find(walk.Text() ?? "") : cause;
            detail = isDetail ? walk.Text() ?? "" : detail;
            if (!walk.Skip())
            {
                return false;
            }
        }

        unknown = new Unknown(cause ?? UnknownCause.NotCollected, detail);
        return walk.Close() && (cause is not null || walk.Refuse($"an entry of `unknown` must have one of the causes {Causes()}"));
    }

    private static string Causes() => string.Join(", ", Enum.GetValues<UnknownCause>().Select(cause => $"`{cause.Name()}`"));

    // Only the first source is shown as evidence.
    private static bool TrySource(ref JsonWalk walk, bool isWanted, out string? first)
    {
        first = null;
        if (walk.Reader.TokenType != JsonTokenType.StartArray)
        {
            return walk.Refuse("an entry of `sources` must be a list of texts");
        }

        while (walk.Reader.Read() && walk.Reader.TokenType != JsonTokenType.EndArray)
        {
            if (walk.Reader.TokenType != JsonTokenType.String)
            {
                return walk.Refuse("an entry of `sources` must be a list of texts");
            }

            first ??= isWanted ? walk.Text() : null;
        }

        return true;
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;

namespace Policy.Reporting.Results;

/// <summary>The digest of the values that a policy was judged with: the SHA-256 of a JSON object of them, in the order of their declaration.</summary>
internal static class ParametersDigest
{
    /// <summary>The digest, such as <c>sha256:0123...</c>.</summary>
    public static string Of(Sequence<ChosenValue> chosen)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.OneLine))
        {
            writer.WriteStartObject();
            foreach (var item in chosen)
            {
                writer.WritePropertyName(item.Parameter.Name);
                ValueWriter.Write(writer, item.Value);
            }

            writer.WriteEndObject();
        }

        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)))}";
    }
}

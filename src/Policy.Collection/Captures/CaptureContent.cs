using System.Text;
using System.Text.Unicode;
using Policy.Collection.Sources.Identity.Dmi;

namespace Policy.Collection.Captures;

/// <summary>What of a file's content may leave the host.</summary>
internal static class CaptureContent
{
    /// <summary>The only entry of a process's environment that is ever read.</summary>
    private const string Needed = "container=";

    /// <summary>The content without secrets.</summary>
    /// <param name="path">Where it was read.</param>
    /// <param name="content">The content.</param>
    internal static byte[] WithoutSecrets(string path, byte[] content) => path switch
    {
        _ when path.StartsWith("proc/", StringComparison.Ordinal) && path.EndsWith("/environ", StringComparison.Ordinal) => OfEnvironment(content),
        DmiTable.Place => SmbiosSecrets.Remove(content),
        _ when Utf8.IsValid(content) => OfText(content),
        _ => content,
    };

    private static byte[] OfEnvironment(byte[] content) => Encoding.Latin1.GetBytes(string.Join('\0', Encoding.Latin1.GetString(content)
        .Split('\0')
        .Where(entry => entry.StartsWith(Needed, StringComparison.OrdinalIgnoreCase))));

    private static byte[] OfText(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var plain = SecretText.Remove(text);
        return ReferenceEquals(plain, text) ? content : Encoding.UTF8.GetBytes(plain);
    }
}

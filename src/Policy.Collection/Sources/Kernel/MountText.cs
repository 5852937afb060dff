using System.Text;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Text in the kernel's tables of mounts.</summary>
internal static class MountText
{
    /// <summary>The plain text: blanks, tabs, line ends and backslashes stand there as three octal digits behind a backslash.</summary>
    internal static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isCode = text[index] == '\\' && index + 3 < text.Length && !text.AsSpan(index + 1, 3).ContainsAnyExceptInRange('0', '7');
            plain.Append(isCode ? (char)(((text[index + 1] - '0') * 64) + ((text[index + 2] - '0') * 8) + text[index + 3] - '0') : text[index]);
            index += isCode ? 3 : 0;
        }

        return plain.ToString();
    }
}

using System.Text;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>Reads the stanzas of a dpkg status file into a table; a later stanza of one package replaces an earlier one.</summary>
/// <param name="packages">The table; a package that is not installed is taken out.</param>
/// <param name="needsStatus">Whether a stanza without status is not installed, as in the status file, or installed, as in its parts.</param>
internal sealed class DpkgStanzas(Dictionary<(string Name, string? Architecture), InstalledPackage> packages, bool needsStatus)
{
    private Range name;
    private Range version;
    private Range architecture;
    private Range status;
    private bool hasFields;

    /// <summary>Reads a whole file.</summary>
    /// <returns>Whether every stanza has a name.</returns>
    public bool Read(ReadOnlySpan<byte> text)
    {
        Forget();
        var start = 0;
        while (start < text.Length)
        {
            var length = text[start..].IndexOf((byte)'\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text[start..end];
            if (line.Trim(" \t\r"u8).IsEmpty)
            {
                if (!Close(text))
                {
                    return false;
                }
            }
            else
            {
                Remember(line, start);
            }

            start = end + 1;
        }

        return Close(text);
    }

    private void Remember(ReadOnlySpan<byte> line, int start)
    {
        hasFields = true;
        switch (line[0])
        {
            case (byte)'P' when line.StartsWith("Package:"u8):
                name = ValueOf(line, start, "Package:".Length);
                break;
            case (byte)'V' when line.StartsWith("Version:"u8):
                version = ValueOf(line, start, "Version:".Length);
                break;
            case (byte)'A' when line.StartsWith("Architecture:"u8):
                architecture = ValueOf(line, start, "Architecture:".Length);
                break;
            case (byte)'S' when line.StartsWith("Status:"u8):
                status = ValueOf(line, start, "Status:".Length);
                break;
        }
    }

    private static Range ValueOf(ReadOnlySpan<byte> line, int start, int from)
    {
        var value = line[from..];
        var first = from + value.Length - value.TrimStart(" \t"u8).Length;
        return (start + first)..(start + Math.Max(first, line.TrimEnd(" \t\r"u8).Length));
    }

    private bool Close(ReadOnlySpan<byte> text)
    {
        if (!hasFields)
        {
            return true;
        }

        var (called, built) = (Text(text[name]), Text(text[architecture]));
        if (called is null)
        {
            return false;
        }

        if (IsInstalled(text[status]))
        {
            packages[(called, built)] = new InstalledPackage(called, Text(text[version]), built) { IsHeld = text[status].StartsWith("hold "u8) };
        }
        else
        {
            packages.Remove((called, built));
        }

        Forget();
        return true;
    }

    // The third word: `unpacked`, `half-installed`, `half-configured`, `config-files` and `not-installed` are not usable packages.
    private bool IsInstalled(ReadOnlySpan<byte> words) => words.IsEmpty
        ? !needsStatus
        : words.EndsWith(" installed"u8) || words.EndsWith(" triggers-awaited"u8) || words.EndsWith(" triggers-pending"u8);

    private void Forget() => (name, version, architecture, status, hasFields) = (..0, ..0, ..0, ..0, false);

    private static string? Text(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? null : Encoding.UTF8.GetString(bytes);
}

namespace Policy.Tests.Authoring.Yaml;

/// <summary>Damages a document in one to four places.</summary>
internal static class YamlMutant
{
    private static readonly string[] Pieces =
        ["\t", "\n", "\r", " ", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!t ", "'", "\"", "|", ">", "%", "@", "`", "#", "---\n", "...\n", "<<: ", "\\", "\\uD800", "\0", "\u2028", "😀", "\uD800"];

    /// <summary>The next mutant.</summary>
    public static string Of(string text, Random random)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(30, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.Substring(at, length)),
                2 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text.Remove(at, 1).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text;
    }
}

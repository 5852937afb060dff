using System.Text.Json;

namespace Policy.Cli.Inputs;

/// <summary>Finds the fact documents that the command line names: JSON, NDJSON line by line, or a folder of them.</summary>
internal static class FactInputs
{
    /// <summary>The most bytes of one line of NDJSON.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The documents of a file, of a folder, or of standard input if the name is <c>-</c>; streamed.</summary>
    /// <exception cref="CommandFailure">It is not there, cannot be read, or has no document (66).</exception>
    public static IEnumerable<FactInput> Read(string name)
    {
        if (!Directory.Exists(name))
        {
            return Documents(name, isOneOfMany: false);
        }

        var files = Directory.EnumerateFiles(name).Where(file => Path.GetExtension(file) is ".json" or ".ndjson" or ".jsonl").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files.SelectMany(file => Documents(file, files.Count > 1)) : throw new CommandFailure(ExitCode.NoInput, $"no fact document in {name}");
    }

    private static IEnumerable<FactInput> Documents(string name, bool isOneOfMany)
    {
        using var stream = InputFile.Open(name);
        var reader = new LineReader(stream, name, MostBytes);
        var isNamedLines = Path.GetExtension(name) is ".ndjson" or ".jsonl";
        if (reader.Next() is not { } first)
        {
            throw new CommandFailure(ExitCode.NoInput, $"{name}: empty");
        }

        if (!isNamedLines && !IsWhole(first))
        {
            yield return new FactInput(name, reader.Rest(first), !isOneOfMany);
            yield break;
        }

        var (line, number) = (first, reader.Line);
        var next = reader.Next();
        var isAlone = next is null && !isOneOfMany;
        for (; ; (line, number, next) = (next, reader.Line, reader.Next()))
        {
            yield return new FactInput(isAlone ? name : $"{name}:{number}", line, isAlone);
            if (next is null)
            {
                yield break;
            }
        }
    }

    private static bool IsWhole(byte[] line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            reader.Skip();
            return true;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}

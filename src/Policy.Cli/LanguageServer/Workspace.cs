using System.Text;
using Policy.Authoring.Editing;
using Policy.Core.Diagnostics;

namespace Policy.Cli.LanguageServer;

/// <summary>The documents of an editor: those that are open, as they stand there, and those of its folders, as they stand on the disk.</summary>
internal sealed class Workspace
{
    private const int MostFiles = 2000;
    private const long LongestFile = 1 << 20;
    private readonly Dictionary<string, byte[]> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Symbol>> lastGood = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTime Written, IReadOnlyList<Symbol> Symbols)> onDisk = new(StringComparer.Ordinal);

    /// <summary>The folders that the editor works in.</summary>
    public List<string> Folders { get; } = [];

    /// <summary>The open documents by file.</summary>
    public IReadOnlyDictionary<string, byte[]> Open => open;

    /// <summary>Takes the text of an open document.</summary>
    public void Change(string file, string text) => open[file] = Encoding.UTF8.GetBytes(text);

    /// <summary>Forgets an open document.</summary>
    public void Close(string file) => open.Remove(file);

    /// <summary>One line of a document; null if it has none of that number.</summary>
    public string? Line(SourceSpan place) => (open.GetValueOrDefault(place.File) ?? Bytes(place.File)) is { } bytes
        && new SourceText(place.File, Encoding.UTF8.GetString(bytes)).Line(place.Line) is { Length: > 0 } line ? line : null;

    /// <summary>Takes names that an open document would have if it could be read.</summary>
    public void Learn(string file, IReadOnlyList<Symbol> symbols) => lastGood[file] = symbols;

    /// <summary>The names of a document; of an open one that cannot be read now, those that it had when it last could.</summary>
    public IReadOnlyList<Symbol> SymbolsOf(string file)
    {
        if (!open.TryGetValue(file, out var bytes))
        {
            return OnDisk(file);
        }

        var symbols = SymbolReader.Read(file, bytes);
        if (symbols.Count > 0)
        {
            lastGood[file] = symbols;
        }

        return lastGood.GetValueOrDefault(file, symbols);
    }

    /// <summary>The name at a place.</summary>
    public Symbol? At(string file, (int Line, int Column) cursor) => SymbolsOf(file).FirstOrDefault(symbol => symbol.Covers(cursor.Line, cursor.Column));

    /// <summary>Every place of the workspace that names the same, those of the given file first.</summary>
    public IEnumerable<Symbol> Same(Symbol symbol, string file) => All(file).Where(symbol.IsSameAs);

    /// <summary>Every name of the workspace, those of the given file first.</summary>
    public IEnumerable<Symbol> All(string file) => Files().Except([file]).Prepend(file).SelectMany(SymbolsOf);

    private IEnumerable<string> Files() => open.Keys.Concat(Folders.SelectMany(YamlFiles)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> YamlFiles(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 8, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.y*ml", options).Where(file => new FileInfo(file).Length <= LongestFile).Take(MostFiles) : [];
    }

    private IReadOnlyList<Symbol> OnDisk(string file)
    {
        var written = File.GetLastWriteTimeUtc(file);
        if (!onDisk.TryGetValue(file, out var known) || known.Written != written)
        {
            onDisk[file] = known = (written, Bytes(file) is { } bytes ? SymbolReader.Read(file, bytes) : []);
        }

        return known.Symbols;
    }

    private static byte[]? Bytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

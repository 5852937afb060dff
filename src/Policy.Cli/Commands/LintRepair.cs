using System.Text;
using Policy.Authoring;
using Policy.Authoring.Yaml;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Commands;

/// <summary>Mends the mistakes that have one right answer, until there are none left; nothing is written.</summary>
/// <remarks>A document that would have no fewer mistakes in the changed lines, or that would not be sound YAML, is left as it is, and so is one that nobody named.</remarks>
internal sealed class LintRepair
{
    private const int MostRounds = 8;
    private readonly IReadOnlyList<string> names;
    private readonly Dictionary<string, byte[]> changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> open;

    private LintRepair(IReadOnlyList<string> names)
    {
        this.names = names;
        var inputs = new PolicyInputs();
        Before = After = LintReport.Of(inputs, names);
        open = [.. inputs.Named];
    }

    /// <summary>The documents as they are.</summary>
    public LintReport Before { get; }

    /// <summary>The documents as they would be.</summary>
    public LintReport After { get; private set; }

    /// <summary>The names of the documents that change, in ordinal order.</summary>
    public IEnumerable<string> Files => changed.Keys.Order(StringComparer.Ordinal);

    /// <summary>Mends documents.</summary>
    public static LintRepair Of(IReadOnlyList<string> names)
    {
        var repair = new LintRepair(names);
        for (var round = 0; round < MostRounds && repair.Next(); round++)
        {
            // Each round may show mistakes that others had hidden.
        }

        return repair;
    }

    // Whether anything was changed, or something was taken back and the rest has to be looked at again.
    private bool Next()
    {
        var edits = After.Diagnostics
            .Where(item => open.Contains(item.Span.File))
            .SelectMany(item => After.Edits(item))
            .GroupBy(edit => edit.Span.File, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        if (edits.Count == 0)
        {
            return false;
        }

        var last = new Dictionary<string, byte[]>(changed, StringComparer.Ordinal);
        foreach (var (file, places) in edits)
        {
            changed[file] = Encode(After.Texts[file], DocumentFix.Apply(After.Text(file)!, places));
        }

        var next = LintReport.Of(new PolicyInputs(changed), names);
        var worse = edits.Where(item => !IsBetter(item.Key, [.. item.Value.Select(edit => edit.Span.Line)], next)).Select(item => item.Key).ToList();
        worse.ForEach(file => TakeBack(file, last));
        After = worse.Count == 0 ? next : LintReport.Of(new PolicyInputs(changed), names);
        return true;
    }

    // Fewer mistakes in the changed lines, or as many of them where others had been hidden behind those that are gone.
    private bool IsBetter(string file, HashSet<int> lines, LintReport next)
    {
        var before = After.Diagnostics.Where(item => item.Span.File == file && item.Fix is not null).Select(Place).ToHashSet();
        var (errors, left) = (Errors(After, file, item => lines.Contains(item.Span.Line)), Errors(next, file, item => lines.Contains(item.Span.Line)));
        var isHidden = left == errors && Errors(next, file, item => before.Contains(Place(item))) == 0;
        return (left < errors || isHidden) && Errors(next, file, IsYaml) <= Errors(After, file, IsYaml);
    }

    private static (string Code, int Line, int Column) Place(Diagnostic diagnostic) => (diagnostic.Code.Id, diagnostic.Span.Line, diagnostic.Span.Column);

    private void TakeBack(string file, Dictionary<string, byte[]> last)
    {
        open.Remove(file);
        if (last.TryGetValue(file, out var bytes))
        {
            changed[file] = bytes;
        }
        else
        {
            changed.Remove(file);
        }
    }

    private static int Errors(LintReport report, string file, Func<Diagnostic, bool> counts) =>
        report.Diagnostics.Count(item => item.Span.File == file && item.Code.Severity == DiagnosticSeverity.Error && counts(item));

    private static bool IsYaml(Diagnostic diagnostic) => diagnostic.Code.Id.StartsWith("POL10", StringComparison.Ordinal);

    // Everything else of the bytes stays: UTF-8 that was read strictly is written as it was, with its byte order mark.
    private static byte[] Encode(byte[] before, string text) => before.AsSpan().StartsWith(Encoding.UTF8.Preamble)
        ? [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]
        : Encoding.UTF8.GetBytes(text);

    /// <summary>The new bytes of a document that changes.</summary>
    public byte[] Bytes(string file) => changed[file];

    /// <summary>The texts of a document before and after.</summary>
    public (string Before, string After) Texts(string file) =>
        (Before.Text(file)!.Text, Utf8Text.Decode(file, changed[file]).Value!.Text);
}

using System.Diagnostics;
using System.Text;

namespace Policy.Tests.Cli;

/// <summary>A folder in which the tool is run, with a policy and fact documents of it; it goes with the test.</summary>
internal sealed class ToolFolder : IDisposable
{
    /// <summary>A folder with <c>rack.yaml</c>, and the fact documents <c>pass.json</c>, <c>fail.json</c>, <c>unknown.json</c> and <c>other.json</c> for it.</summary>
    public ToolFolder()
    {
        Path = Directory.CreateTempSubdirectory("policy-tool-").FullName;
        Write("rack.yaml", Policy);
        Write("pass.json", Facts("one", "a", "4"));
        Write("fail.json", Facts("two", "b", "4"));
        Write("unknown.json", """{ "format": 1, "host": "three", "facts": { "site": { "kind": "rack", "rack": "a" } } }""");
        Write("other.json", """{ "format": 1, "host": "four", "facts": { "site": { "kind": "shelf" } } }""");
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    private static string Policy =>
        """
        policy: rack
        version: 1.0.0
        title: Stands in a rack
        facts:
          site.kind: { type: string, describe: Rack or shelf }
          site.rack: { type: string, describe: Where it stands }
          site.slots: { type: number, describe: How many slots it has }
        parameters:
          least: { type: number, default: 2, at_least: 1 }
        applies: { site.kind: rack }
        rules:
          - { id: place, title: It stands in rack a, severity: medium, require: { site.rack: a } }
          - { id: slots, title: It has slots, severity: low, require: { site.slots: { at_least: { parameter: least } } } }

        """;

    /// <summary>A fact document in one line.</summary>
    public static string Facts(string host, string rack, string slots) =>
        $$$"""{ "format": 1, "host": "{{{host}}}", "collected_at": "2026-11-22T09:59:31Z", "facts": { "site": { "kind": "rack", "rack": "{{{rack}}}", "slots": {{{slots}}} } } }""";

    /// <summary>The full name of a file.</summary>
    public string File(string name) => System.IO.Path.Join(Path, name);

    /// <summary>Writes a file.</summary>
    public void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file, with the folders on its way.</summary>
    public void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllBytes(File(name), content);
    }

    /// <summary>Runs the tool without input.</summary>
    public ToolRun Run(params string[] arguments) => RunWith(string.Empty, arguments);

    /// <summary>Runs the tool with a text on its standard input.</summary>
    public ToolRun RunWith(string input, params string[] arguments) => ToolRun.Of(new ProcessStartInfo(ToolRun.Tool, arguments) { WorkingDirectory = Path }, input);

    /// <summary>Starts the tool; what it says on standard output can be read while it runs.</summary>
    public Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(ToolRun.Tool, arguments) { WorkingDirectory = Path, RedirectStandardOutput = true })!;

    /// <summary>Runs a script in which <c>"$0"</c> is the tool.</summary>
    public ToolRun Shell(string script) => ToolRun.Of(new ProcessStartInfo("/bin/sh", ["-c", script, ToolRun.Tool]) { WorkingDirectory = Path }, string.Empty);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}

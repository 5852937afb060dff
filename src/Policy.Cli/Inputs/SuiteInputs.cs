using System.Text;
using Policy.Cli.Commands;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;
using Policy.Testing.Suites;

namespace Policy.Cli.Inputs;

/// <summary>Finds and loads the tests that the command line names.</summary>
internal sealed class SuiteInputs
{
    private const string Ending = ".test.yaml";
    private readonly PolicyInputs inputs = new();

    /// <summary>The documents that were read, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Texts => inputs.Texts;

    /// <summary>The tests of files and folders; a policy stands for the tests beside it.</summary>
    /// <exception cref="CommandFailure">A document is not sound (65), or something is not there (66).</exception>
    public IReadOnlyList<TestSuite> Load(IReadOnlyList<string> names)
    {
        var documents = inputs.LoadEverything([.. names.Select(TestsOf)]);
        var tests = documents.OfType<TestDocument>().ToList();
        var waivers = tests.ToDictionary(document => document, Waivers);
        Refuse(inputs.Diagnostics.Where(item => item.Code.Severity == DiagnosticSeverity.Error));
        return tests.Count == 0
            ? throw new CommandFailure(ExitCode.NoInput, $"no tests in {string.Join(", ", names)}: no file ends in {Ending}")
            : [.. tests.Select(document => new TestSuite(document, inputs.Policy(document.Policy.Name)!, FolderOf(document).Read, waivers[document], Encoding.UTF8.GetString(Texts[document.Origin.File])))];
    }

    /// <summary>Ends the command if there are complaints.</summary>
    /// <exception cref="CommandFailure">There are (65); they are printed.</exception>
    public void Refuse(IEnumerable<Diagnostic> complaints)
    {
        var errors = complaints.ToSequence();
        if (errors.Count > 0)
        {
            DiagnosticPrinter.Print(Console.Error, errors, Texts);
            throw new CommandFailure(ExitCode.BadData, string.Empty);
        }
    }

    /// <summary>Whether a name is that of tests, or of a policy that has tests beside it.</summary>
    public static bool HasTests(string name) => name.EndsWith(Ending, StringComparison.Ordinal) || File.Exists(Beside(name));

    /// <summary>A policy that has no tests yet.</summary>
    /// <exception cref="CommandFailure">It is not sound (65), or not there (66).</exception>
    public PolicyDocument LoadPolicy(string name)
    {
        var document = inputs.Load([name]);
        Refuse(inputs.Diagnostics.Where(item => item.Code.Severity == DiagnosticSeverity.Error));
        return document is [PolicyDocument policy] ? policy : throw new CommandFailure(ExitCode.Usage, $"{name} is no policy: only policies have tests");
    }

    private static string Beside(string policy) => $"{Path.ChangeExtension(policy, null)}{Ending}";

    private static string TestsOf(string name) =>
        Directory.Exists(name) || name.EndsWith(Ending, StringComparison.Ordinal) || Path.GetExtension(name) is not (".yaml" or ".yml") ? name
        : HasTests(name) ? Beside(name)
        : throw new CommandFailure(ExitCode.NoInput, $"{name} has no tests: {Beside(name)} is not there\nhelp: `policy test --suggest {name}` writes some");

    private static FixtureFolder FolderOf(TestDocument tests) => new(Beside(tests, string.Empty), Collect);

    private static string Beside(TestDocument tests, string name) => Path.Join(Path.GetDirectoryName(Path.GetFullPath(tests.Origin.File)), name);

    private static Fixture Collect(string root, IReadOnlyList<FactReference> wanted)
    {
        try
        {
            return new FactFixture(LiveFacts.Collect(root, Demand.Of(wanted), new HostOptions()));
        }
        catch (CommandFailure failure)
        {
            return new MissingFixture(failure.Message);
        }
    }

    private Dictionary<string, WaiverDocument> Waivers(TestDocument tests) => tests.Cases
        .Select(item => item.Waivers).OfType<NamedSpan>().Select(name => name.Name).Distinct(StringComparer.Ordinal)
        .Select(name => (Name: name, Document: inputs.LoadWaivers([Beside(tests, name)]) is [var found, ..] ? found : null))
        .Where(found => found.Document is not null)
        .ToDictionary(found => found.Name, found => found.Document!, StringComparer.Ordinal);
}

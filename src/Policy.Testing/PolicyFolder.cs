using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Testing.Suites;

namespace Policy.Testing;

/// <summary>The policies of a folder with the tests beside them, for test projects in .NET.</summary>
/// <remarks>Immutable once it is loaded; cases can be run at the same time.</remarks>
public sealed class PolicyFolder
{
    private readonly Dictionary<string, SuiteCase> cases;

    private PolicyFolder(Dictionary<string, SuiteCase> cases) => this.cases = cases;

    /// <summary>The names of all cases, such as <c>web-server/small</c>, each alone in an array: what <c>[MemberData]</c> takes.</summary>
    public IEnumerable<object[]> Cases => cases.Keys.Order(StringComparer.Ordinal).Select(name => new object[] { name });

    /// <summary>Loads every policy and every <c>NAME.test.yaml</c> of a folder and the folders in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="catalogue">The facts that policies can name.</param>
    /// <param name="collect">Reads hosts that are captured roots; null where every host is a fact document.</param>
    /// <exception cref="PolicyTestException">A document is not sound, or a file is missing; the message has every complaint with its place.</exception>
    public static PolicyFolder Load(string folder, FactCatalogue catalogue, RootCollector? collect = null)
    {
        var suites = new SuiteFolder(folder, catalogue, collect).Load();
        var found = suites.Select(suite => (Suite: suite, Cases: SuiteRun.Cases(suite))).ToList();
        PolicyTestException.ThrowIfAny(found.SelectMany(item => item.Cases.Diagnostics));
        return new PolicyFolder(found.SelectMany(item => item.Cases.Value!).ToDictionary(item => $"{item.Suite.Name}/{item.Name}", StringComparer.Ordinal));
    }

    /// <summary>Runs a case.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public PolicyCaseResult Run(string name) => new(name, SuiteRun.Of(cases[name]));

    /// <summary>Runs the tests of every policy, for <see cref="Coverage.CoverageResult"/>, <see cref="Mutation.MutationRun"/> and <see cref="Suggestions.TestSuggestions"/>.</summary>
    public IEnumerable<SuiteResult> RunAll() => cases.Values.GroupBy(item => item.Suite, (suite, items) => new SuiteResult(suite, items.Select(SuiteRun.Of).ToSequence()));
}

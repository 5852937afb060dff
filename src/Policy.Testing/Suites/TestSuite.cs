using Policy.Core.Rules;

namespace Policy.Testing.Suites;

/// <summary>The tests of one policy with everything that they rest on.</summary>
/// <param name="Tests">The document.</param>
/// <param name="Policy">Its policy.</param>
/// <param name="Fixtures">Where the fact documents of its hosts stand.</param>
/// <param name="Waivers">The waivers that cases name, by the name of their file.</param>
/// <param name="Text">The text of the document.</param>
public sealed record TestSuite(TestDocument Tests, PolicyDocument Policy, FixtureReader Fixtures, IReadOnlyDictionary<string, WaiverDocument> Waivers, string Text)
{
    /// <summary>The name of its file without the ending: <c>kvm-host</c> for <c>policies/kvm-host.test.yaml</c>.</summary>
    public string Name { get; } = Path.GetFileName(Tests.Origin.File) is var file && file.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? file[..dot] : Tests.Policy.Name;
}

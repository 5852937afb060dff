using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Rules;
using Policy.Testing;
using Policy.Testing.Suites;

namespace Policy.Tests.Testing;

/// <summary>Policies with tests, made up for tests, over facts that they declare.</summary>
internal static class Suites
{
    private const string Facts =
        """
        facts:
          site.kind: { type: string, one_of: [rack, shelf, desk], describe: What it stands on }
          site.slots: { type: number, describe: How many slots it has }
          site.load: { type: number, describe: How full it is }
          site.space: { type: size, describe: How much fits in }
          site.locked: { type: boolean, describe: Whether it is locked }
          site.tags: { type: list, of: { type: string }, describe: Its labels }
          site.plan: { type: version, scheme: semver, describe: The version of its plan }
          site.built: { type: date, describe: When it was built }
          site.name: { type: string, describe: Its name }
          site.shelves: { type: list, describe: Its shelves, of: { type: record, fields: { width: { type: number }, full: { type: boolean } } } }

        """;

    /// <summary>A policy with the parts of the text, such as <c>rules</c>.</summary>
    public static PolicyDocument Policy(string parts)
    {
        using var folder = new TemporaryFolder();
        Write(folder, parts);
        var loaded = DocumentLoader.Load("site.yaml", File.ReadAllBytes(Path.Join(folder.Path, "site.yaml")), FactSources.Catalogue);

        return Assert.IsType<PolicyDocument>(loaded.Value);
    }

    /// <summary>What tests of such a policy give.</summary>
    /// <param name="parts">The parts of the policy.</param>
    /// <param name="tests">The parts of the tests: hosts and cases.</param>
    /// <param name="facts">The facts under <c>site</c> of <c>one.json</c>.</param>
    public static SuiteResult Run(string parts, string tests, string facts)
    {
        using var folder = new TemporaryFolder();
        Write(folder, parts);
        File.WriteAllText(Path.Join(folder.Path, "site.test.yaml"), $"tests: site\n{tests}");
        File.WriteAllText(Path.Join(folder.Path, "one.json"), $$"""{ "format": 1, "host": "one", "facts": { "site": {{facts}} } }""");
        return Assert.Single(PolicyFolder.Load(folder.Path, FactSources.Catalogue).RunAll());
    }

    private static void Write(TemporaryFolder folder, string parts) =>
        File.WriteAllText(Path.Join(folder.Path, "site.yaml"), $"policy: site\nversion: 1.0.0\ntitle: A site\n{Facts}{parts}");
}

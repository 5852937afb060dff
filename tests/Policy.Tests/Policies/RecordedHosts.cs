using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Tests.Policies;

/// <summary>The recorded hosts with what the shipped policies read of them.</summary>
internal static class RecordedHosts
{
    /// <summary>The shipped policies.</summary>
    public static PolicyRun Run { get; } = Compose();

    /// <summary>Each host with its facts.</summary>
    public static IReadOnlyList<(string Name, HostFacts Facts)> Everything { get; } =
        [.. Directory.GetDirectories(Path.Join(Repository.Root, "tests/hosts")).Order(StringComparer.Ordinal).Where(folder => Path.GetFileName(folder) != "documents").Select(Read)];

    private static (string Name, HostFacts Facts) Read(string folder)
    {
        var facts = Collector.Collect(new Host(HostRoot.OfFolder(folder), new HostOptions()), Demand.Of(Run.Slots.References), FactSources.Everything);
        var document = FactDocumentWriter.Write(new FactOrigin(Path.GetFileName(folder), null, "tests"), facts);
        return (Path.GetFileName(folder), Assert.IsType<ReadFacts>(FactDocumentReader.Read(document, Run.Slots)).Facts);
    }

    private static PolicyRun Compose()
    {
        var policies = ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue)).OfType<PolicyDocument>();
        return Composition.Compose(policies, id => ShippedDocuments.Find(id, FactSources.Catalogue), []).Value!;
    }
}

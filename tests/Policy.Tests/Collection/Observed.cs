using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

/// <summary>What the sources say of a captured host.</summary>
internal static class Observed
{
    public static Observation Look(string root, string fact) => Look(HostRoot.OfFolder(root), fact);

    public static Observation Look(HostRoot root, string fact)
    {
        var path = FactPath.Parse(fact);
        var source = FactSources.Everything.Single(item => item.Facts.Any(description => description.Path.Root == path.Root));
        var observed = Assert.Single(source.Read(new Host(root, new HostCommands(root), new HostOptions()), Demand.Of([path])));
        Assert.Equal(path, observed.Path);
        return observed.Observation;
    }

    /// <summary>The value as text: lists and records with their elements; <c>absent</c>, or <c>unknown</c> with the cause.</summary>
    public static string Text(Observation observation) => observation switch
    {
        Present present => Text(present.Value),
        Absent => "absent",
        Unknown unknown => $"unknown {unknown.Cause.Name()}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(FactValue value) => value switch
    {
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        StringValue text => text.Value,
        VersionValue version => version.Text,
        ListValue list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        RecordValue record => Text(record.Fields),
        MapValue map => Text(map.Entries) + (map.IsComplete ? string.Empty : "..."),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(FactMap map) => $"{{{string.Join(", ", map.Items.Select(item => $"{item.Key}: {Text(item.Value)}"))}}}";
}

using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Kernel;

/// <summary>A captured root that a test writes file by file and asks.</summary>
internal sealed class KernelHost : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>The running machine.</summary>
    public static Host Live { get; } = Of(HostRoot.Live);

    /// <summary>A host that a root stands for.</summary>
    public static Host Of(HostRoot root) => new(root, new HostCommands(root), new HostOptions());

    /// <summary>What a host says of facts.</summary>
    public static IReadOnlyDictionary<string, Observation> Ask(Host host, params string[] paths) =>
        Collector.Collect(host, Demand.Of(paths.Select(FactPath.Parse)), FactSources.Everything)
            .ToDictionary(fact => fact.Path.ToString(), fact => fact.Observation);

    /// <summary>What a host says of one fact; of a record the field <c>state</c>.</summary>
    public static Observation One(Host host, string path) => Ask(host, path)[path];

    /// <summary>The text of a present fact or of its field <c>state</c>, <c>absent</c>, or <c>unknown</c>.</summary>
    public static string Text(Observation observation) => observation switch
    {
        Present { Value: StringValue text } => text.Value,
        Present { Value: BooleanValue truth } => truth.Value ? "true" : "false",
        Present { Value: NumberValue number } => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Present { Value: ListValue list } => string.Join(' ', list.Items.Select(Text)),
        Present { Value: RecordValue record } when record.Fields.Find("state") is { } state => Text(state),
        Present { Value: RecordValue record } => string.Join(' ', record.Fields.Items.Select(field => $"{field.Key}={Text(field.Value)}")),
        Absent => "absent",
        Unknown unknown => $"unknown {unknown.Cause.Name()}",
        _ => "?",
    };

    /// <summary>Writes a file.</summary>
    public KernelHost With(string path, string text)
    {
        File.WriteAllText(PathOf(path), text);
        return this;
    }

    /// <summary>Where a file of the root stands on the disk; the folder is there.</summary>
    public string PathOf(string path)
    {
        var file = Path.Join(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>Does in the root what .NET has no call for.</summary>
    public void Shell(string script) => folder.Shell(script);

    /// <summary>The text of one fact.</summary>
    public string Ask(string path) => Text(One(Host, path));

    /// <summary>The host that the files stand for.</summary>
    public Host Host => Of(HostRoot.OfFolder(folder.Path));

    public void Dispose() => folder.Dispose();
}

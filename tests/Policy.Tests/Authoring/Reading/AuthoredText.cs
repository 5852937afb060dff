using System.Text;
using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Tests.Authoring.Reading;

/// <summary>Loads documents that a test writes down, against a small catalogue of its own.</summary>
internal static class AuthoredText
{
    /// <summary>The first three lines of a policy.</summary>
    public const string Head = "policy: a\nversion: 1.0.0\ntitle: t\n";

    /// <summary>A rule that has nothing to complain about, in one line.</summary>
    public const string Rule = "rules: [{ id: r, title: t, severity: low, require: { os.id: debian } }]\n";

    /// <summary>Facts of every type.</summary>
    public static FactCatalogue Catalogue { get; } = new(
    [
        Fact("os.id", new StringType()),
        Fact("os.family", new StringType(["linux", "windows"])),
        Fact("os.released", new DateType()),
        Fact("host.kind", new StringType(["bare-metal", "vm", "container"])) with { Describe = "A fact of the test. Never absent." },
        Fact("cpu.flags", new ListType(new StringType())),
        Fact("cpu.logical", new NumberType()),
        Fact("cpu.architecture", new StringType()),
        Fact("memory.total", new NumberType(FactUnit.Size)),
        Fact("memory.usable", new NumberType(FactUnit.Size)),
        Fact("kvm.registered", new BooleanType()),
        Fact("kernel.release", new VersionType(VersionScheme.Dotted)),
        Fact("network.interfaces", new ListType(new RecordType([new FactField("kind", new StringType()), new FactField("speed", new NumberType(FactUnit.Bandwidth))]))),
        Fact("package(*)", new MapType("name", new RecordType([new FactField("version", new VersionType(VersionScheme.Native)), new FactField("architecture", new StringType())]))),
        Fact("sysctl(*)", new MapType("name", new StringType())),
    ]);

    /// <summary>Loads a document under the name <c>p</c>.</summary>
    public static Checked<AuthoredDocument> Load(string text, FactCatalogue? catalogue = null) => DocumentLoader.Load("p", Encoding.UTF8.GetBytes(text), catalogue ?? Catalogue);

    /// <summary>A document that has nothing to complain about.</summary>
    public static AuthoredDocument Sound(string text)
    {
        var loaded = Load(text);
        Assert.Empty(loaded.Diagnostics);
        return loaded.Value!;
    }

    /// <summary>The only complaint about a document.</summary>
    public static Diagnostic Complaint(string text) => Assert.Single(Load(text).Diagnostics);

    /// <summary>The only complaint about a policy whose fourth line is <c>applies:</c> and a condition; the condition begins in column 10.</summary>
    public static Diagnostic ConditionComplaint(string condition) => Complaint($"{Head}applies: {condition}\n{Rule}");

    /// <summary>The only complaint about a policy with further entries from its fourth line on.</summary>
    public static Diagnostic LinesComplaint(string lines) => Complaint($"{Head}{lines}\n{Rule}");

    private static FactDescription Fact(string path, FactType type)
    {
        Assert.True(FactPath.TryParse(path, out var parsed));
        return new FactDescription(parsed, type, "A fact of the test", []);
    }
}

using Policy.Tests.LanguageServer;

namespace Policy.Tests.Authoring.Schemas;

/// <summary>What an author sees in an editor that has only the schemas.</summary>
public sealed class EditorTests(YamlEditor editor) : IClassFixture<YamlEditor>
{
    private const string Head = "policy: a\nversion: 1.0.0\ntitle: t\n";
    private const string Rule = Head + "rules:\n  - id: r\n    title: t\n    severity: low\n    ";
    private const string Ask = Rule + "require:\n      ";
    private const string Profile = "profile: a\nversion: 1.0.0\ntitle: t\ninclude:\n  - policy: b\n    ";

    [Theory]
    [InlineData("policy", "|", "policy version title rules applies define", "id all")]
    [InlineData("policy", Head + "rules:\n  - id: r\n    |", "title severity require recommend needs why fix references", "rules")]
    [InlineData("policy", Head + "rules:\n  - severity: |", "critical high medium low info", "reboot")]
    [InlineData("policy", Rule + "fix:\n      effort: |", "configuration software reboot firmware hardware", "critical")]
    [InlineData("policy", Head + "parameters:\n  m:\n    type: |", "size version string", "")]
    [InlineData("policy", Ask + "|", "memory.total cpu.flags host.kind all any switch use package(*) package(name) package(name).version", ".size")]
    [InlineData("policy", Ask + "not:\n        |", "memory.total none", "")]
    [InlineData("policy", Ask + "memory.total:\n        |", "is equals at_least at_most between", "contains matches older_than some")]
    [InlineData("policy", Ask + "cpu.vendor:\n        |", "is equals starts_with matches in_networks", "at_least contains_all some")]
    [InlineData("policy", Ask + "package(docker-ce).version:\n        |", "is equals at_least below between", "contains matches older_than some")]
    [InlineData("policy", Ask + "cpu.flags:\n        |", "is contains contains_all contains_any some every count where empty", "equals at_least sum")]
    [InlineData("policy", Ask + "iommu.interrupt_remapping:\n        |", "is equals one_of", "at_least contains")]
    [InlineData("policy", Ask + "iommu.interrupt_remapping: |", "true false", "")]
    [InlineData("policy", Ask + "package(*):\n        |", "some every none count where", "is equals")]
    [InlineData("policy", Ask + "package(bash):\n        |", "is", "equals at_least some")]
    [InlineData("policy", Ask + "host.kind: |", "bare-metal vm container", "present")]
    [InlineData("policy", Ask + "host.kind:\n        one_of:\n          - |", "bare-metal vm container", "present")]
    [InlineData("policy", Ask + "host.kind:\n        is: |", "present absent", "vm")]
    [InlineData("policy", Ask + "memory.total:\n        at_least:\n          |", "parameter fact times plus", "at_least")]
    [InlineData("policy", Ask + "pci.devices:\n        some:\n          |", ".address .vendor .driver all any", "cpu.flags use")]
    [InlineData("policy", Ask + "pci.devices:\n        some:\n          .numa_node:\n            |", "at_least equals", "contains")]
    [InlineData("policy", Ask + "pci.devices:\n        every:\n          .driver: vfio\n        empty: |", "pass fail unknown", "")]
    [InlineData("policy", Ask + "switch: |", "cpu.architecture host.kind", "all")]
    [InlineData("policy", Ask + "switch: host.kind\n      cases: { vm: { cpu.vendor: x } }\n      default: |", "pass fail unknown", "")]
    [InlineData("policy", Ask + "switch: host.kind\n      cases:\n        vm:\n          |", "cpu.flags all", "")]
    [InlineData("profile", "profile: a\n|", "version title include summary", "rules")]
    [InlineData("profile", Profile + "|", "parameters severity without", "include")]
    [InlineData("waivers", "waivers: a\nitems:\n  - rule: a/b\n    while:\n      memory.total:\n        |", "at_least is", "contains")]
    [InlineData("tests", "tests: a\nhosts: { h: { from: x } }\ncases:\n  - |", "host expect parameters", "rules")]
    public void What_fits_is_offered(string schema, string text, string offered, string withheld)
    {
        if (editor.IsMissing)
        {
            return;
        }

        var labels = editor.Completions(schema, text);

        Assert.Equal([], offered.Split(' ').Except(labels));
        Assert.Equal([], withheld.Split(' ').Intersect(labels));
    }

    [Theory]
    [InlineData(Ask + "memory.to|tal: { at_least: 8 GiB }", "type: size, in bytes", "`proc/meminfo`", "Example: `memory.total: { at_least: 8 GiB }`")]
    [InlineData(Ask + "dmar.un|its: { is: present }", "needs root", "list of record", "Example")]
    [InlineData(Ask + "package(docker-ce).ver|sion: { at_least: 20.10 }", "scheme `native`", "read from", "Example: `package(name).version: { at_least: 5.10.0 }`")]
    [InlineData(Ask + "memory.total: { at_l|east: 8 GiB }", "is at least", "8 GiB", "")]
    [InlineData(Ask + "pci.devices: { some: { .dri|ver: vfio } }", "type: string", "Example: `.driver", "")]
    [InlineData(Ask + "host.k|ind: vm", "Example: `host.kind: bare-metal`", "one of", "read from")]
    [InlineData(Ask + "a|ll: [{ cpu.vendor: x }]", "All of these hold", "", "")]
    [InlineData(Head + "rules: [{ sever|ity: low }]", "How much it matters", "critical", "")]
    public void What_the_pointer_rests_on_is_explained(string text, string first, string second, string third)
    {
        if (editor.IsMissing)
        {
            return;
        }

        var shown = editor.Hover("policy", text).Replace("\\", "", StringComparison.Ordinal);

        Assert.All([first, second, third], part => Assert.Contains(part, shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Rule + "titel: x\n    require: { cpu.vendor: x }", "8: Property titel is not allowed.")]
    [InlineData(Ask + "al: [{ cpu.vendor: x }]", "9: Property al is not allowed.")]
    [InlineData(Ask + "memory.total: { contains: 3 }", "9: Property contains is not allowed.")]
    [InlineData(Ask + "cpu.flags: { at_least: 3 }", "9: Property at_least is not allowed.")]
    [InlineData(Ask + "package(bash).version: { contains: x }", "9: Property contains is not allowed.")]
    [InlineData(Ask + "pci.devices: { some: { .drivr: x } }", "9: Property .drivr is not allowed.")]
    [InlineData(Ask + ".size: 3", "9: Property .size is not allowed.")]
    [InlineData(Ask + "host.kind: { one_of: [vm, laptop] }", "9: Value is not accepted")]
    [InlineData(Ask + "host.kind: { is: there }", "9: Value is not accepted")]
    [InlineData(Ask + "memory.total: { at_least: 8 }", "9: ")]
    [InlineData(Ask + "iommu.interrupt_remapping: yes", "9: ")]
    [InlineData(Head + "rules: [{ id: r, title: t, severity: urgent, require: { cpu.vendor: x } }]", "4: Value is not accepted")]
    [InlineData(Head + "rules: [{ id: r, title: t, severity: low }]", "4: Missing property \"require\"")]
    [InlineData("policy: a\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { cpu.vendor: x } }]", "1: Missing property \"version\"")]
    public void What_does_not_fit_is_underlined(string text, string complaint)
    {
        if (editor.IsMissing)
        {
            return;
        }

        var found = editor.Complaints("policy", text);

        Assert.Contains(found, line => line.StartsWith(complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_underlined_in_good_policies_and_facts_of_the_author_are_no_mistakes()
    {
        if (editor.IsMissing)
        {
            return;
        }

        var shipped = ShippedFiles.Policies.Concat(ShippedFiles.Profiles)
            .SelectMany(file => editor.Complaints(ShippedFiles.Policies.Contains(file) ? "policy" : "profile", File.ReadAllText(file)).Select(line => $"{file}:{line}"));

        Assert.Empty(shipped);
        Assert.Empty(editor.Complaints("policy", GoodPolicy.Text));
        Assert.Empty(editor.Complaints("policy", Ask + "rack.position: { starts_with: A }\n      licence(x).seats: 3\n      cpu.mine: yes"));
    }
}

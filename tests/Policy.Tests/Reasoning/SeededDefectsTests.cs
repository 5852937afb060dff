using Policy.Core.Diagnostics;
using Policy.Core.Reasoning;
using Policy.Core.Rules;
using Policy.Tests.Authoring.Reading;

namespace Policy.Tests.Reasoning;

/// <summary>Mistakes that are put in on purpose are found; what only looks like them is left alone.</summary>
public class SeededDefectsTests
{
    /// <summary>The code, and what one rule asks: its entries behind id, title and severity, or the entries of a policy if the text begins with <c>|</c>.</summary>
    public static TheoryData<string, string> Defects => new()
    {
        { "POL4010", "require: { cpu.logical: { at_least: 8, below: 4 } }" },
        { "POL4010", "require: { all: [{ cpu.logical: { at_least: 8 } }, { cpu.logical: { at_most: 4 } }] }" },
        { "POL4010", "require: { memory.total: { above: 8 GiB, below: 8192 MiB } }" },
        { "POL4010", "require: { kernel.release: { at_least: \"5.10\", below: \"5.4\" } }" },
        { "POL4010", "require: { host.kind: vm, not: { host.kind: { one_of: [vm, container] } } }" },
        { "POL4010", "require: { cpu.flags: { contains: vmx, contains_none: [svm, vmx] } }" },
        { "POL4010", "require: { cpu.flags: { subset_of: [sse, sse2], contains: vmx } }" },
        { "POL4010", "require: { os.id: { starts_with: deb, equals: ubuntu } }" },
        { "POL4010", "require: { os.id: { starts_with: deb, ends_with: an, matches: \"x.*\", one_of: [fedora] } }" },
        { "POL4010", "require: { os.id: { starts_with: abc }, none: [{ os.id: { contains: b } }] }" },
        { "POL4010", "require: { os.released: { older_than: 90 d, newer_than: 30 d } }" },
        { "POL4010", "require: { os.released: { at_least: 2026-01-01, below: 2025-01-01 } }" },
        { "POL4010", "require: { kvm.registered: true, not: { kvm.registered: { is: present } } }" },
        { "POL4010", "require: { package(qemu): { is: absent }, package(qemu).version: { at_least: \"1.0\" } }" },
        { "POL4010", "require: { memory.total: { below: 0 } }" },
        { "POL4010", "require: { network.interfaces: { some: { .kind: a, .speed: { at_least: 10 Gbit/s, below: 1 Gbit/s } } } }" },
        { "POL4010", "require: { network.interfaces: { some: { .kind: x }, none: { .kind: x }, empty: pass } }" },
        { "POL4010", "require: { network.interfaces: { count: { above: 3, below: 4 } } }" },
        { "POL4010", "applies: { host.kind: vm }\n    require: { host.kind: bare-metal }" },
        { "POL4010", "require: { at_least: 2, of: [{ os.id: debian }, { os.id: ubuntu }, { os.id: fedora }] }" },
        { "POL4011", "require: { memory.total: { at_least: 0 } }" },
        { "POL4011", "require: { any: [{ host.kind: { not_equals: vm } }, { host.kind: { not_equals: container } }] }" },
        { "POL4011", "require: { host.kind: { one_of: [bare-metal, vm, container] } }" },
        { "POL4011", "require: { any: [{ cpu.logical: { is: absent } }, { cpu.logical: { at_least: 4 } }, { cpu.logical: { below: 4 } }] }" },
        { "POL4011", "require: { os.id: { matches: \".*\" } }" },
        { "POL4011", "require: { at_least: 0, of: [{ os.id: debian }, { kvm.registered: true }] }" },
        { "POL4011", "applies: { host.kind: vm }\n    require: { host.kind: { one_of: [vm, container] } }" },
        { "POL4011", "require: { any: [{ memory.total: { at_least: 4 GiB } }, { memory.total: { below: 4 GiB } }] }" },
        { "POL4011", "require: { network.interfaces: { count: { at_least: 0 } } }" },
        { "POL4011", "require: { network.interfaces: { sum: { of: .speed, at_least: 0 } } }" },
        { "POL4010", "require: { at_least: 3, of: [{ os.id: debian }, { kvm.registered: true }] }" },
        { "POL4012", "require: { os.id: debian }\n    fix: [{ effort: software, text: a }, { effort: hardware, text: b, when: { kvm.registered: true } }]" },
        { "POL4012", "require: { any: [{ memory.total: { at_least: 4 GiB } }, { memory.total: { at_least: 8 GiB } }] }" },
        { "POL4012", "applies: { host.kind: vm }\n    require: { any: [{ host.kind: bare-metal }, { kvm.registered: true }] }" },
        { "POL4012", "require: { all: [{ cpu.logical: { at_least: 4 } }, { when: { cpu.logical: { below: 2 } }, then: { os.id: debian } }] }" },
        { "POL4012", "applies: { cpu.architecture: x86_64 }\n    require: { switch: cpu.architecture, cases: { x86_64: { cpu.flags: { contains: vmx } }, s390x: { cpu.flags: { contains: sie } } }, default: fail }" },
        { "POL4013", "require: { all: [{ memory.total: { at_least: 8 GiB } }, { memory.total: { at_least: 4 GiB } }] }" },
        { "POL4013", "require: { cpu.logical: { at_least: 8, above: 2 } }" },
        { "POL4013", "require: { all: [{ os.id: debian }, { kvm.registered: true }, { os.id: { one_of: [debian, ubuntu] } }] }" },
        { "POL4014", "require: { memory.total: { at_least: 8 GiB } }\n    recommend: { memory.total: { at_least: 4 GiB } }" },
        { "POL4014", "require: { cpu.flags: { contains_all: [vmx, ept] } }\n    recommend: { cpu.flags: { contains: ept } }" },
        { "POL4015", "|rules:\n  - { id: a, title: A, severity: high, require: { cpu.logical: { at_least: 8 } } }\n  - { id: b, title: B, severity: low, require: { cpu.logical: { at_least: 4 } } }" },
        { "POL4016", "|rules:\n  - { id: a, title: A, severity: high, require: { cpu.logical: { at_least: 8 }, os.id: debian } }\n  - { id: b, title: B, severity: low, require: { all: [{ os.id: debian }, { not: { any: [{ cpu.logical: { below: 8 } }, { cpu.logical: { is: absent } }] } }] } }" },
        { "POL4017", "require: { switch: host.kind, cases: { vm: { kvm.registered: true }, bare-metal: { os.id: debian } }, default: fail }" },
        { "POL4018", "require: { switch: os.family, cases: { linux: { kvm.registered: true }, windows: { os.id: x }, linus: { os.id: debian } }, default: fail }" },
        { "POL4010", "|parameters: { p: { type: size, default: 8 GiB, at_least: 4 GiB, describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { memory.total: { at_least: { parameter: p }, below: 2 GiB } } }]" },
        { "POL4014", "|parameters: { p: { type: size, default: 8 GiB, describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { memory.total: { at_least: { parameter: p } } }, recommend: { memory.total: { above: { parameter: p } } } }, { id: b, title: B, severity: low, require: { memory.usable: { above: { parameter: p } } }, recommend: { memory.usable: { at_least: { parameter: p } } } }]" },
        { "POL4010", "|define: { big: { memory.total: { at_least: 8 GiB } } }\nrules: [{ id: a, title: A, severity: low, require: { use: big, memory.total: { below: 4 GiB } } }]" },
        { "POL4010", "|define: { both: { all: [{ os.id: a }, { os.id: b }] } }\nrules: [{ id: a, title: A, severity: low, require: { use: both } }]" },
        { "POL4010", "|applies: { os.family: linux }\nrules: [{ id: a, title: A, severity: low, applies: { os.family: windows }, require: { kvm.registered: true } }]" },
    };

    /// <summary>What is right, though it looks like one of the mistakes.</summary>
    public static TheoryData<string> LookAlikes => new()
    {
        "require: { cpu.logical: { at_least: 4, below: 8 } }",
        "require: { cpu.logical: { between: [4, 4] } }",
        "require: { all: [{ cpu.logical: { at_least: 4 } }, { memory.total: { at_least: 4 GiB } }] }",
        "require: { memory.total: { at_least: 8 GiB, below: 8193 MiB } }",
        "require: { kernel.release: { at_least: \"5.4\", below: \"5.10\" } }",
        "require: { kernel.release: { at_least: \"5.10\", not_equals: \"5.10.1\" } }",
        "require: { any: [{ kernel.release: { between: [\"4.9\", \"4.10\"] } }, { kernel.release: { at_least: \"5.2\" } }] }",
        "require: { host.kind: { not_equals: vm }, os.id: { not_equals: vm } }",
        "require: { cpu.flags: { contains: vmx, contains_none: [svm] } }",
        "require: { cpu.flags: { contains_any: [vmx, svm], contains: ept } }",
        "require: { any: [{ cpu.flags: { contains_all: [vmx, ept] } }, { cpu.flags: { contains_all: [svm, npt] } }] }",
        "require: { os.id: { starts_with: deb, ends_with: an } }",
        "require: { os.id: { matches: \"deb.*\", not_equals: debian } }",
        "require: { any: [{ os.id: { starts_with: a } }, { os.id: { starts_with: b } }] }",
        "require: { os.released: { older_than: 30 d, newer_than: 90 d } }",
        "require: { any: [{ kvm.registered: true }, { kvm.registered: { is: absent } }] }",
        "require: { kvm.registered: { not_equals: true } }",
        "require: { cpu.logical: { is: present, at_least: 4 } }",
        "require: { all: [{ memory.total: { is: present } }, { memory.total: { at_least: 4 GiB } }] }",
        "require: { package(qemu): { is: present }, package(qemu).version: { at_least: \"1.0\" } }",
        "require: { any: [{ package(a): { is: absent } }, { package(a).version: { at_least: \"2.0\" } }] }",
        "require: { any: [{ package(a).version: { at_least: \"1.0~rc1\" } }, { package(b).version: { at_least: \"1.0\" } }] }",
        "require: { os.family: { one_of: [linux, windows] } }",
        "require: { memory.total: { above: 0 } }",
        "require: { cpu.logical: { at_least: 0 } }",
        "require: { network.interfaces: { some: { .kind: a, .speed: { at_least: 10 Gbit/s } } } }",
        "require: { network.interfaces: { some: { .kind: x }, every: { .speed: { at_least: 1 Gbit/s } }, empty: fail } }",
        "require: { network.interfaces: { none: { .kind: x }, empty: pass, count: { at_least: 1 } } }",
        "require: { network.interfaces: { count: { above: 3, below: 5 } } }",
        "require: { network.interfaces: { count: { at_least: 1 } } }",
        "require: { any: [{ memory.total: { below: 4 GiB } }, { memory.total: { at_least: 8 GiB } }] }",
        "require: { os.id: debian }\n    fix: [{ effort: hardware, text: b, when: { kvm.registered: true } }, { effort: software, text: a }]",
        "require: { all: [{ network.interfaces: { count: { at_least: 2 }, where: { .kind: a } } }, { network.interfaces: { count: { at_most: 1 }, where: { .kind: b } } }] }",
        "applies: { host.kind: { one_of: [vm, bare-metal] } }\n    require: { host.kind: bare-metal }",
        "require: { at_least: 2, of: [{ os.id: debian }, { kvm.registered: true }, { host.kind: vm }] }",
        "require: { any: [{ memory.total: { at_least: 4 GiB } }, { memory.usable: { at_least: 8 GiB } }] }",
        "require: { when: { host.kind: vm }, then: { kvm.registered: true }, else: { os.id: debian } }",
        "require: { switch: cpu.architecture, cases: { x86_64: { cpu.flags: { contains: vmx } }, s390x: { cpu.flags: { contains: sie } } }, default: unknown }",
        "require: { switch: host.kind, cases: { vm: { kvm.registered: true }, bare-metal: { os.id: debian }, container: { os.id: fedora } }, default: fail }",
        "require: { memory.total: { at_least: 4 GiB } }\n    recommend: { memory.total: { at_least: 8 GiB } }",
        "require: { cpu.flags: { contains_any: [vmx, svm] } }\n    recommend: { cpu.flags: { contains_any: [ept, npt] } }",
        "|rules:\n  - { id: a, title: A, severity: low, require: { cpu.logical: { at_least: 8 } } }\n  - { id: b, title: B, severity: high, require: { cpu.logical: { at_least: 4 } } }",
        "|rules:\n  - { id: a, title: A, severity: high, needs: [b], require: { cpu.logical: { at_least: 8 }, os.id: debian } }\n  - { id: b, title: B, severity: high, require: { os.id: debian } }",
        "|rules:\n  - { id: a, title: A, severity: high, applies: { host.kind: vm }, require: { cpu.logical: { at_least: 8 } } }\n  - { id: b, title: B, severity: high, applies: { host.kind: bare-metal }, require: { cpu.logical: { at_least: 8 } } }",
        "|parameters: { p: { type: size, default: 1 GiB, describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { memory.total: { at_least: { parameter: p }, below: 2 GiB } } }]",
        "|parameters: { p: { type: number, default: 0, describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { network.interfaces: { count: { at_least: { parameter: p } } } } }]",
        "|parameters: { p: { type: size, default: 8 GiB, describe: d }, q: { type: size, default: 4 GiB, describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { memory.total: { at_least: { parameter: p } } }, recommend: { memory.total: { at_least: { parameter: q } } } }]",
        "|parameters: { p: { type: version, default: \"5.10\", describe: d } }\nrules: [{ id: a, title: A, severity: low, require: { kernel.release: { at_least: { parameter: p }, below: \"5.4\" } } }]",
        "require: { memory.usable: { at_least: { fact: memory.total, times: 0.5 }, at_most: { fact: memory.total } } }",
    };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_seeded_defect_is_found_and_nothing_else(string code, string text)
    {
        var warnings = Check(text);

        Assert.Equal(code, Assert.Single(warnings).Code.Id);
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void An_innocent_look_alike_is_left_alone(string text)
    {
        var warnings = Check(text);

        Assert.Empty(warnings);
    }

    private static IReadOnlyList<Diagnostic> Check(string text)
    {
        var rule = text.StartsWith('|') ? text[1..] : $"rules:\n  - id: r\n    title: t\n    severity: low\n    {text}";
        return PolicyReasoner.Check(Assert.IsType<PolicyDocument>(AuthoredText.Sound($"{AuthoredText.Head}{rule}\n")));
    }
}

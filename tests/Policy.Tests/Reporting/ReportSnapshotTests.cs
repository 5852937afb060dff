using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Tests.Snapshots;

namespace Policy.Tests.Reporting;

public sealed class ReportSnapshotTests
{
    [Fact]
    public void Html_of_one_host() => Snapshot.Verify(Render.Text(Reports.Html(Sample())), "html");

    [Fact]
    public void Markdown_of_one_host() => Snapshot.Verify(Render.Text(Reports.Markdown(Sample())), "md");

    [Fact]
    public void Markdown_of_a_fleet()
    {
        var good = Made.Host("pve02", [], Made.Policy("kvm-host", Made.Rule("kvm-works", Verdict.Pass)));
        var unreadable = new UnreadableHost("fleet.ndjson:3", "line 3, column 7: `}` expected");

        Snapshot.Verify(Render.Text(Reports.Markdown(Made.Run(Sample().Hosts[0], good, unreadable))), "md");
    }

    [Fact]
    public void Saved_results_give_the_bytes_of_the_run()
    {
        Assert.Equal(Render.Text(Reports.Html(Sample())), Render.Text(Reports.Html(ResultsWriter.Document(Sample()))));
    }

    internal static RunResults Sample() => Made.Run(Made.Host(
        "pve01",
        [
            Made.Shape("bare-metal-containers", Verdict.Warn, 0),
            Made.Shape("vm-platform", Verdict.Fail, 1),
            Made.Shape("mixed-platform", Verdict.Fail, 0, 1),
            Made.Umbrella("deployment-shapes", Verdict.Fail, ["bare-metal-containers", "vm-platform", "mixed-platform"], [0, 1]),
        ],
        Made.Policy("container-engine", [.. Containers()]),
        Made.Policy("kvm-host", [.. VirtualMachines()])));

    private static IEnumerable<Finding> Containers() =>
    [
        Made.Rule(
            "an-engine",
            Verdict.Pass,
            RuleSeverity.High,
            Made.Seen("runtime(docker).version", "24.0.7", "usr/bin/dockerd"),
            Made.Seen("os.pretty_name", "Debian GNU/Linux 12 (bookworm)", "etc/os-release")),
        Made.Rule("rootless", Verdict.Warn, RuleSeverity.Low, Made.Missing("user.subordinate_ids", "etc/subuid")),
        Made.Rule("selinux-enforcing", Verdict.NotApplicable) with
        {
            Explanation = Made.Test("os.family_like contains rhel", Truth.False, Made.Seen("os.family_like", "[debian]")),
        },
    ];

    private static IEnumerable<Finding> VirtualMachines()
    {
        var flags = Made.Seen("cpu.flags", "[fpu, sse2]", "proc/cpuinfo");
        var kvm = Made.Test("kvm.create_vm is ok", Truth.False, Made.Missing("kvm.create_vm", "dev/kvm"));
        var asked = Made.Group("any of", Truth.False, Made.Test("cpu.flags contains any of vmx, svm", Truth.False, flags), kvm);
        return
        [
            Made.Rule("kvm-works", Verdict.Fail, RuleSeverity.Critical, Made.Missing("kvm.create_vm", "dev/kvm")) with { BecauseOf = ["cpu-virtualization"] },
            Made.Rule("cpu-virtualization", Verdict.Fail, RuleSeverity.High, flags) with
            {
                Explanation = asked,
                Remedy = new Remedy(
                    null,
                    RemedyEffort.Firmware,
                    new ReaderText("Enable VT-x or SVM in the firmware."),
                    ["reboot", "grep -E 'vmx|svm' /proc/cpuinfo"]),
            },
            Made.Rule("iommu-on", Verdict.Unknown, RuleSeverity.Medium, Made.NotSeen("iommu.units", UnknownCause.Denied, "sys/firmware/acpi/tables/DMAR")),
            Made.Rule("kernel-has-kvm", Verdict.Pass, RuleSeverity.Critical, Made.Seen("module(kvm).state", "loadable", "lib/modules")),
            Made.Rule("nested", Verdict.Waived, RuleSeverity.Low, Made.Seen("kvm.parameter(nested)", "N")),
        ];
    }
}

using Policy.Core.Facts;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Identity;

public class VirtWhatCaptureTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_gets_the_words_that_virt_what_expects()
    {
        var wrong = Cases().Where(folder => Words(folder) != Expected(folder)).Select(folder => $"{Path.GetFileName(folder)}: {Words(folder)}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_case_is_what_its_words_say()
    {
        var wrong = Cases()
            .Where(folder => Look(folder, "host.kind") != Kind(Expected(folder)))
            .Select(folder => $"{Path.GetFileName(folder)}: {Look(folder, "host.kind")}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_hypervisor_is_named_where_the_case_has_one()
    {
        var answers = Array.ConvertAll(
            Cases(),
            folder => $"{Path.GetFileName(folder)}: {Look(folder, "virtualization.hypervisor_vendor")} {Look(folder, "virtualization.type")}");

        foreach (var answer in answers)
        {
            output.WriteLine(answer);
        }

        string[] expected =
        [
            "aws-kvm-x86: KVM full", "aws-xen-x86: Xen full", "baremetal: absent absent", "bhyve: bhyve full",
            "crio: unknown missing-source container", "docker: unknown denied container", "esx4.1: VMware full", "kvm: KVM full",
            "ppc64-kvm: KVM para", "ppc64-lpar-shared: pHyp para", "rhel5-xen-dom0: Xen absent", "rhel5-xen-domU-pv: Xen para", "zvm: IBM full",
        ];
        Assert.Empty(answers.Length == 0 ? [] : expected.Except(answers));
    }

    private static string Kind(string words) => words switch
    {
        "" or "xen xen-dom0" => "bare-metal",
        "crio" or "docker" or "lxc" or "oci" or "podman" or "openvz" or "systemd_nspawn" => "container",
        _ => "vm",
    };

    private static string Expected(string folder) =>
        string.Join(' ', File.ReadAllLines(Path.Join(folder, "expected.txt")).Where(line => line.Length > 0).Order(StringComparer.Ordinal));

    private static string Words(string folder)
    {
        using var host = VirtWhatRoot.Of(folder);
        return host.Look("virtualization.facts") is Present { Value: ListValue list }
            ? string.Join(' ', list.Items.Select(item => Observed.Text(item)).Order(StringComparer.Ordinal))
            : Observed.Text(host.Look("virtualization.facts"));
    }

    private static string Look(string folder, string fact)
    {
        using var host = VirtWhatRoot.Of(folder);
        return Observed.Text(host.Look(fact));
    }

    private static string[] Cases() => Captures.Folder("virt-what") is { } folder ? Directory.GetDirectories(folder) : [];
}

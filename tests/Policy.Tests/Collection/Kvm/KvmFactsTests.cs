using Policy.Core.Facts;

namespace Policy.Tests.Collection.Kvm;

public class KvmFactsTests
{
    private const string Lists = "lib/modules/6.1.0-1-amd64";

    [Fact]
    public void A_plain_file_in_the_place_of_the_node_is_told()
    {
        using var host = new ForgedHost().With("dev/kvm", "").With("proc/misc", "232 kvm\n");

        var answers = (Text(host, "kvm.device"), Text(host, "kvm.device_matches"), Text(host, "kvm.registered"));

        Assert.Equal(("file", "false", "true"), answers);
    }

    [Fact]
    public void A_captured_host_without_nodes_does_not_prove_that_there_is_none()
    {
        using var host = new ForgedHost().WithFolder("dev").With("proc/misc", "200 tun\n");

        var answers = (Text(host, "kvm.device"), Text(host, "kvm.device_matches"), Text(host, "kvm.registered"));

        Assert.Equal(("unknown missing-source", "unknown missing-source", "false"), answers);
    }

    [Fact]
    public void The_folder_of_the_device_proves_that_it_is_registered()
    {
        using var host = new ForgedHost().With("sys/class/misc/kvm/dev", "10:232\n");

        var registered = host.Look("kvm.registered");

        Assert.Equal(new Present(new BooleanValue(true), "sys/class/misc/kvm"), registered);
    }

    [Theory]
    [InlineData("kvm.open")]
    [InlineData("kvm.api_version")]
    [InlineData("kvm.create_vm")]
    [InlineData("kvm.create_vcpu")]
    [InlineData("kvm.capability(*)")]
    [InlineData("kvm.capability(max_vcpus)")]
    [InlineData("tun.open")]
    public void A_captured_host_is_never_probed(string fact)
    {
        using var host = new ForgedHost().WithFolder("dev");

        var observation = host.Look(fact);

        Assert.Equal("unknown not-collected", Observed.Text(observation));
    }

    [Theory]
    [InlineData("sys/module/kvm_intel/parameters/ept", "Y", "[kvm_intel]")]
    [InlineData("proc/modules", "kvm_amd 200704 0 - Live 0x0\nkvm 1 1 kvm_amd, Live 0x0\n", "[kvm_amd]")]
    [InlineData("var/log/dmesg", "[    0.4] kvm-pvm: loaded (native=1 pcid=1)\n", "[kvm_pvm]")]
    [InlineData("var/log/dmesg", "[    0.4] x: kvm-pvm: loaded\n", "unknown missing-source")]
    [InlineData("proc/modules", "kvm 1 0 - Live 0x0\n", "unknown missing-source")]
    [InlineData("sys/module/kvm/parameters/nested", "Y", "unknown missing-source")]
    public void A_backend_is_found_by_what_proves_it(string path, string content, string answer)
    {
        using var host = new ForgedHost().With(path, content);

        var backends = host.Look("kvm.backends");

        Assert.Equal(answer, Observed.Text(backends));
    }

    [Theory]
    [InlineData("kernel/arch/x86/kvm/kvm.ko\n", "[]")]
    [InlineData("kernel/arch/x86/kvm/kvm-amd.ko\nkernel/arch/x86/kvm/kvm-intel.ko\n", "[kvm_amd, kvm_intel]")]
    public void Both_lists_of_modules_together_are_complete(string builtin, string answer)
    {
        using var host = new ForgedHost().With("proc/sys/kernel/osrelease", "6.1.0-1-amd64\n").With($"{Lists}/modules.builtin", builtin).With("proc/modules", "ext4 1 0 - Live 0x0\n");

        var backends = host.Look("kvm.backends");

        Assert.Equal(answer, Observed.Text(backends));
    }

    [Fact]
    public void Truth_values_of_parameters_are_letters_on_every_kernel()
    {
        using var host = new ForgedHost().With("sys/module/kvm_amd/parameters/nested", "1\n").With("sys/module/kvm_amd/parameters/npt", "N\n").With("sys/module/kvm/parameters/halt_poll_ns", "0\n");

        var parameters = host.Look("kvm.parameter(*)");

        Assert.Equal("{halt_poll_ns: 0, nested: Y, npt: N}...", Observed.Text(parameters));
        Assert.Equal("Y", Text(host, "kvm.parameter(nested)"));
        Assert.Equal("unknown missing-source", Text(host, "kvm.parameter(ept)"));
    }

    [Fact]
    public void Two_backends_that_disagree_leave_a_parameter_unknown()
    {
        using var host = new ForgedHost().With("sys/module/kvm_amd/parameters/nested", "1\n").With("sys/module/kvm_intel/parameters/nested", "N\n");

        var nested = host.Look("kvm.parameter(nested)");

        Assert.Equal("unknown unsupported", Observed.Text(nested));
    }

    [Fact]
    public void A_host_without_backends_has_unknown_parameters()
    {
        using var host = new ForgedHost();

        var parameters = host.Look("kvm.parameter(*)");

        Assert.Equal("unknown missing-source", Observed.Text(parameters));
    }

    [Fact]
    public void Vhost_is_told_by_the_best_that_is_known_of_it()
    {
        using var host = new ForgedHost().With("proc/sys/kernel/osrelease", "6.1.0-1-amd64\n").With("proc/misc", "238 vhost-net\n")
            .With($"{Lists}/modules.builtin", "kernel/fs/ext4/ext4.ko\n").With($"{Lists}/modules.dep", "kernel/drivers/vhost/vhost_vsock.ko.xz: kernel/drivers/vhost/vhost.ko.xz\n");

        var vhost = host.Look("vhost(*)");

        Assert.Equal("{net: {state: registered}, scsi: absent, vsock: {state: loadable}}", Observed.Text(vhost));
        Assert.Equal("{state: loadable}", Text(host, "vhost(vsock)"));
        Assert.Equal("absent", Text(host, "vhost(scsi)"));
    }

    [Fact]
    public void Vhost_of_a_host_without_lists_is_unknown()
    {
        using var host = new ForgedHost().With("proc/misc", "200 tun\n");

        var net = host.Look("vhost(net)");

        Assert.Equal("unknown missing-source", Observed.Text(net));
    }

    private static string Text(ForgedHost host, string fact) => Observed.Text(host.Look(fact));
}

namespace Policy.Tests.Collection.Hypervisors;

public class HypervisorProductTests
{
    [Fact]
    public void Xen_tells_its_version_and_what_guests_it_can_run()
    {
        using var host = new ForgedHost()
            .With("sys/hypervisor/type", "xen\n")
            .With("sys/hypervisor/properties/capabilities", "xen-3.0-x86_64 hvm-3.0-x86_64 \n")
            .With("sys/hypervisor/version/major", "4\n").With("sys/hypervisor/version/minor", "17\n").With("sys/hypervisor/version/extra", ".3-pre\n");

        Assert.Equal("[xen-3.0-x86_64, hvm-3.0-x86_64] 4.17.3-pre", Text(host, "xen.capabilities", "xen.version"));
    }

    [Fact]
    public void Xen_that_says_nothing_is_unknown()
    {
        using var host = new ForgedHost()
            .With("sys/hypervisor/type", "xen\n")
            .With("sys/hypervisor/properties/capabilities", "\n")
            .With("sys/hypervisor/version/major", "4\n");

        Assert.Equal("unknown missing-source unknown missing-source", Text(host, "xen.capabilities", "xen.version"));
    }

    [Fact]
    public void A_computer_without_hypervisor_has_no_xen()
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/sys_vendor", "Dell Inc.\n").With(".policy/cpuid", "0 0 16 0 0 0\n1 0 0 0 0 0\n");

        Assert.Equal("absent absent", Text(host, "xen.capabilities", "xen.version"));
    }

    [Fact]
    public void A_copy_of_files_does_not_prove_that_there_is_no_xen()
    {
        using var host = new ForgedHost();

        Assert.Equal("unknown missing-source unknown missing-source", Text(host, "xen.capabilities", "xen.version"));
    }

    [Fact]
    public void The_bus_of_microsofts_hypervisor_has_devices()
    {
        using var host = new ForgedHost()
            .WithFolder("sys/bus/vmbus/devices/00000000-0000-8899-0000-000000000000")
            .WithFolder("sys/bus/vmbus/devices/2dd1ce17-079e-403c-b352-a1921ee207ee");
        using var other = new ForgedHost().WithFolder("sys/bus/pci/devices");

        Assert.Equal(("2", "unknown missing-source"), (Text(host, "hyperv.vmbus_devices"), Text(other, "hyperv.vmbus_devices")));
    }

    [Theory]
    [InlineData("proc/misc", "232 kvm\n 57 vboxdrvu\n 58 vboxdrv\n", "true false unknown missing-source")]
    [InlineData("proc/misc", "165 vmmon\n 57 vboxdrvu\n", "false true unknown missing-source")]
    [InlineData("proc/devices", "Character devices:\n  1 mem\n119 vmnet\n", "unknown missing-source unknown missing-source true")]
    [InlineData("proc/devices", "Character devices:\n  1 mem\n119 vmnet2\n", "unknown missing-source unknown missing-source false")]
    public void Drivers_of_other_hypervisors_are_told_by_their_names(string path, string content, string expected)
    {
        using var host = new ForgedHost().With(path, content);

        Assert.Equal(expected, Text(host, "virtualbox.driver", "vmware.monitor", "vmware.network"));
    }

    [Fact]
    public void Emulators_are_those_of_the_usual_folders()
    {
        using var host = new ForgedHost().With("usr/bin/qemu-system-x86_64", "").With("usr/bin/qemu-img", "").With("usr/libexec/qemu-kvm", "");
        using var bare = new ForgedHost().With("usr/bin/env", "");
        using var unknown = new ForgedHost().With("usr/libexec/qemu-kvm", "");

        Assert.Equal("[qemu-kvm, qemu-system-x86_64]", Text(host, "qemu.emulators"));
        Assert.Equal("[]", Text(bare, "qemu.emulators"));
        Assert.Equal("unknown missing-source", Text(unknown, "qemu.emulators"));
    }

    [Fact]
    public void Sockets_of_libvirt_are_those_that_take_orders()
    {
        using var host = new ForgedHost()
            .With("run/libvirt/libvirt-sock", "")
            .With("run/libvirt/libvirt-sock-ro", "")
            .With("run/libvirt/virtqemud-admin-sock", "");
        using var bare = new ForgedHost();
        using var strange = new ForgedHost().With("run/libvirt", "");

        Assert.Equal("[libvirt-sock, virtqemud-admin-sock]", Text(host, "libvirt.sockets"));
        Assert.Equal("unknown missing-source", Text(bare, "libvirt.sockets"));
        Assert.StartsWith("unknown", Text(strange, "libvirt.sockets"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proc/vz proc/bc proc/self", "host")]
    [InlineData("proc/vz proc/self", "container")]
    [InlineData("proc/self", "unknown missing-source")]
    public void The_kernel_of_openvz_shows_more_on_its_host(string folders, string expected)
    {
        using var host = new ForgedHost();
        foreach (var folder in folders.Split(' '))
        {
            host.WithFolder(folder);
        }

        Assert.Equal(expected, Text(host, "openvz.role"));
    }

    [Fact]
    public void The_clock_is_named()
    {
        const string folder = "sys/devices/system/clocksource/clocksource0";
        using var host = new ForgedHost()
            .With($"{folder}/current_clocksource", "kvm-clock\n")
            .With($"{folder}/available_clocksource", "kvm-clock tsc acpi_pm \n");
        using var bare = new ForgedHost();

        Assert.Equal("kvm-clock [kvm-clock, tsc, acpi_pm]", Text(host, "kernel.clock_source", "kernel.clock_sources"));
        Assert.Equal("unknown missing-source unknown missing-source", Text(bare, "kernel.clock_source", "kernel.clock_sources"));
    }

    private static string Text(ForgedHost host, params string[] facts) => string.Join(' ', facts.Select(fact => Observed.Text(host.Look(fact))));
}

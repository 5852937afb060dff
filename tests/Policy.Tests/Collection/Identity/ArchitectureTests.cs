namespace Policy.Tests.Collection.Identity;

public class ArchitectureTests
{
    [Fact]
    public void A_recording_comes_before_everything_else()
    {
        using var host = new ForgedHost().With(".policy/commands/uname -m", "ppc64le\n").With("proc/sys/kernel/arch", "x86_64\n");

        Assert.Equal("ppc64le", Text(host));
    }

    [Theory]
    [InlineData("flags\t\t: fpu lm\nwp\t\t: yes\n", "x86_64")]
    [InlineData("flags\t\t: fpu lm\n", "unknown missing-source")]
    [InlineData("fdiv_bug\t: no\ncpu family\t: 6\nflags\t\t: fpu lm\nwp\t\t: yes\n", "i686")]
    [InlineData("cpu family\t: 5\nflags\t\t: fpu\nwp\t\t: yes\n", "i586")]
    [InlineData("CPU implementer\t: 0x41\nCPU architecture: 8\n", "aarch64")]
    [InlineData("model name\t: ARMv7 Processor rev 4 (v7l)\nCPU implementer\t: 0x41\nCPU architecture: 7\n", "armv7l")]
    [InlineData("Processor\t: AArch64 Processor rev 0 (aarch64)\nCPU architecture: AArch64\n", "aarch64")]
    [InlineData("CPU implementer\t: 0x41\nCPU architecture: 7\n", "unknown missing-source")]
    [InlineData("cpu\t\t: POWER9\nrevision\t: 2.2 (pvr 004e 1202)\n", "unknown missing-source")]
    [InlineData("vendor_id       : IBM/S390\nfeatures\t: esan3 zarch highgprs\n", "unknown missing-source")]
    [InlineData("vendor_id       : IBM/S390\nfacilities      : 0 1 2\n", "s390x")]
    [InlineData("isa\t\t: rv64imafdc\n", "riscv64")]
    [InlineData("ISA\t\t: loongarch32r loongarch32s loongarch64\n", "loongarch64")]
    [InlineData("arch\t\t: IA-64\n", "ia64")]
    [InlineData("type\t\t: sun4v\n", "sparc64")]
    public void The_form_of_the_processors_file_tells_where_it_leaves_no_doubt(string text, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", text);

        Assert.Equal(expected, Text(host));
    }

    [Fact]
    public void The_order_of_bytes_tells_the_two_kinds_of_power()
    {
        using var host = new ForgedHost()
            .With("proc/cpuinfo", "cpu\t\t: POWER9\nrevision\t: 2.2 (pvr 004e 1202)\n")
            .With("sys/kernel/cpu_byteorder", "little\n");

        Assert.Equal("ppc64le", Text(host));
    }

    [Theory]
    [InlineData(2, 1, 62, "x86_64")]
    [InlineData(2, 1, 183, "aarch64")]
    [InlineData(1, 1, 3, "unknown missing-source")]
    [InlineData(2, 1, 9999, "unknown missing-source")]
    public void A_program_of_64_bits_tells_the_kernel(byte width, byte order, int machine, string expected)
    {
        var program = new byte[64];
        "\u007FELF"u8.CopyTo(program);
        (program[4], program[5], program[18], program[19]) = (width, order, (byte)(machine & 0xff), (byte)(machine >> 8));
        using var host = new ForgedHost().With("bin/sh", program);

        Assert.Equal(expected, Text(host));
    }

    private static string Text(ForgedHost host) => Observed.Text(host.Look("cpu.architecture"));
}

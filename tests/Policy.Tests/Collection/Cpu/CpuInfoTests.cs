using Xunit.Abstractions;

namespace Policy.Tests.Collection.Cpu;

public class CpuInfoTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("flags\t: fpu vmx lm", "vmx")]
    [InlineData("flags\t: fpu svm lm", "svm")]
    [InlineData("flags\t: fpu svm_lock vmx_like", "absent")]
    [InlineData("flags\t: fpu\nvmx flags\t: vmx svm", "absent")]
    [InlineData("Features\t: fp asimd\nCPU implementer\t: 0x41", "unknown unsupported")]
    [InlineData("nothing that is known", "unknown missing-source")]
    [InlineData("", "unknown missing-source")]
    public void Only_the_whole_word_on_the_line_of_flags_counts(string info, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization")));
    }

    [Fact]
    public void What_one_processor_lacks_is_no_flag_of_the_host()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor : 0\nflags : fpu lwp vmx\n\nprocessor : 1\nflags : vmx fpu\n");

        Assert.Equal("[fpu, vmx]", Observed.Text(host.Look("cpu.flags")));
        Assert.Equal("false", Observed.Text(host.Look("cpu.flags_uniform")));
    }

    [Fact]
    public void Flags_in_another_order_are_the_same()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor : 0\nflags : fpu vmx\n\nprocessor : 1\nflags : vmx fpu\n");

        Assert.Equal("true", Observed.Text(host.Look("cpu.flags_uniform")));
    }

    [Fact]
    public void A_processor_without_the_line_makes_the_flags_unknown()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor : 0\nflags : fpu\nprocessor : 1\nflags : fpu\nprocessor : 2\n");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("cpu.virtualization")));
    }

    [Theory]
    [InlineData("flags : cmov cx8 fpu fxsr mmx sse sse2", "absent")]
    [InlineData("flags : lm syscall cmov cx8 fpu fxsr mmx sse sse2", "1")]
    [InlineData("flags : lm syscall cmov cx8 fpu fxsr mmx sse sse2 cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2 avx avx2 bmi1 bmi2 f16c fma movbe xsave", "2")]
    [InlineData("flags : lm syscall cmov cx8 fpu fxsr mmx sse sse2 cx16 lahf_lm popcnt pni ssse3 sse4_1 sse4_2 avx avx2 bmi1 bmi2 f16c fma movbe xsave abm", "3")]
    [InlineData("isa : rv64imafdc", "unknown unsupported")]
    public void A_level_is_reached_with_all_of_its_flags(string info, string level)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);

        Assert.Equal(level, Observed.Text(host.Look("cpu.microarchitecture_level")));
    }

    [Theory]
    [InlineData("cpu.vendor", "unknown missing-source")]
    [InlineData("cpu.model_name", "unknown missing-source")]
    [InlineData("cpu.logical", "unknown missing-source")]
    [InlineData("cpu.sockets", "unknown missing-source")]
    [InlineData("memory.total", "unknown missing-source")]
    [InlineData("cpu.quota", "unknown missing-source")]
    [InlineData("cpu.virtualization", "vmx")]
    [InlineData("cpu.virtualization_disabled", "false")]
    [InlineData("cpu.online", "4")]
    public void Two_kinds_of_lines_tell_what_they_say_and_nothing_else(string fact, string expected)
    {
        if (Captures.Folder("seed") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        Assert.Equal(expected, Observed.Text(Observed.Look(Path.Join(captures, "host-02"), fact)));
    }

    [Theory]
    [InlineData("vendor : GenuineIntel\narch : IA-64\nfamily : 32\nmodel : 1\nmodel name : Itanium\nfeatures : branchlong", "ia64", "GenuineIntel Itanium 32 1")]
    [InlineData("cpu\t: UltraSparc T2 (Niagara2)\ntype\t: sun4v\nncpus probed : 2", "sparc64", "? UltraSparc T2 (Niagara2) ? ?")]
    [InlineData("cpu\t: Alpha\ncpu model\t: EV67", "alpha", "? Alpha ? EV67")]
    [InlineData("processor : 0\ncpu family : PA-RISC 2.0\ncpu : PA8700 (PCX-W2)\nmodel : 9000/785\nmodel name : Duet W2", "?", "? Duet W2 PA-RISC 2.0 9000/785")]
    [InlineData("processor : 0\ncpu model : MIPS 1004Kc V2.15\nisa : mips1 mips2\nASEs implemented : dsp", "?", "? MIPS 1004Kc V2.15 ? MIPS 1004Kc V2.15")]
    [InlineData("processor : 0\ncpu family : sh4a\ncpu type : SH7786\ncpu flags : fpu", "?", "? SH7786 sh4a ?")]
    [InlineData("vendor_id : Tensilica\nmodel : Xtensa LX\nprocessor : 0\nflags : nmi debug", "?", "Tensilica ? ? Xtensa LX")]
    public void Rare_architectures_have_keys_of_their_own(string info, string architecture, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);
        var facts = new[] { "cpu.architecture", "cpu.vendor", "cpu.model_name", "cpu.family", "cpu.model" };

        var answers = facts.Select(fact => Observed.Text(host.Look(fact))).Select(text => text.StartsWith("unknown", StringComparison.Ordinal) ? "?" : text);

        Assert.Equal($"{architecture} {expected}", string.Join(' ', answers));
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("cpu.flags")));
    }

    [Theory]
    [InlineData("ansible/cpuinfo/x86_64-2cpu-cpuinfo", "cpu.sockets", "2")]
    [InlineData("ansible/cpuinfo/x86_64-2cpu-cpuinfo", "cpu.cores_per_socket", "1")]
    [InlineData("ansible/cpuinfo/ppc64le-power8-24cpu-cpuinfo", "cpu.online", "24")]
    [InlineData("ansible/cpuinfo/s390x-z13-2cpu-cpuinfo", "cpu.online", "2")]
    [InlineData("ansible/cpuinfo/armv7-rev3-8cpu-cpuinfo", "cpu.model_name", "Cortex-A7 + Cortex-A15")]
    [InlineData("ansible/cpuinfo/sparc-t5-debian-ldom-24vcpu", "cpu.online", "unknown missing-source")]
    [InlineData("cadvisor/cpuinfo_onesocket_many_NUMAs", "cpu.online", "32")]
    [InlineData("ohai/cpu/cpuinfo-dual-core-hyperthreaded.output", "cpu.threads_per_core", "2")]
    [InlineData("ohai/cpu/cpuinfo-no-cores.output", "cpu.sockets", "unknown missing-source")]
    public void The_file_alone_tells_what_it_can(string file, string fact, string expected)
    {
        if (Captures.Folder(Path.GetDirectoryName(file)!) is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var host = new ForgedHost().With("proc/cpuinfo", File.ReadAllBytes(Path.Join(captures, Path.GetFileName(file))));

        Assert.Equal(expected, Observed.Text(host.Look(fact)));
    }
}

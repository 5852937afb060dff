using System.Net.Sockets;
using System.Runtime.Intrinsics.X86;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostLiveTests : IDisposable
{
    private static readonly Host Live = new(HostRoot.Live, new HostCommands(HostRoot.Live), new HostOptions());
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_machine_and_its_kernel_have_names()
    {
        Assert.Matches("^[a-z0-9_]+$", Live.Machine().Content);
        Assert.Equal(File.ReadAllText("/proc/sys/kernel/osrelease").Trim(), Live.KernelRelease().Content);
    }

    [Fact]
    public void The_user_is_who_runs_the_tests()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("Uid:", StringComparison.Ordinal));

        Assert.Equal(line.Split('\t')[2], $"{Live.User().Content!.Uid}");
    }

    [Fact]
    public void A_variable_is_that_of_the_process()
    {
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), Live.Variable("PATH").Content);
        Assert.Equal(new Missing<string>("environment"), Live.Variable("POLICY_NEVER_SET"));
    }

    [Fact]
    public void The_log_is_read_without_priorities_or_denied()
    {
        var log = Live.KernelLog();

        Assert.True(log is Failed<string[]> { Cause: UnknownCause.Denied } || !log.Content!.Any(line => line.StartsWith('<')));
    }

    [Fact]
    public void The_instruction_names_the_vendor_only_on_x86()
    {
        var leaf = Live.Cpuid(0);

        Assert.Equal(X86Base.IsSupported, leaf is Got<CpuidRegisters>);
    }

    [Fact]
    public void A_virtual_machine_is_made_only_after_all_earlier_answers()
    {
        var answer = Live.AskKvm();

        var isOpen = answer.Open.Content == "ok";
        Assert.Equal(isOpen, answer.ApiVersion is Got<int> { Value: 12 });
        Assert.Equal(isOpen, answer.CreateVm is Got<string>);
        Assert.Equal(answer.CreateVm.Content == "ok", answer.CreateVcpu is Got<string>);
        Assert.Equal(isOpen, answer.Extensions(9) is Got<int> { Value: > 0 });
    }

    [Fact]
    public void The_probe_can_be_switched_off()
    {
        var careful = Live with { Options = new HostOptions(ProbeKvm: false) };

        Assert.Equal(new Failed<string>(UnknownCause.NotCollected, "dev/kvm", "the probe is switched off"), careful.AskKvm().Open);
    }

    [Fact]
    public void A_device_opens_or_says_what_it_is()
    {
        Assert.Equal(new Got<string>("ok", "dev/null"), Live.OpenDevice("/dev/null"));
        Assert.Equal(new Missing<string>("dev/no-such"), Live.OpenDevice("/dev/no-such"));
        Assert.Equal(new Failed<string>(UnknownCause.Malformed, "proc/version", "a regular file"), Live.OpenDevice("/proc/version"));
    }

    [Fact]
    public void A_socket_lets_connect_while_somebody_listens()
    {
        var path = Path.Join(folder.Path, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, 0);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var before = Live.Connect(path);
        socket.Listen();
        var after = Live.Connect(path);

        Assert.Equal(new Got<string>("ECONNREFUSED", path[1..]), before);
        Assert.Equal(new Got<string>("ok", path[1..]), after);
    }

    [Fact]
    public void A_socket_where_somebody_listens_is_not_called()
    {
        var path = Path.Join(folder.Path, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, 0);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();

        var host = new Host(HostRoot.Live, new HostCommands(HostRoot.Live), new HostOptions());

        Assert.Equal("ok", host.Connect(path).Content);
        Assert.False(socket.Poll(0, SelectMode.SelectRead));
    }

    [Fact]
    public void A_socket_of_another_is_denied()
    {
        var path = Path.Join(folder.Path, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, 0);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.Listen();
        folder.Shell("chmod 755 . ..; chmod 600 socket");

        Assert.Equal(new Got<string>("EACCES", path[1..]), Nobody.Run(() => Live.Connect(path)));
    }

    [Fact]
    public void A_file_is_no_socket()
    {
        Assert.Equal(new Failed<string>(UnknownCause.Malformed, "proc/version", "a regular file"), Live.Connect("/proc/version"));
    }

    [Fact]
    public void A_file_system_has_a_magic_number()
    {
        Assert.Equal(0x9fa0, Live.Space("/proc").Content.Magic);
        Assert.Equal(new DriveInfo("/").TotalSize, Live.Space("/").Content.Total);
    }
}

using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Host host;

    public HostTests()
    {
        var root = HostRoot.OfFolder(folder.Path);
        host = new Host(root, new HostCommands(root), new HostOptions());
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_captured_root_without_recordings_tells_nothing_of_this_machine()
    {
        Assert.Equal(new Missing<string>(".policy/commands/uname -m"), host.Machine());
        Assert.Equal(new Missing<string>(".policy/commands/uname -r"), host.KernelRelease());
        Assert.Equal(new Failed<string>(UnknownCause.NotCollected, ".policy/environment"), host.Variable("PATH"));
        Assert.Equal(new Failed<HostUser>(UnknownCause.NotCollected, ".policy/user"), host.User());
        Assert.Equal(new Failed<CpuidRegisters>(UnknownCause.NotCollected, ".policy/cpuid"), host.Cpuid(0));
        Assert.Equal(new Missing<string[]>("var/log/dmesg"), host.KernelLog());
    }

    [Fact]
    public void A_captured_root_never_asks_a_device_or_a_socket()
    {
        folder.Shell("mkdir -p dev run; touch dev/kvm run/docker.sock");

        var answer = host.AskKvm();

        Assert.All([answer.Open, answer.CreateVm, answer.CreateVcpu, host.OpenDevice("dev/kvm"), host.Connect("run/docker.sock")], IsNotCollected);
        IsNotCollected(answer.ApiVersion);
        IsNotCollected(answer.Extensions(9));
        IsNotCollected(host.Space("/"));
    }

    [Fact]
    public void Recorded_names_lose_their_line_end()
    {
        folder.Write(".policy/commands/uname -m", "aarch64\n");
        folder.Write(".policy/commands/uname -r", "6.1.0\n");

        Assert.Equal(("aarch64", "6.1.0"), (host.Machine().Content, host.KernelRelease().Content));
    }

    [Fact]
    public void The_kernels_own_file_goes_before_the_recorded_release()
    {
        folder.Write("proc/sys/kernel/osrelease", "6.12.5\n");
        folder.Write(".policy/commands/uname -r", "6.1.0\n");

        Assert.Equal(new Got<string>("6.12.5", "proc/sys/kernel/osrelease"), host.KernelRelease());
    }

    [Theory]
    [InlineData("uid=1000(jo) gid=100(users) groups=100(users),27(sudo),5(domain, users)", new long[] { 100, 27, 5 })]
    [InlineData("uid=1000 gid=100 groups=100,27\n", new long[] { 100, 27 })]
    [InlineData("uid=1000 gid=100", new long[0])]
    public void A_recorded_user_is_read_with_names_and_without(string text, long[] groups)
    {
        folder.Write(".policy/user", text);

        Assert.Equal(new Got<HostUser>(new HostUser(1000, 100, [.. groups]), ".policy/user"), host.User());
    }

    [Fact]
    public void A_recorded_user_of_another_shape_is_malformed()
    {
        folder.Write(".policy/user", "root");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Failed<HostUser>>(host.User()).Cause);
    }

    [Fact]
    public void A_recorded_variable_is_the_last_of_its_name()
    {
        folder.Write(".policy/environment", "A=1\nAB=2\nA=x=y\n");

        Assert.Equal(new Got<string>("x=y", ".policy/environment"), host.Variable("A"));
        Assert.Equal(new Missing<string>(".policy/environment"), host.Variable("B"));
    }

    [Theory]
    [InlineData(".policy/commands/dmesg")]
    [InlineData("var/log/dmesg")]
    public void A_recorded_log_loses_its_priorities(string path)
    {
        folder.Write(path, "<6>[    0.0] Linux\n<b>[    0.1] kvm\n");

        Assert.Equal(["[    0.0] Linux", "<b>[    0.1] kvm"], host.KernelLog().Content!);
    }

    private static void IsNotCollected<T>(Reading<T> reading) => Assert.Equal(UnknownCause.NotCollected, Assert.IsType<Failed<T>>(reading).Cause);
}

namespace Policy.Tests.Collection.Kernel;

public sealed class FileSystemTests
{
    private const string Folder = "lib/modules/6.1.0";

    [Theory]
    [InlineData("tmpfs", "available")]
    [InlineData("ext4", "available")]
    [InlineData("xfs", "loadable")]
    [InlineData("nfs4", "loadable")]
    [InlineData("cramfs", "absent")]
    [InlineData("zfs", "absent")]
    [InlineData("bridge", "absent")]
    public void A_file_system_is_registered_or_its_module_can_be_loaded(string name, string expected)
    {
        using var host = Distribution()
            .With("proc/filesystems", "nodev\ttmpfs\n\text4\n")
            .With($"{Folder}/modules.alias", "alias fs-xfs xfs\nalias fs-nfs4 nfsv4\nalias fs-cramfs cramfs\n");

        Assert.Equal(expected, host.Ask($"filesystem({name})"));
    }

    [Theory]
    [InlineData("ext4", "available")]
    [InlineData("xfs", "loadable")]
    [InlineData("tmpfs", "unknown missing-source")]
    [InlineData("bridge", "unknown missing-source")]
    public void Of_an_image_only_its_modules_are_known(string name, string expected)
    {
        using var host = Distribution();

        Assert.Equal(expected, host.Ask($"filesystem({name})"));
    }

    private static KernelHost Distribution() => new KernelHost()
        .With("proc/sys/kernel/osrelease", "6.1.0\n")
        .With("etc/modprobe.d/cis.conf", "install cramfs /bin/false\n")
        .With($"{Folder}/modules.builtin", "kernel/fs/ext4/ext4.ko\n")
        .With($"{Folder}/modules.builtin.modinfo", "ext4.license=GPL\0ext4.alias=fs-ext4\0")
        .With($"{Folder}/modules.dep", "kernel/fs/xfs/xfs.ko:\nkernel/fs/nfs/nfsv4.ko:\nkernel/fs/cramfs/cramfs.ko:\nkernel/net/bridge/bridge.ko:\n");
}

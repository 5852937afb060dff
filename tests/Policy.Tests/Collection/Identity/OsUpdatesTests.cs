namespace Policy.Tests.Collection.Identity;

public class OsUpdatesTests
{
    private const string Deployment = "ostree/deploy/default/deploy/0123.0.origin";

    [Theory]
    [InlineData("ID=flatcar\nID_LIKE=coreos\n", "image", "true")]
    [InlineData("ID=bottlerocket\n", "image", "true")]
    [InlineData("ID=talos\n", "image", "true")]
    [InlineData("ID=steamos\nID_LIKE=arch\n", "image", "true")]
    [InlineData("ID=\"opensuse-microos\"\n", "transactional", "true")]
    [InlineData("ID=ubuntu-core\n", "snaps", "true")]
    [InlineData("ID=nixos\n", "generations", "unknown missing-source")]
    [InlineData("ID=debian\n", "unknown missing-source", "unknown missing-source")]
    public void A_distribution_tells_by_its_name_how_it_changes(string release, string model, string isImmutable)
    {
        using var host = new ForgedHost().With("etc/os-release", release);

        Assert.Equal(model, Observed.Text(host.Look("os.update_model")));
        Assert.Equal(isImmutable, Observed.Text(host.Look("os.immutable")));
    }

    [Theory]
    [InlineData("[origin]\nrefspec=fedora:fedora/stable/x86_64/coreos\n", "ostree")]
    [InlineData("[origin]\ncontainer-image-reference=ostree-unverified-registry:quay.io/x\n", "container_image")]
    public void A_deployment_says_from_where_it_came(string origin, string model)
    {
        using var host = new ForgedHost().With("etc/os-release", "ID=fedora\nVARIANT_ID=coreos\n").With(Deployment, origin);

        Assert.Equal(model, Observed.Text(host.Look("os.update_model")));
    }

    [Fact]
    public void Deployments_that_cannot_be_seen_or_differ_are_unknown()
    {
        using var hidden = new ForgedHost().With("run/ostree-booted", "");
        using var mixed = new ForgedHost().With("run/ostree-booted", "")
            .With(Deployment, "[origin]\nrefspec=x\n")
            .With("ostree/deploy/default/deploy/0124.0.origin", "[origin]\ncontainer-image-reference=x\n");

        Assert.Equal("unknown missing-source", Observed.Text(hidden.Look("os.update_model")));
        Assert.Equal("unknown unsupported", Observed.Text(mixed.Look("os.update_model")));
    }

    [Theory]
    [InlineData("/dev/sda / ext4 rw 0 0\n", "packages")]
    [InlineData("/dev/sda / ext4 ro 0 0\n", "unknown unsupported")]
    public void Packages_change_a_system_whose_programs_can_be_written(string mounts, string model)
    {
        using var host = new ForgedHost().With("etc/os-release", "ID=debian\n").With("proc/mounts", mounts)
            .With("var/lib/dpkg/status", "Package: dpkg\nStatus: install ok installed\nVersion: 1\n");

        Assert.Equal(model, Observed.Text(host.Look("os.update_model")));
    }

    [Theory]
    [InlineData("ID=ubuntu\nID_LIKE=debian\n", "debian")]
    [InlineData("ID=Deepin\n", "debian")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "redhat")]
    [InlineData("ID=openEuler\n", "redhat")]
    [InlineData("ID=never-heard\nID_LIKE=\"nor-this suse\"\n", "suse")]
    [InlineData("ID=void\r\n", "void")]
    [InlineData("ID=nexus\nID_LIKE=wrlinux\n", "yocto")]
    [InlineData("ID=kylin\n", "unknown unsupported")]
    [InlineData("ID=never-heard\n", "unknown unsupported")]
    public void A_distribution_has_a_family(string release, string family)
    {
        using var host = new ForgedHost().With("etc/os-release", release);

        Assert.Equal(family, Observed.Text(host.Look("os.distribution_family")));
    }

    [Fact]
    public void A_captured_distribution_without_a_family_is_one_that_names_no_origin()
    {
        if (Captures.Folder("os-release") is not { } folder)
        {
            return;
        }

        string[] files =
        [
            .. Directory.GetFiles(Path.Join(folder, "chef")),
            .. Directory.GetFiles(Path.Join(folder, "which-distro"), "*", SearchOption.AllDirectories),
        ];
        var unknown = files.Select(Family).Where(item => item.Family == "unknown unsupported").Select(item => item.Id).Distinct();

        Assert.Equal(["ubios"], unknown.Order(StringComparer.Ordinal));
    }

    private static (string Id, string Family) Family(string file)
    {
        using var host = new ForgedHost().With("etc/os-release", File.ReadAllBytes(file));
        return (Observed.Text(host.Look("os.id")), Observed.Text(host.Look("os.family")) == "linux" ? Observed.Text(host.Look("os.distribution_family")) : "");
    }
}

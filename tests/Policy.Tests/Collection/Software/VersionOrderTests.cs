using Policy.Collection.Sources.Software;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Tests.Collection.Software;

public sealed class VersionOrderTests
{
    [Theory]
    [InlineData("1.9", "1.10")]
    [InlineData("5.14.0-70.el9", "5.14.0-362.8.1.el9")]
    [InlineData("9.9-1", "1:1.0-1")]
    [InlineData("10.0.100-preview.1", "10.0.100")]
    [InlineData("1.0~rc1", "1.0")]
    [InlineData("1.0", "1.0.1")]
    [InlineData("1.0a", "1.0.1")]
    public void The_second_is_higher(string low, string high)
    {
        Assert.True(VersionOrder.Instance.Compare(low, high) < 0);
        Assert.True(VersionOrder.Instance.Compare(high, low) > 0);
        Assert.Equal(0, VersionOrder.Instance.Compare(low, low));
    }

    [Theory]
    [InlineData("5:24.0.7-1~debian.12~bookworm", "24.0.7")]
    [InlineData("20.10.24+dfsg1-1+deb12u1+b2", "20.10.24")]
    [InlineData("5:19.03.15~3-0~debian-stretch", "19.03.15")]
    [InlineData("1:8.0~rc2+dfsg-1", "8.0~rc2")]
    [InlineData("1.24.2-r9", "1.24.2")]
    [InlineData("6.0.12", "6.0.12")]
    [InlineData("next", null)]
    public void The_upstream_part_of_a_packages_version_is_what_the_program_says(string package, string? upstream) =>
        Assert.Equal(upstream, VersionText.Upstream(package));
}

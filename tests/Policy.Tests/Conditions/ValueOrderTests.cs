using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Tests.Conditions;

public class ValueOrderTests
{
    [Theory]
    [InlineData("1.0-1", "1.0-2", null, true)]
    [InlineData("1.0~rc1", "1.0", VersionScheme.Deb, true)]
    [InlineData("1.0~rc1", "1.0", VersionScheme.Pacman, false)]
    [InlineData("1.0~rc1", "1.0", null, null)]
    [InlineData("1.0", "1.0-1", VersionScheme.Deb, true)]
    [InlineData("1.0", "1.0-1", VersionScheme.Rpm, true)]
    public void Versions_of_packages_compare_as_on_the_host(string left, string right, VersionScheme? native, bool? isOlder)
    {
        var found = ValueOrder.Compare(Version(left), Version(right), new FactContext(null, native), order => order < 0);

        Assert.Equal(isOlder, found);
    }

    [Fact]
    public void Numbers_compare_exactly()
    {
        var near = new NumberValue(0.9999999999999999999999999999m);

        var isLess = ValueOrder.Compare(near, new NumberValue(1), default, order => order < 0);

        Assert.True(isLess);
        Assert.True(ValueOrder.Same(new NumberValue(1.00m), new NumberValue(1), default));
    }

    private static VersionValue Version(string text) => new(text, VersionScheme.Native);
}

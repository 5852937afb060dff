using Policy.Collection.Sources.Kernel;

namespace Policy.Tests.Collection.Kernel;

public sealed class KernelVersionFitTests
{
    [Theory]
    [InlineData("6.1.192", "6.1.0-56-amd64", true)]
    [InlineData("6.8.12", "6.8.0-41-generic", true)]
    [InlineData("6.12.0-55.40.1.el10_0.x86_64", "6.12.0-55.40.1.el10_0.x86_64", true)]
    [InlineData("6.12.0-55.40.1.el10_0.x86_64", "6.12.0-55.40.1.el10_0.x86_64+debug", true)]
    [InlineData("6.12.0-55.40.1.el10_0.x86_64", "6.12.0-66.el10_0.x86_64", false)]
    [InlineData("6.18.0-rc3", "6.18-rc3-amd64", true)]
    [InlineData("5.10.1", "6.1.0-56-amd64", false)]
    [InlineData("6.18.1", "6.1.0", false)]
    [InlineData(null, "6.1.0", true)]
    [InlineData("6.1.0", null, true)]
    [InlineData("6.1.0", "custom", true)]
    public void Only_texts_that_contradict_each_other_do_not_fit(string? header, string? release, bool expected)
    {
        Assert.Equal(expected, KernelVersionFit.Fits(header, release));
    }
}

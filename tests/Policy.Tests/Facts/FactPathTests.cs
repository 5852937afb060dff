using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public class FactPathTests
{
    [Theory]
    [InlineData("cpu.flags", "cpu.flags", null, "")]
    [InlineData("a.b.c_1", "a.b.c_1", null, "")]
    [InlineData("package(docker-ce).version", "package", "docker-ce", "version")]
    [InlineData("kernel.config(KVM)", "kernel.config", "KVM", "")]
    [InlineData("file(/etc/docker/daemon.json).mode", "file", "/etc/docker/daemon.json", "mode")]
    [InlineData("package(*)", "package", "*", "")]
    [InlineData("x( ).a.b", "x", " ", "a.b")]
    [InlineData(@"x(a\)b)", "x", "a)b", "")]
    [InlineData(@"x(a\b)", "x", @"a\b", "")]
    [InlineData("x(ünï (1.0)", "x", "ünï (1.0", "")]
    public void A_path_is_read_and_written_back(string text, string root, string? key, string fields)
    {
        var path = FactPath.Parse(text);

        Assert.Equal((root, key, fields), (path.Root, path.Key, string.Join('.', path.Fields)));
        Assert.Equal(text, path.ToString());
        Assert.Equal(path, FactPath.Parse(path.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpu")]
    [InlineData(".size")]
    [InlineData("cpu.")]
    [InlineData("cpu..flags")]
    [InlineData("Cpu.flags")]
    [InlineData("cpu.1flags")]
    [InlineData("cpu._flags")]
    [InlineData("cpu.fl-ags")]
    [InlineData("cpu.flägs")]
    [InlineData(" cpu.flags")]
    [InlineData("package()")]
    [InlineData("package(")]
    [InlineData("package(a")]
    [InlineData("package(a\nb)")]
    [InlineData(@"package(a\)")]
    [InlineData("package(a)version")]
    [InlineData("package(a).")]
    [InlineData("package(a).b(c)")]
    [InlineData("(a).b")]
    public void A_text_of_another_shape_is_no_path(string text)
    {
        Assert.False(FactPath.TryParse(text, out _));
        Assert.Throws<FormatException>(() => FactPath.Parse(text));
    }

    [Theory]
    [InlineData("", true, 0)]
    [InlineData(".size", true, 1)]
    [InlineData(".a.b", true, 2)]
    [InlineData("size", false, 0)]
    [InlineData(".", false, 0)]
    [InlineData(".a.", false, 0)]
    public void A_relative_path_is_a_chain_of_fields(string text, bool isRelative, int count)
    {
        var found = (FactPath.TryFields(text, out var fields), fields.Count);

        Assert.Equal((isRelative, count), found);
    }
}

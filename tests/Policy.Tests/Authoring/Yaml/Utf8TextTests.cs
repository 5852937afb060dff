using System.Text;
using Policy.Authoring.Yaml;

namespace Policy.Tests.Authoring.Yaml;

public sealed class Utf8TextTests
{
    [Fact]
    public void A_byte_order_mark_is_left_out()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a: é"u8];

        var text = Utf8Text.Decode("p.yaml", bytes);

        Assert.Equal("a: é", text.Value!.Text);
    }

    [Theory]
    [InlineData(new byte[] { 0x80 }, "p.yaml:1:1: POL1001: the byte 0x80 is not UTF-8 here")]
    [InlineData(new byte[] { 0x61, 0x0A, 0xC3, 0xA9, 0xE2, 0x82 }, "p.yaml:2:2: POL1001: the byte 0xE2 is not UTF-8 here")]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0xC0, 0xAF }, "p.yaml:1:3: POL1001: the byte 0xC0 is not UTF-8 here")]
    [InlineData(new byte[] { 0x61, 0xED, 0xA0, 0x80 }, "p.yaml:1:2: POL1001: the byte 0xED is not UTF-8 here")]
    public void The_first_bad_byte_is_named_with_its_place(byte[] bytes, string expected)
    {
        var text = Utf8Text.Decode("p.yaml", bytes);

        Assert.Equal(expected, Assert.Single(text.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    [InlineData("utf-32BE", "UTF-32")]
    public void Other_encodings_are_refused_by_name_with_and_without_a_mark(string name, string shown)
    {
        var encoding = Encoding.GetEncoding(name);
        var bare = encoding.GetBytes("policy: a");

        var complaints = new[] { bare, [.. encoding.GetPreamble(), .. bare] }.Select(bytes => Utf8Text.Decode("p.yaml", bytes).Diagnostics.Single());

        Assert.All(complaints, item => Assert.Equal($"p.yaml:1:1: POL1001: found {shown}, expected UTF-8", item.ToString()));
    }

    [Fact]
    public void A_document_of_more_than_64_MiB_is_refused()
    {
        var bytes = new byte[(64 << 20) + 1];

        var read = YamlReader.Read("p.yaml", bytes);

        Assert.Equal("POL1010", Assert.Single(read.Diagnostics).Code.Id);
    }
}

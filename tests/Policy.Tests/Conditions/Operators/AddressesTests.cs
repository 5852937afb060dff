using Policy.Core.Facts;

namespace Policy.Tests.Conditions.Operators;

public class AddressesTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.255.255.255", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("192.168.1.128/25", "192.168.1.127", false)]
    [InlineData("192.168.1.128/25", "192.168.1.128", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("fd00::/8", "fdff::1", true)]
    [InlineData("fd00::/8", "fe00::1", false)]
    [InlineData("fe80::/10", "fe80::1%eth0", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("::/0", "10.0.0.1", false)]
    [InlineData("::ffff:10.0.0.0/104", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", false)]
    [InlineData("::1/128", "0:0:0:0:0:0:0:1", true)]
    [InlineData("FD00::/8", "fd12::abcd", true)]
    public void An_address_is_in_a_block_of_its_own_family(string block, string address, bool expected) => Assert.Equal(expected, Ask.OfText("in_networks", address, block));

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.1%eth0")]
    [InlineData("0x0a.0.0.1")]
    [InlineData(" 10.0.0.1")]
    [InlineData("10.0.0.1/32")]
    [InlineData("[::1]")]
    [InlineData("::1%")]
    [InlineData("00000::1")]
    [InlineData("١٠.0.0.1")]
    public void A_text_that_is_no_address_is_in_no_block(string text) => Assert.False(Ask.OfText("in_networks", text, "0.0.0.0/0", "::/0"));

    [Theory]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0/8")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("fe80::1%eth0/64")]
    public void A_text_that_is_no_block_is_refused(string text)
    {
        var isBlock = Network.TryParse(text, out _);

        Assert.False(isBlock);
        Assert.Null(Ask.OfText("in_networks", "10.0.0.1", text));
    }

    [Fact]
    public void One_of_several_blocks_is_enough() => Assert.True(Ask.OfText("in_networks", "fd00::1", "10.0.0.0/8", "fd00::/8"));
}

using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "11.0.0.0", false)]
    [InlineData("10.0.0.128/25", "10.0.0.127", false)]
    [InlineData("10.0.0.128/25", "10.0.0.255", true)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1/32", "10.0.0.2", false)]
    [InlineData("::1/128", "0:0:0:0:0:0:0:1", true)]
    [InlineData("::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true)]
    [InlineData("fd00::/8", "FD12:3456::1", true)]
    [InlineData("fd00::/8", "fe00::", false)]
    [InlineData("2001:db8:0:0:8000::/65", "2001:db8::8000:0:0:1", true)]
    [InlineData("2001:db8:0:0:8000::/65", "2001:db8::7fff:0:0:1", false)]
    [InlineData("fe80::/10", "fe80::1%eth0", true)]
    [InlineData("64:ff9b::/96", "64:ff9b::192.0.2.33", true)]
    [InlineData("::ffff:10.0.0.0/104", "::ffff:10.1.2.3", true)]
    public void An_address_is_in_its_block(string block, string address, bool expected)
    {
        Assert.True(Network.TryParse(block, out var network));

        Assert.Equal(expected, network.Contains(address));
    }

    [Theory]
    [InlineData("0.0.0.0/0", "::ffff:10.0.0.1")]
    [InlineData("::/0", "10.0.0.1")]
    public void The_two_families_hold_nothing_of_each_other(string block, string address)
    {
        Assert.True(Network.TryParse(block, out var network));

        Assert.False(network.Contains(address));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("10.1.2")]
    [InlineData("10.1.2.3.4")]
    [InlineData("010.1.2.3")]
    [InlineData("10.1.2.256")]
    [InlineData("10.1.2.0003")]
    [InlineData("0x0a.1.2.3")]
    [InlineData(" 10.1.2.3")]
    [InlineData("10.1.2.3/8")]
    [InlineData("10.1.2.3%eth0")]
    [InlineData("::1%")]
    [InlineData("::1%a%b")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7::8")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData(":1:2:3:4:5:6:7")]
    [InlineData("::12345")]
    [InlineData("::g")]
    [InlineData("[::1]")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3")]
    [InlineData("٠.0.0.0")]
    public void A_text_that_is_no_address_is_in_no_block(string text)
    {
        Assert.True(Network.TryParse("0.0.0.0/0", out var all4));
        Assert.True(Network.TryParse("::/0", out var all6));

        Assert.False(all4.Contains(text));
        Assert.False(all6.Contains(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0/33")]
    [InlineData("::/129")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("10.1.2.3/8")]
    [InlineData("fd00::1/8")]
    [InlineData("fe80::%eth0/10")]
    [InlineData("localhost")]
    public void A_text_that_is_no_block_is_refused(string text) => Assert.False(Network.TryParse(text, out _));
}

using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Tests.Facts;

public sealed class VersionOrderTests
{
    /// <summary>Versions from the oldest to the newest; those between two commas are equal.</summary>
    public static TheoryData<VersionScheme, string> Ladders => new()
    {
        { VersionScheme.Dotted, "0.9,1-a,1.0-alpha,1.0-alpha1 1-alpha.1,1-alpha.2,1-alpha.10,1-alpha.b,1.0.0-beta,1.0-rc1 1.0rc1 1.0~rc1 1.0_rc-1,1 1.0 1.0.0 v1 1+rc1 01.00,1.0-5,1.0.1" },
        { VersionScheme.Dotted, "1.9,1.10,2.0-RC1,2.0-dev 2.0dev,2.0-rc1 2.0.rc1,2.0-snapshot 2.0_snapshot,2 2.0- 2.0,2.0-5,2.0-5-dev" },
        { VersionScheme.Dotted, "6.1,6.1.0-13-amd64,6.1.0-13-arm64,6.1.0-13-arm64.1,9.2,9.2p1,9.10,18446744073709551616,18446744073709551617.1" },
        { VersionScheme.SemVer, "0.9.9,1.0.0-1,1.0.0-2,1.0.0-10,1.0.0--,1.0.0-alpha 1.0.0-alpha+x,1.0.0-alpha.1,1.0.0-alpha.beta,1.0.0-beta,1.0.0-beta.2,1.0.0-beta.11,1.0.0-rc.1,1.0.0 1.0.0+y,1.0.1,10.0.0" },
        { VersionScheme.SemVer, "1.0.99999999999999999999,1.0.100000000000000000000-a,1.0.100000000000000000000" },
        { VersionScheme.Deb, "1.0~~,1.0~~a,1.0~,1.0~rc1-1,1.0 1.0-0 0:1.0 1.00,1.0-1 0:1.0-1,1.0-1.1,1.0a,1.0+dfsg-2,1.0.1,2.0-1,2.0-1+deb12u1,9-1,10-1,1:0.9,2:0" },
        { VersionScheme.Rpm, "1.0~rc1,1.0,1.0-1,1.0-1.el9,1.0-2,1.0^,1.0^20260101,1.0a,1.0.1 1.0_1 1.0..1,1.1,10,1:0.1" },
        { VersionScheme.Apk, "0.9,1.0_alpha,1.0_alpha2,1.0_beta,1.0_pre,1.0_rc1,1.0_rc1-r1,1.0,1.0-r0,1.0-r1,1.0-r10,1.0~0a,1.0_cvs,1.0_svn,1.0_git20260101,1.0_hg,1.0_p1,1.0a,1.0b,1.0.1,1.05,1.1,1.10" },
        { VersionScheme.Pacman, "1.0a,1.0alpha,1.0b,1.0beta,1.0p,1.0pre,1.0rc,1.0,1.0.a,1.0.1,1.1,1.1.1,10,1:0.1" },
    };

    public static TheoryData<VersionScheme, string> Readable => new()
    {
        { VersionScheme.Dotted, "1 v1 1.0 1. 1.0~~ 6.1.0-13-amd64 1+ 1.0+a+b 5.10" },
        { VersionScheme.SemVer, "0.0.0 1.0.0-0a 1.0.0-- 1.0.0+001 1.0.0-a.b+c.d" },
        { VersionScheme.Deb, "1 1.0~~ 0:1.0-1 1:2:3-4 1-2-3 5:24.0.7-1~debian.12~bookworm" },
        { VersionScheme.Rpm, "1 a1 1.0~rc1^2-1.el9 0:1 1-2-3 git20260101" },
        { VersionScheme.Apk, "1 1.0 1.0a 1.0_rc1_p2 1.0~0aF-r1 1.2.3_git20260101-r0" },
        { VersionScheme.Pacman, "1 1:1.0-1 r123.abc-1.1 2.0@3 6^9" },
        { VersionScheme.Native, "1.0 text1 1.0~rc1 1.0_alpha1-r0" },
    };

    public static TheoryData<VersionScheme, string> Unreadable => new()
    {
        { VersionScheme.Dotted, "text v +1 .1 -1 V1 vv1 v+1" },
        { VersionScheme.SemVer, "text 1 1.0 v1.0.0 1.0.0.0 01.0.0 1.0.0-01 1.0.0- 1.0.0+ 1.0.0-a..b 1.0.0-ä 1.0.0+a+b -1.0.0" },
        { VersionScheme.Deb, "text a1 1- :1 x:1 1: 1_0 -1 1:a 99999999999:1 1ä" },
        { VersionScheme.Rpm, "text latest 1- :1 a:1 1/0 1:2:3 1:-2" },
        { VersionScheme.Apk, "text 1. 1.a 1..2 1.0ab 1.0_foo 1.0-1 1.0-r 1.0~ 1.0~g 1.0-r1-r2 1.0_rc1a 1.0A" },
        { VersionScheme.Pacman, "text 1- a:1 1.0- 1:2:3 1/2" },
        { VersionScheme.Native, "text latest 1:" },
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void A_ladder_of_versions_is_in_order(VersionScheme scheme, string ladder)
    {
        var steps = ladder.Split(',').Select((step, rank) => step.Split(' ').Select(text => (Text: text, Rank: rank))).SelectMany(step => step).ToList();

        var wrong = from left in steps
                    from right in steps
                    where Math.Sign(VersionOrder.Compare(scheme, left.Text, right.Text)) != left.Rank.CompareTo(right.Rank)
                    select $"{left.Text} {right.Text}";

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void A_version_is_readable_under_its_scheme(VersionScheme scheme, string texts) =>
        Assert.All(texts.Split(' '), text => Assert.True(VersionOrder.CanRead(scheme, text), text));

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_text_that_is_no_version_is_not_readable(VersionScheme scheme, string texts) =>
        Assert.All(texts.Split(' ').Append("").Append(" 1"), text => Assert.False(VersionOrder.CanRead(scheme, text), text));

    [Theory]
    [InlineData(VersionScheme.Dotted)]
    [InlineData(VersionScheme.SemVer)]
    [InlineData(VersionScheme.Deb)]
    [InlineData(VersionScheme.Rpm)]
    [InlineData(VersionScheme.Apk)]
    public void Every_order_is_total(VersionScheme scheme)
    {
        var pairs = VersionTexts.Pairs([".", "-", "_", "~", "+", ""], text => VersionOrder.CanRead(scheme, Fitting(scheme, text)), 60);
        var texts = pairs.Select(pair => Fitting(scheme, pair.Left)).Distinct().ToList();

        var wrong = from a in texts
                    from b in texts
                    from c in texts
                    where VersionOrder.Compare(scheme, a, b) <= 0 && VersionOrder.Compare(scheme, b, c) <= 0 && VersionOrder.Compare(scheme, a, c) > 0
                    select $"{a} {b} {c}";

        Assert.Empty(wrong.Take(5));
    }

    [Fact]
    public void Comparing_allocates_nothing()
    {
        Assert.Equal(0, AllocatedBy(() => VersionOrder.Compare(VersionScheme.Dotted, "v6.1.0-rc13-amd64+b", "6.1.0-rc13-amd65")));
        Assert.Equal(0, AllocatedBy(() => VersionOrder.Compare(VersionScheme.SemVer, "1.0.0-alpha.1+b", "1.0.0-alpha.beta")));
        Assert.Equal(0, AllocatedBy(() => VersionOrder.Compare(VersionScheme.Deb, "5:24.0.7-1~debian.12~bookworm", "5:24.0.7-1~debian.12~trixie")));
        Assert.Equal(0, AllocatedBy(() => VersionOrder.Compare(VersionScheme.Rpm, "1.0~rc1-1.el9", "1.0~rc1-1.el10")));
        Assert.Equal(0, AllocatedBy(() => VersionOrder.Compare(VersionScheme.Apk, "1.0_rc1-r1", "1.0_rc1-r2")));
    }

    private static string Fitting(VersionScheme scheme, string text) => scheme == VersionScheme.SemVer ? $"1.0.{text}" : text;

    // The runtime itself may allocate while it compiles a method again: the least of several runs counts.
    private static long AllocatedBy(Func<int> compare) => Enumerable.Range(0, 20).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        compare();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}

using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Tests.Authoring.Reading;

public sealed class WaiverTests
{
    [Fact]
    public void A_waiver_is_read_with_all_that_it_says()
    {
        var loaded = NamedPolicy.Load(
            """
            waivers: autumn
            items:
              - rule: rack/place
                reason: The rack is rebuilt
                owner: ops@example.org
                until: 2026-12-31
                hosts: [web-*, db-0?]
                ticket: OPS-7
                while: { site.rack: b, os.id: debian }
              - { rule: rack/slots, reason: r, owner: o, until: 2027-02-28 }
            """);

        var waivers = Assert.IsType<WaiverDocument>(loaded.Value);
        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(("autumn", 2), (waivers.Id, waivers.Items.Count));
        Assert.Equal(new WaiverAbout("The rack is rebuilt", "ops@example.org", "OPS-7"), waivers.Items[0].About);
        Assert.Equal((new DateOnly(2026, 12, 31), new DateOnly(2027, 2, 28)), (waivers.Items[0].Until, waivers.Items[1].Until));
        Assert.Equal<Sequence<string>>(["web-*", "db-0?"], waivers.Items[0].Hosts);
        Assert.Equal<Sequence<string>>(["*"], waivers.Items[1].Hosts);
        Assert.True(waivers.Items[0].While is not null && waivers.Items[1].While is null);
    }

    [Theory]
    [InlineData("rule: rack/palce", "p:2:18: POL4003: `rack` has no rule `palce`, so the waiver accepts nothing\ndid you mean `rack/place`?")]
    [InlineData("rule: rakc/place", "p:2:18: POL4003: there is no policy `rakc`, so the waiver accepts nothing\ndid you mean `rack`?")]
    public void A_waiver_for_a_rule_that_is_not_there_is_a_warning(string line, string complaint)
    {
        var loaded = NamedPolicy.Load(Waiver(line));

        Assert.Equal(complaint, NamedPolicy.Complaint(Waiver(line)));
        Assert.False(loaded.HasErrors);
    }

    [Theory]
    [InlineData("rule: place", "p:2:18: POL1105: `place` is not the name of a rule\nwrite the policy and the rule with a slash between, such as `kvm-host/cpu-virtualization`")]
    [InlineData("rule: rack/place, until: 2026-02-30", "p:2:37: POL2005: `2026-02-30` is not a day\nwrite `YYYY-MM-DD`: the last day on which the waiver holds, in UTC")]
    [InlineData("rule: rack/place, until: 2026-12-31T00:00:00Z", "p:2:37: POL2005: `2026-12-31T00:00:00Z` is not a day\nwrite `YYYY-MM-DD`: the last day on which the waiver holds, in UTC")]
    [InlineData("rule: rack/place, while: { os.ix: debian }", "p:2:39: POL2002: no source gives the fact `os.ix`\ndid you mean `os.id`?")]
    [InlineData("rule: rack/place, hots: a", "p:2:30: POL1101: a waiver has no key `hots`\ndid you mean `hosts`?")]
    public void A_mistake_is_an_error_at_its_place(string line, string complaint) => Assert.Equal(complaint, NamedPolicy.Complaint(Waiver(line)));

    [Fact]
    public void What_a_waiver_needs_is_named()
    {
        var complaint = NamedPolicy.Complaint("waivers: a\nitems: [{ rule: rack/place }]\n");

        Assert.Equal("p:2:9: POL1102: the waiver has no `reason` and no `owner` and no `until`\n", complaint);
    }

    [Fact]
    public void A_waiver_for_a_policy_that_is_not_sound_is_not_complained_about_as_well() =>
        Assert.Empty(NamedPolicy.Load(Waiver("rule: broken/any, while: { nobody.knows: 1 }")).Diagnostics);

    [Fact]
    public void Waivers_cannot_be_judged_by() => Assert.Equal(
        "p:1:1: POL1013: a document of the kind `waivers` cannot be judged by", AuthoredText.Complaint(Waiver("rule: rack/place")).ToString());

    private static string Waiver(string line) =>
        $"waivers: a\nitems: [ {{ {line}{(line.Contains("until", StringComparison.Ordinal) ? string.Empty : ", until: 2026-12-31")}, reason: r, owner: o }} ]\n";
}

using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Tests.Authoring.Reading;

public sealed class TestDocumentTests
{
    [Fact]
    public void Tests_are_read_with_their_hosts_in_an_order_in_which_they_can_be_made()
    {
        var loaded = NamedPolicy.Load(
            """
            tests: rack
            hosts:
              locked: { based_on: plain, set: { cpu.flags: [fpu, lm], site.disks: [{ size: 1 TB, kind: ~ }] }, unset: [cpu.logical], absent: [package(docker)] }
              plain: { from: fixtures/plain.facts.json }
            cases:
              - host: plain
                parameters: { least: 4 }
                waivers: accepted.yaml
                expect: { place: pass, "*": not_applicable }
              - { host: locked, expect: { slots: waived } }
            """);

        var tests = Assert.IsType<TestDocument>(loaded.Value);
        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(["plain", "locked"], tests.Hosts.Select(host => host.Name.Name));
        var changed = Assert.IsType<ChangedHost>(tests.Hosts[1]);
        Assert.Equal("plain", changed.BasedOn);
        Assert.Equal(["cpu.flags", "site.disks", "cpu.logical", "package(docker)"], changed.Changes.Select(change => change.Fact.Path));
        Assert.Equal([new Unknown(UnknownCause.NotCollected), new Absent()], changed.Changes.Skip(2).Select(change => change.Observation));
        var disk = (RecordValue)((Present)((ListValue)((Present)changed.Changes[1].Observation).Value).Items[0]).Value;
        Assert.Equal(new NumberValue(1_000_000_000_000), ((Present)disk.Fields.Find("size")!).Value);
        Assert.Equal(new ParameterValue("least", new NumberValue(4)), tests.Cases[0].Parameters[0]);
        Assert.Equal([("place", "pass"), ("*", "not_applicable")], tests.Cases[0].Expect.Select(item => (item.Rule, item.Verdict)));
        Assert.Equal("accepted.yaml", tests.Cases[0].Waivers!.Name);
    }

    [Theory]
    [InlineData("{ from: f.json, set: { os.id: a } }", "p:2:29: POL2016: `set` changes a host, and `from` is a whole one")]
    [InlineData("{ from: f.json, based_on: base }", "p:2:10: POL2016: expected either `from` or `based_on`, found both")]
    [InlineData("{ based_on: b }", "p:2:25: POL2020: there is no host `b`")]
    [InlineData("{ based_on: a }", "p:2:25: POL2013: `a` leads back to itself")]
    [InlineData("{ based_on: base, set: { os.ix: a } }", "p:2:38: POL2002: no source gives the fact `os.ix`\ndid you mean `os.id`?")]
    [InlineData("{ based_on: base, set: { cpu.logical: many } }", "p:2:51: POL2005: `many` is not a number")]
    [InlineData("{ based_on: base, set: { memory.total: 8 } }", "p:2:52: POL2006: `8` has no unit")]
    [InlineData("{ based_on: base, set: { site.rack: c } }", "p:2:49: POL1104: `c` is not one of `a`, `b`")]
    [InlineData("{ based_on: base, set: { cpu.flags: vmx } }", "p:2:49: POL1103: expected a list of string")]
    [InlineData("{ based_on: base, set: { os.id: ~ } }", "p:2:45: POL2017: a string has no value null")]
    [InlineData("{ based_on: base, set: { site.disks: [{ sze: 1 TB }] } }", "p:2:53: POL2002: the record has no field `sze`\ndid you mean `size`?")]
    [InlineData("{ based_on: base, unset: [os.nothing] }", "p:2:39: POL2002: no source gives the fact `os.nothing`")]
    [InlineData("{ based_on: base, absent: [packages(x)] }", "p:2:40: POL2002: no source gives the fact `packages(x)`\ndid you mean `package(x)`?")]
    public void A_host_that_cannot_be_made_is_an_error_at_its_place(string host, string complaint)
    {
        var found = NamedPolicy.Complaint($"tests: rack\nhosts: {{ a: {host}, base: {{ from: base.json }} }}\ncases: [{{ host: a, expect: {{ place: pass }} }}]\n");

        Assert.StartsWith(complaint, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ host: b, expect: { place: pass } }", "p:3:17: POL2020: there is no host `b`")]
    [InlineData("{ host: a, expect: { palce: pass } }", "p:3:30: POL2012: `rack` has no rule `palce`\ndid you mean `place`?")]
    [InlineData("{ host: a, expect: { place: passes } }", "p:3:37: POL1104: `passes` is not one of `pass`, `fail`, `warn`, `unknown`, `not_applicable`, `waived`\ndid you mean `pass`?")]
    [InlineData("{ host: a, parameters: { laest: 1 }, expect: { place: pass } }", "p:3:34: POL2010: `rack` has no parameter `laest`\ndid you mean `least`?")]
    [InlineData("{ host: a, parameters: { least: 0 }, expect: { place: pass } }", "p:3:41: POL2009: `0` is out of the bounds of `least`")]
    [InlineData("{ host: a }", "p:3:9: POL1102: the case has no `expect`")]
    public void A_case_that_cannot_be_decided_is_an_error_at_its_place(string item, string complaint)
    {
        var found = NamedPolicy.Complaint($"tests: rack\nhosts: {{ a: {{ from: a.json }} }}\ncases: [{item}]\n");

        Assert.StartsWith(complaint, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ a: { from: a.json } }", "[{ host: a, expect: { slots: pass } }]", "p:1:8: POL2021: no case expects anything of the rule `place`")]
    [InlineData("{ a: { from: a.json }, b: { based_on: a } }", "[{ host: a, expect: { '*': pass } }]", "p:2:31: POL2022: no case uses the host `b`")]
    [InlineData("{ a: { from: a.json }, b: { based_on: a, set: { os.id: debian } } }", "[{ host: b, expect: { '*': pass } }]", "p:2:56: POL2023: `rack` never reads `os.id`")]
    public void Tests_that_leave_out_a_rule_or_hold_something_in_vain_are_an_error(string hosts, string cases, string complaint)
    {
        var found = NamedPolicy.Complaint($"tests: rack\nhosts: {hosts}\ncases: {cases}\n");

        Assert.StartsWith(complaint, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Tests_of_a_policy_that_is_not_there_are_an_error()
    {
        var found = NamedPolicy.Complaint("tests: rakc\nhosts: { a: { from: a.json } }\ncases: [{ host: a, expect: { place: pass } }]\n");

        Assert.Equal("p:1:8: POL2018: there is no policy `rakc` to test\ndid you mean `rack`?", found);
    }

    [Fact]
    public void Tests_of_a_policy_that_is_not_sound_are_only_checked_for_their_shape() =>
        Assert.StartsWith("p:2:1: POL1101", NamedPolicy.Complaint("tests: broken\nhost: { a: { from: a.json } }\ncases: [{ host: a, expect: { any: pass } }]\n"), StringComparison.Ordinal);
}

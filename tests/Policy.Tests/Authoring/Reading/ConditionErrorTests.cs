namespace Policy.Tests.Authoring.Reading;

public sealed class ConditionErrorTests
{
    [Theory]
    [InlineData("{}", "4:10: POL1106: an empty condition", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("debian", "4:10: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("[{ os.id: debian }]", "4:10: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("~", "4:10: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ any: [] }", "4:17: POL1106: expected a list with at least one condition", null)]
    [InlineData("{ all: { os.id: debian } }", "4:17: POL1103: expected a list with at least one condition", null)]
    [InlineData("{ any: [{ os.id: debian }, debian] }", "4:37: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ not: [{ os.id: debian }] }", "4:17: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ at_least: 1 }", "4:12: POL1102: `at_least` needs `of` beside it", null)]
    [InlineData("{ of: [{ os.id: debian }] }", "4:12: POL2016: `of` stands without `at_least`", null)]
    [InlineData("{ at_least: one, of: [{ os.id: debian }] }", "4:22: POL2005: expected a whole number of conditions, found `one`", null)]
    [InlineData("{ at_least: -1, of: [{ os.id: debian }] }", "4:22: POL2005: expected a whole number of conditions, found `-1`", null)]
    [InlineData("{ at_least: 1, at_most: 2, of: [{ os.id: debian }, { os.id: x }] }", "4:25: POL2016: `at_most` stands beside `at_least`", "one bound stands together with `of`; put the other into a condition of its own")]
    [InlineData("{ when: { os.id: debian } }", "4:12: POL1102: `when` needs `then` beside it", null)]
    [InlineData("{ then: { os.id: debian } }", "4:12: POL2016: `then` stands without `when`", null)]
    [InlineData("{ when: { os.id: debian }, else: { os.id: x } }", "4:12: POL1102: `when` needs `then` beside it", null)]
    [InlineData("{ switch: os.id, cases: { debian: { cpu.logical: 1 } } }", "4:12: POL1102: `switch` needs `default` beside it", null)]
    [InlineData("{ switch: os.id, default: pass }", "4:12: POL1102: `switch` needs `cases` beside it", null)]
    [InlineData("{ switch: os.id, cases: {}, default: pass }", "4:34: POL1106: found an empty mapping of cases, expected at least one entry", null)]
    [InlineData("{ switch: cpu.flags, cases: { x: { cpu.logical: 1 } }, default: pass }", "4:20: POL2004: `cpu.flags` is a list of string, and only a single value can be switched on", null)]
    [InlineData("{ switch: cpu.logical, cases: { x: { cpu.logical: 1 } }, default: pass }", "4:42: POL2005: `x` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`")]
    [InlineData("{ switch: os.ids, cases: { x: { cpu.logical: 1 } }, default: pass }", "4:20: POL2002: no source gives the fact `os.ids`", "did you mean `os.id`?")]
    [InlineData("{ switch: os.id, cases: { x: { cpu.logical: 1 } }, default: skip }", "4:70: POL1104: `skip` is not one of `pass`, `fail`, `unknown`", null)]
    [InlineData("{ switch: [os.id], cases: { x: { cpu.logical: 1 } }, default: pass }", "4:20: POL1103: expected text, found a list", null)]
    [InlineData("{ switch: os.id, cases: { x: pass }, default: pass }", "4:39: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ use: virtualization }", "4:17: POL2011: there is no definition `virtualization`", "define it under `define`")]
    [InlineData("{ use: [x] }", "4:17: POL1103: expected text, found a list", null)]
    [InlineData("{ cases: { x: { os.id: x } } }", "4:12: POL2016: `cases` stands without `switch`", null)]
    [InlineData("{ anyy: [{ os.id: debian }] }", "4:12: POL2001: `anyy` is neither a keyword nor the path of a fact", "did you mean `any`?")]
    [InlineData("{ os.id: debian, os.id: ubuntu }", "4:27: POL1008: the key `os.id` already stands at 4:12", "keep one of them")]
    [InlineData("{ os.id: { one_of: [a], one_of: [b] } }", "4:34: POL1008: the key `one_of` already stands at 4:21", "keep one of them")]
    [InlineData("{ os.id: *x }", "4:19: POL1004: found the alias `*x`", "write the value out, or name a condition under `define`")]
    [InlineData("{ os.id: &x debian }", "4:19: POL1003: found the anchor `&x`", "write the value out where it is needed")]
    [InlineData("{ os.id: !!str debian }", "4:19: POL1005: found a tag", "leave it out: the place of a value decides its type")]
    [InlineData("{ <<: { os.id: x } }", "4:12: POL1006: found a merge key", "write the entries out")]
    [InlineData("{ [os.id]: x }", "4:12: POL1009: found a list or mapping as a key, expected text", null)]
    public void A_condition_without_a_meaning_is_told(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

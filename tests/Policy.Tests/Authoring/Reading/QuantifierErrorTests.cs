namespace Policy.Tests.Authoring.Reading;

public sealed class QuantifierErrorTests
{
    [Theory]
    [InlineData("{ cpu.flags: { every: { starts_with: v } } }", "4:25: POL1102: `every` needs `empty: pass`, `fail` or `unknown` beside it", "it says what holds where there is no element")]
    [InlineData("{ cpu.flags: { none: { starts_with: v } } }", "4:25: POL1102: `none` needs `empty: pass`, `fail` or `unknown` beside it", "it says what holds where there is no element")]
    [InlineData("{ cpu.flags: { every: { starts_with: v }, empty: maybe } }", "4:59: POL1104: `maybe` is not one of `pass`, `fail`, `unknown`", null)]
    [InlineData("{ cpu.flags: { every: { starts_with: v }, empty: { is: x } } }", "4:59: POL1103: `empty` takes `pass`, `fail` or `unknown`", null)]
    [InlineData("{ cpu.flags: { where: { starts_with: v } } }", "4:25: POL2016: `where` stands without `some` or `every` or `none` or `count` or `sum`", null)]
    [InlineData("{ cpu.flags: { contains: v, where: { starts_with: v } } }", "4:38: POL2016: `where` stands without `some` or `every` or `none` or `count` or `sum`", null)]
    [InlineData("{ cpu.flags: { some: { starts_with: v }, empty: pass } }", "4:51: POL2016: `empty` stands without `every` or `none`", null)]
    [InlineData("{ cpu.flags: { count: { at_least: many } } }", "4:44: POL2005: `many` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`")]
    [InlineData("{ cpu.flags: { count: 2 GiB } }", "4:32: POL2005: `2 GiB` is not a number", "write digits, with a point before a fraction and without a unit")]
    [InlineData("{ network.interfaces: { sum: { at_least: 10 Gbit/s } } }", "4:34: POL1102: `sum` needs the field that is added up", "write `sum: { of: .size, at_least: 10 GiB }`")]
    [InlineData("{ network.interfaces: { sum: 10 Gbit/s } }", "4:34: POL1102: `sum` needs the field that is added up", "write `sum: { of: .size, at_least: 10 GiB }`")]
    [InlineData("{ network.interfaces: { sum: { of: .kind, at_least: 1 } } }", "4:45: POL2004: `.kind` is a string, and only numbers add up", null)]
    [InlineData("{ network.interfaces: { sum: { of: speed, at_least: 1 Gbit/s } } }", "4:45: POL2016: `speed` is not a field of the element", "a field begins with a dot: did you mean `.speed`?")]
    [InlineData("{ network.interfaces: { sum: { of: .speed, at_least: 1 } } }", "4:63: POL2006: `1` has no unit", "write `1 Gbit/s`")]
    [InlineData("{ network.interfaces: { sum: { of: .speed } } }", "4:45: POL1102: `sum` does not say what the sum has to be", "write `sum: { of: .speed, at_least: ... }`")]
    [InlineData("{ cpu.flags: { sum: { of: .size, at_least: 1 } } }", "4:36: POL2016: `.size` is a relative path, and there is no record element here", "relative paths stand inside `some`, `every`, `none` and `where` over records")]
    [InlineData("{ network.interfaces: { some: up } }", "4:40: POL1103: a condition is a mapping", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ network.interfaces: { some: {} } }", "4:40: POL1106: an empty condition", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("{ cpu.flags: { some: [vmx] } }", "4:31: POL1103: a list alone does not say how to compare", "write `one_of: [...]`")]
    [InlineData("{ network.interfaces: { some: { use: x } } }", "4:47: POL2016: a definition is about the host, not about an element", "write the condition over the element's fields here")]
    public void A_quantifier_that_lacks_something_is_told(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

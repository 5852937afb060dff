namespace Policy.Tests.Authoring.Reading;

public sealed class OperandErrorTests
{
    [Theory]
    [InlineData("{ memory.total: { at_least: { parameter: min } } }", "4:51: POL2010: there is no parameter `min`", "declare it under `parameters`")]
    [InlineData("{ memory.total: { at_least: { fact: cpu.logical } } }", "4:46: POL2015: `cpu.logical` is a number, and a size is expected", null)]
    [InlineData("{ memory.total: { at_least: { fact: memory.totla } } }", "4:46: POL2002: no source gives the fact `memory.totla`", "did you mean `memory.total`?")]
    [InlineData("{ memory.total: { at_least: { fact: .size } } }", "4:46: POL2016: `.size` is a relative path, and there is no record element here", "relative paths stand inside `some`, `every`, `none` and `where` over records")]
    [InlineData("{ memory.total: { at_least: { fact: memory.usable, times: half } } }", "4:68: POL2005: `half` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`")]
    [InlineData("{ memory.total: { at_least: { fact: memory.usable, times: 2 GiB } } }", "4:68: POL2005: `2 GiB` is not a number", "write digits, with a point before a fraction and without a unit")]
    [InlineData("{ memory.total: { at_least: { fact: memory.usable, plus: 2 } } }", "4:67: POL2006: `2` has no unit", "write `2 GiB`")]
    [InlineData("{ memory.total: { at_least: { fact: memory.usable, time: 2 } } }", "4:61: POL1101: an operand has no key `time`", "did you mean `times`?")]
    [InlineData("{ memory.total: { at_least: { } } }", "4:38: POL1103: expected a literal, `{ parameter: name }` or `{ fact: PATH }`", null)]
    [InlineData("{ memory.total: { at_least: { fact: memory.usable, parameter: min } } }", "4:38: POL1103: expected a literal, `{ parameter: name }` or `{ fact: PATH }`", null)]
    [InlineData("{ memory.total: { at_least: [8 GiB] } }", "4:38: POL1103: expected a size, found a list", "write `8 GiB`")]
    [InlineData("{ os.id: { equals: { fact: cpu.architecture, times: 2 } } }", "4:62: POL2015: only numbers can be scaled, and this is a string", null)]
    [InlineData("{ os.id: { one_of: { fact: cpu.architecture } } }", "4:37: POL2015: `cpu.architecture` is a string, and a list of string is expected", null)]
    [InlineData("{ kernel.release: { at_least: { fact: package(linux).version } } }", "4:48: POL2015: `package(linux).version` is a version of the scheme native, and one of the scheme dotted is expected", null)]
    [InlineData("{ cpu.logical: { between: [1, { fact: memory.total }] } }", "4:48: POL2015: `memory.total` is a size, and a number is expected", null)]
    public void An_operand_that_cannot_be_compared_is_told(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

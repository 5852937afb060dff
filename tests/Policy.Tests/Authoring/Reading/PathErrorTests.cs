namespace Policy.Tests.Authoring.Reading;

public sealed class PathErrorTests
{
    [Theory]
    [InlineData("{ cpu.flag: { contains: vmx } }", "4:12: POL2002: no source gives the fact `cpu.flag`", "did you mean `cpu.flags`?")]
    [InlineData("{ cpu.nothing_like_it: x }", "4:12: POL2002: no source gives the fact `cpu.nothing_like_it`", "`policy facts --catalogue` lists the facts; one of your own is declared under `facts`")]
    [InlineData("{ flags: { contains: vmx } }", "4:12: POL2001: `flags` is neither a keyword nor the path of a fact", "a path has a dot or a key in parentheses, such as `cpu.flags` or `package(docker-ce).version`")]
    [InlineData("{ Cpu.Flags: x }", "4:12: POL2001: `Cpu.Flags` is neither a keyword nor the path of a fact", "did you mean `cpu.flags`?")]
    [InlineData("{ package.version: { at_least: 1.0 } }", "4:12: POL2002: no source gives the fact `package.version`", "`package` is keyed: write `package(NAME).version`")]
    [InlineData("{ sysctl: { is: present } }", "4:12: POL2001: `sysctl` is neither a keyword nor the path of a fact", "`sysctl` is keyed: write `sysctl(NAME)`, or `sysctl(*)` for the whole map")]
    [InlineData("{ packages(docker).version: { at_least: 1.0 } }", "4:12: POL2002: no source gives the fact `packages(docker).version`", "did you mean `package(docker).version`?")]
    [InlineData("{ package(docker).verison: { at_least: 1.0 } }", "4:12: POL2002: no source gives the fact `package(docker).verison`", "did you mean `package(docker).version`?")]
    [InlineData("{ package(docker).size: { at_least: 1.0 } }", "4:12: POL2002: no source gives the fact `package(docker).size`", "it has `.version`, `.architecture`")]
    [InlineData("{ sysctl(a).value: x }", "4:12: POL2002: no source gives the fact `sysctl(a).value`", "an entry of `sysctl(*)` is a string without fields")]
    [InlineData("{ os(debian).id: x }", "4:12: POL2002: no source gives the fact `os(debian).id`", "`policy facts --catalogue` lists the facts; one of your own is declared under `facts`")]
    [InlineData("{ os.id(debian): x }", "4:12: POL2002: no source gives the fact `os.id(debian)`", "`os.id` has no key: write `os.id`")]
    [InlineData("{ cpu.flags.first: x }", "4:12: POL2002: no source gives the fact `cpu.flags.first`", "`cpu.flags` is a list of string without fields")]
    [InlineData("{ package(): x }", "4:12: POL2001: `package()` is neither a keyword nor the path of a fact", "did you mean `package(*)`?")]
    [InlineData("{ package(docker: x }", "4:12: POL2001: `package(docker` is neither a keyword nor the path of a fact", "close the parenthesis: `package(docker)`")]
    [InlineData("{ package(*): { is: present } }", "4:26: POL2004: a whole map is only asked with `some`, `every`, `none`, `count` and `sum`", null)]
    [InlineData("{ package(*).version: { at_least: 1.0 } }", "4:12: POL2002: no source gives the fact `package(*).version`", "`package(*)` is the whole map: ask it with `some`, `every`, `none`, `count` or `sum`")]
    [InlineData("{ package(*): { contains: x } }", "4:26: POL2004: `contains` is no operator for a map of record", "a map of record is asked with `some`, `every`, `none`, `count`, `sum`")]
    [InlineData("{ package(docker).name: x }", "4:12: POL2002: no source gives the fact `package(docker).name`", "it has `.version`, `.architecture`")]
    [InlineData("{ .version: { is: present } }", "4:12: POL2016: `.version` is a relative path, and there is no record element here", "relative paths stand inside `some`, `every`, `none` and `where` over records")]
    [InlineData("{ network.interfaces: { some: { cpu.flags: { contains: x } } } }", "4:42: POL2016: `cpu.flags` is not a field of the element", "a condition on a fact of the host stands beside the quantifier, not in it")]
    [InlineData("{ network.interfaces: { some: { kind: up } } }", "4:42: POL2016: `kind` is not a field of the element", "a field begins with a dot: did you mean `.kind`?")]
    [InlineData("{ network.interfaces: { some: { .sped: { is: present } } } }", "4:42: POL2002: the element has no field `.sped`", "did you mean `.speed`?")]
    [InlineData("{ network.interfaces: { some: { .mac: x } } }", "4:42: POL2002: the element has no field `.mac`", "it has `.kind`, `.speed`")]
    [InlineData("{ network.interfaces: { some: { .kind.first: x } } }", "4:42: POL2002: the element has no field `.kind.first`", "it has `.kind`, `.speed`")]
    [InlineData("{ network.interfaces: { some: { .: x } } }", "4:42: POL2001: `.` is not a relative path", "write `.` and a field, such as `.version`")]
    [InlineData("{ network.interfaces: { count: { .kind: x } } }", "4:43: POL2003: there is no operator `.kind`", "a number is asked with `equals`, `not_equals`, `one_of`, `none_of`, `at_least`, `at_most`, `above`, `below`, `between`, `is`")]
    [InlineData("{ cpu.flags: { some: { .name: x } } }", "4:33: POL2003: there is no operator `.name`", "a string is asked with `equals`, `not_equals`, `one_of`, `none_of`, `starts_with`, `ends_with`, `matches`, `finds`, `in_networks`, `contains`, `is`")]
    public void A_path_that_means_nothing_is_told_with_what_was_meant(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

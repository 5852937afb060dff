namespace Policy.Tests.Authoring.Reading;

public sealed class OperatorErrorTests
{
    [Theory]
    [InlineData("{ cpu.flags: { contain: vmx } }", "4:25: POL2003: there is no operator `contain`", "did you mean `contains`?")]
    [InlineData("{ cpu.logical: { atleast: 4 } }", "4:27: POL2003: there is no operator `atleast`", "did you mean `at_least`?")]
    [InlineData("{ cpu.logical: { greater_or_equal: 4 } }", "4:27: POL2003: there is no operator `greater_or_equal`", "a number is asked with `equals`, `not_equals`, `one_of`, `none_of`, `at_least`, `at_most`, `above`, `below`, `between`, `is`")]
    [InlineData("{ cpu.logical: { contains: 4 } }", "4:27: POL2004: `contains` is no operator for a number", "a number is asked with `equals`, `not_equals`, `one_of`, `none_of`, `at_least`, `at_most`, `above`, `below`, `between`, `is`")]
    [InlineData("{ os.id: { at_least: x } }", "4:21: POL2004: `at_least` is no operator for a string", "a string is asked with `equals`, `not_equals`, `one_of`, `none_of`, `starts_with`, `ends_with`, `matches`, `finds`, `in_networks`, `contains`, `is`")]
    [InlineData("{ kvm.registered: { at_least: true } }", "4:30: POL2004: `at_least` is no operator for a boolean", "a boolean is asked with `equals`, `not_equals`, `one_of`, `none_of`, `is`")]
    [InlineData("{ cpu.flags: vmx }", "4:23: POL2004: a list of string is not compared with a single value", "write `{ contains: vmx }` or another operator for lists")]
    [InlineData("{ cpu.flags: { at_least: 3 } }", "4:25: POL2004: `at_least` is no operator for a list of string", "a list of string is asked with `contains`, `contains_all`, `contains_any`, `contains_none`, `subset_of`, `same_as`, `some`, `every`, `none`, `count`, `sum`, `is`")]
    [InlineData("{ kernel.release: { starts_with: 5 } }", "4:30: POL2004: `starts_with` is no operator for a version", "a version is asked with `equals`, `not_equals`, `one_of`, `none_of`, `at_least`, `at_most`, `above`, `below`, `between`, `is`")]
    [InlineData("{ kernel.release: { older_than: 90 d } }", "4:30: POL2004: `older_than` is no operator for a version", "a version is asked with `equals`, `not_equals`, `one_of`, `none_of`, `at_least`, `at_most`, `above`, `below`, `between`, `is`")]
    [InlineData("{ package(docker): docker }", "4:29: POL2004: a record is not compared with a single value", "a record is asked with `is`")]
    [InlineData("{ package(docker): { equals: docker } }", "4:31: POL2004: `equals` is no operator for a record", "a record is asked with `is`")]
    [InlineData("{ os.id: { some: { equals: x } } }", "4:21: POL2004: `some` asks the elements of a list or map, and this is a string", null)]
    [InlineData("{ package(docker): { every: { equals: x }, empty: pass } }", "4:31: POL2004: `every` asks the elements of a list or map, and this is a record", null)]
    [InlineData("{ os.id: { contains_any: [x] } }", "4:21: POL2004: `contains_any` is no operator for a string", "a string is asked with `equals`, `not_equals`, `one_of`, `none_of`, `starts_with`, `ends_with`, `matches`, `finds`, `in_networks`, `contains`, `is`")]
    [InlineData("{ os.id: { is: there } }", "4:25: POL1104: `is` takes `present` or `absent`, found `there`", null)]
    [InlineData("{ os.id: { is: [present] } }", "4:25: POL1104: `is` takes `present` or `absent`, found a list or mapping", null)]
    [InlineData("{ os.id: { } }", "4:19: POL1106: nothing is asked of the fact", "write what must hold, such as `{ is: present }`")]
    [InlineData("{ os.id: [debian] }", "4:19: POL1103: a list alone does not say how to compare", "write `one_of: [...]`")]
    [InlineData("{ cpu.flags: [vmx] }", "4:23: POL1103: a list alone does not say how to compare", "write `contains_all: [...]` or another operator")]
    public void An_operator_that_cannot_be_asked_is_told_with_those_that_can(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

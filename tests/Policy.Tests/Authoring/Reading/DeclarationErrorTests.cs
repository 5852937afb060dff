namespace Policy.Tests.Authoring.Reading;

public sealed class DeclarationErrorTests
{
    [Theory]
    [InlineData("parameters: { m: { type: size, default: 4 } }", "4:41: POL2006: `4` has no unit", "write `4 GiB`")]
    [InlineData("parameters: { m: { type: size } }\napplies: { cpu.logical: { at_least: { parameter: m } } }", "5:50: POL2015: `m` is a size, and a number is expected", null)]
    [InlineData("parameters: { min: { type: size } }\napplies: { memory.total: { at_least: { parameter: mni } } }", "5:51: POL2010: there is no parameter `mni`", "did you mean `min`?")]
    [InlineData("parameters: { m: { type: size, default: 512 MiB, at_least: 1 GiB } }", "4:41: POL2009: `512 MiB` is out of the bounds of `m`", "it must hold: at least 1 GiB")]
    [InlineData("parameters: { m: { type: size, default: 8 GiB, at_least: 1 GiB, at_most: 4 GiB } }", "4:41: POL2009: `8 GiB` is out of the bounds of `m`", "it must hold: at least 1 GiB and at most 4 GiB")]
    [InlineData("parameters: { m: { type: size, at_least: lots } }", "4:42: POL2005: `lots` is not a size", "write a number with its unit, such as `8 GiB`")]
    [InlineData("parameters: { m: { type: number, default: 9, between: [10, 20] } }", "4:43: POL2009: `9` is out of the bounds of `m`", "it must hold: between 10 and 20")]
    [InlineData("parameters: { m: { type: number, between: [20, 10] } }", "4:43: POL2008: the low end is above the high end", "exchange the two")]
    [InlineData("parameters: { m: { type: string, default: c, one_of: [a, b] } }", "4:43: POL2009: `c` is out of the bounds of `m`", "it must hold: is one of a, b")]
    [InlineData("parameters: { m: { type: string, default: ~ } }", "4:43: POL2017: `~` means null, and a string is expected", "quote it to mean the text: \"~\"")]
    [InlineData("parameters: { m: { type: string, matches: \"[\" } }", "4:43: POL2007: `[` is not a regular expression that the engine can run", "look-around, back-references and very large automata are not supported, and at most 1,000 characters")]
    [InlineData("parameters: { m: { type: string, at_least: 3 } }", "4:34: POL2004: `at_least` is no operator for a string", "a string is asked with `equals`, `not_equals`, `one_of`, `none_of`, `starts_with`, `ends_with`, `matches`, `finds`, `in_networks`, `contains`, `is`")]
    [InlineData("parameters: { m: { type: boolean, default: yes } }", "4:44: POL2005: `yes` is not a boolean", "write `true`")]
    [InlineData("parameters: { m: { type: list, default: [x] } }", "4:26: POL1102: a list needs `of`: what its elements are", "write `of: { type: string }`")]
    [InlineData("parameters: { m: { type: list, of: { type: size }, default: [8 GiB, 3] } }", "4:69: POL2006: `3` has no unit", "write `3 GiB`")]
    [InlineData("parameters: { m: { type: list, of: { type: size }, default: 8 GiB } }", "4:61: POL1103: expected a list of size", "write `[8 GiB]`")]
    [InlineData("parameters: { m: { type: map, of: { type: size } } }", "4:15: POL1103: a parameter is a single value or a list of single values", null)]
    [InlineData("parameters: { m: { type: version, scheme: debian } }", "4:43: POL1104: there is no version scheme `debian`", "the schemes are dotted, semver, deb, rpm, apk, pacman, native")]
    [InlineData("parameters: { m: { type: version, scheme: semver, default: 1.0 } }", "4:60: POL2005: `1.0` is not a version of the scheme `semver`", "write three numbers, such as `1.0.0`")]
    [InlineData("parameters: { m: { type: number, atleast: 3 } }", "4:34: POL1101: a parameter has no key `atleast`", "did you mean `at_least`?")]
    [InlineData("parameters: { m: { default: 3 } }", "4:18: POL1102: the parameter has no `type`", null)]
    [InlineData("parameters: { m: { type: number, is: present } }", "4:34: POL1101: a parameter has no key `is`", "did you mean `of`?")]
    [InlineData("parameters: { m: { type: number, at_least: { parameter: m } } }", "4:44: POL1103: a bound of a parameter is a literal", "a rule can compare a parameter with a fact")]
    [InlineData("parameters: { m: { type: number, at_least: { fact: cpu.logical } } }", "4:44: POL1103: a bound of a parameter is a literal", "a rule can compare a parameter with a fact")]
    [InlineData("parameters: { words: { type: list, of: { type: string }, default: [] } }\napplies: { cpu.flags: { contains: { parameter: words } } }", "5:48: POL2015: `words` is a list of string, and a string is expected", null)]
    [InlineData("parameters: { l: { type: number, default: 1 } }\napplies: { cpu.logical: { at_least: { parameter: l, times: 2 } } }", "5:53: POL2016: `times` goes with `fact`, not with `parameter`", null)]
    [InlineData("parameters: [m]", "4:13: POL1103: expected a mapping, found a list", null)]
    public void A_parameter_that_cannot_be_used_is_told(string lines, string complaint, string? help)
    {
        var diagnostic = AuthoredText.LinesComplaint(lines);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }

    [Theory]
    [InlineData("facts: { os.id: { type: string, describe: d } }", "4:10: POL2014: there already is a fact `os.id`", "choose another name for it")]
    [InlineData("facts: { sysctl(*): { type: map, key: k, describe: d, of: { type: string } } }", "4:10: POL2014: there already is a fact `sysctl(*)`", "choose another name for it")]
    [InlineData("facts: { os.id.more: { type: string, describe: d } }", "4:10: POL2014: `os.id.more` and the fact `os.id` cannot both be there: one stands within the other", "choose another name for it")]
    [InlineData("facts: { rack: { type: string, describe: d } }", "4:10: POL2001: `rack` is not the path of a fact that can be declared", "write `site.rack`, or `licence(*)` for a map")]
    [InlineData("facts: { licence(x): { type: map, key: k, describe: d, of: { type: string } } }", "4:10: POL2001: `licence(x)` is not the path of a fact that can be declared", "write `site.rack`, or `licence(*)` for a map")]
    [InlineData("facts: { licence(*).seats: { type: number, describe: d } }", "4:10: POL2001: `licence(*).seats` is not the path of a fact that can be declared", "write `site.rack`, or `licence(*)` for a map")]
    [InlineData("facts: { licence(*): { type: string, describe: d } }", "4:10: POL1103: `licence(*)` is keyed, and only a map is", null)]
    [InlineData("facts: { site.licence: { type: map, key: k, describe: d, of: { type: string } } }", "4:10: POL1103: a map is declared with `(*)` behind its name", null)]
    [InlineData("facts: { site.rack: { type: text, describe: d } }", "4:29: POL1104: there is no type `text`", "the types are boolean, number, size, frequency, duration, bandwidth, percent, string, version, date, list, record, map")]
    [InlineData("facts: { site.disks: { type: list, describe: d } }", "4:30: POL1102: a list needs `of`: what its elements are", "write `of: { type: string }`")]
    [InlineData("facts: { site.disk: { type: record, describe: d } }", "4:29: POL1102: a record needs `fields`", "write `fields: { size: { type: size } }`")]
    [InlineData("facts: { site.disk: { type: record, describe: d, fields: { Size: { type: size } } } }", "4:60: POL1105: `Size` is not a field name", "lower-case letters, digits and underscores, a letter first")]
    [InlineData("facts: { site.rack: { type: string, describe: d } }\napplies: { site.rak: x }", "5:12: POL2002: no source gives the fact `site.rak`", "did you mean `site.rack`?")]
    [InlineData("facts: { licence(*): { type: map, key: k, describe: d, of: { type: record, fields: { seats: { type: number } } } } }\napplies: { licence.seats: 4 }", "5:12: POL2002: no source gives the fact `licence.seats`", "`licence` is keyed: write `licence(K).seats`")]
    [InlineData("facts: { licence(*): { type: map, key: product, describe: d, of: { type: record, fields: { seats: { type: number } } } } }\napplies: { licence(*): { some: { .prodct: x } } }", "5:34: POL2002: the element has no field `.prodct`", "did you mean `.product`?")]
    [InlineData("facts: { site.rack: { type: string, describe: d }, site.rack.row: { type: string, describe: d } }", "4:52: POL2014: `site.rack.row` and the fact `site.rack` cannot both be there: one stands within the other", "choose another name for it")]
    [InlineData("facts: { licence(*): { type: map, key: k, describe: d, of: { type: string } }, licence.x: { type: string, describe: d } }", "4:80: POL2014: `licence.x` and the fact `licence(*)` cannot both be there: one stands within the other", "choose another name for it")]
    public void A_declared_fact_that_cannot_be_used_is_told(string lines, string complaint, string? help)
    {
        var diagnostic = AuthoredText.LinesComplaint(lines);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }

    [Theory]
    [InlineData("define: { a: { use: b }, b: { use: a } }", "4:36: POL2013: `a` leads back to itself", "take one of the references out of the circle")]
    [InlineData("define: { a: { use: a } }", "4:21: POL2013: `a` leads back to itself", "take one of the references out of the circle")]
    [InlineData("define: { a: { not: { use: b } }, b: { any: [{ use: c }] }, c: { all: [{ use: a }] } }", "4:79: POL2013: `a` leads back to itself", "take one of the references out of the circle")]
    [InlineData("define: { virtual: { os.id: x } }\napplies: { use: virtul }", "5:17: POL2011: there is no definition `virtul`", "did you mean `virtual`?")]
    [InlineData("define: { has-dash: { os.id: x } }", "4:11: POL1105: `has-dash` is not a name", "write lower-case letters, digits and underscores, such as `min_memory`")]
    [InlineData("define: { a: { use: nowhere } }", "4:21: POL2011: there is no definition `nowhere`", "define it under `define`")]
    [InlineData("define: { a: {} }", "4:14: POL1106: an empty condition", "write `{ cpu.flags: { contains: vmx } }`")]
    public void A_definition_that_cannot_be_used_is_told(string lines, string complaint, string? help)
    {
        var diagnostic = AuthoredText.LinesComplaint(lines);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

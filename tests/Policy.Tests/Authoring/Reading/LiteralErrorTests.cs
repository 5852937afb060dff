namespace Policy.Tests.Authoring.Reading;

public sealed class LiteralErrorTests
{
    [Theory]
    [InlineData("{ kvm.registered: yes }", "4:28: POL2005: `yes` is not a boolean", "write `true`")]
    [InlineData("{ kvm.registered: True }", "4:28: POL2005: `True` is not a boolean", "write `true`")]
    [InlineData("{ cpu.logical: four }", "4:25: POL2005: `four` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`")]
    [InlineData("{ cpu.logical: { at_least: 1e3 } }", "4:37: POL2005: `1e3` is not a number", "write digits, with a point before a fraction and without a unit")]
    [InlineData("{ cpu.logical: { at_least: 4 GiB } }", "4:37: POL2005: `4 GiB` is not a number", "write digits, with a point before a fraction and without a unit")]
    [InlineData("{ cpu.logical: { at_least: 12345678901234567890123456789 } }", "4:37: POL2005: `12345678901234567890123456789` cannot be held exactly", "write at most 28 significant digits")]
    [InlineData("{ memory.total: { at_least: 8 } }", "4:38: POL2006: `8` has no unit", "write `8 GiB`")]
    [InlineData("{ memory.total: { at_least: 8 Gib } }", "4:38: POL2005: `Gib` is not a unit of a size", "did you mean `GiB`?")]
    [InlineData("{ memory.total: { at_least: 8 G } }", "4:38: POL2005: `G` is not a unit of a size", "the units are `B`, `KiB`, `MiB`, `GiB`, `TiB`, `PiB`, `kB`, `MB`, `GB`, `TB`, `PB`")]
    [InlineData("{ memory.total: { at_least: lots } }", "4:38: POL2005: `lots` is not a size", "write a number with its unit, such as `8 GiB`")]
    [InlineData("{ network.interfaces: { some: { .speed: { at_least: 10 } } } }", "4:62: POL2006: `10` has no unit", "write `10 Gbit/s`")]
    [InlineData("{ network.interfaces: { some: { .speed: { at_least: 10 GB } } } }", "4:62: POL2005: `GB` is not a unit of a bandwidth", "the units are `bit/s`, `kbit/s`, `Mbit/s`, `Gbit/s`")]
    [InlineData("{ os.released: { above: yesterday } }", "4:34: POL2005: `yesterday` is not a date", "write `YYYY-MM-DD`, or a time with its zone such as `2026-11-22T09:59:31Z`")]
    [InlineData("{ os.released: { above: \"2026-02-30\" } }", "4:34: POL2005: `2026-02-30` is not a date", "write `YYYY-MM-DD`, or a time with its zone such as `2026-11-22T09:59:31Z`")]
    [InlineData("{ os.released: { older_than: 90 } }", "4:39: POL2006: `90` has no unit", "write `90 d`")]
    [InlineData("{ os.released: { older_than: 2026-01-01 } }", "4:39: POL2005: `-01-01` is not a unit of a duration", "the units are `ms`, `s`, `min`, `h`, `d`")]
    [InlineData("{ kernel.release: { at_least: latest } }", "4:40: POL2005: `latest` is not a version", "write a version such as `5.10`")]
    [InlineData("{ os.family: linus }", "4:23: POL1104: `linus` is not one of `linux`, `windows`", "did you mean `linux`?")]
    [InlineData("{ os.family: { one_of: [linux, plan9] } }", "4:41: POL1104: `plan9` is not one of `linux`, `windows`", null)]
    [InlineData("{ os.id: ~ }", "4:19: POL2017: `~` means null, and a string is expected", "quote it to mean the text: \"~\"")]
    [InlineData("{ os.id: null }", "4:19: POL2017: `null` means null, and a string is expected", "quote it to mean the text: \"null\"")]
    [InlineData("{ os.id: { one_of: [debian, ~] } }", "4:38: POL2017: `~` means null, and a string is expected", "quote it to mean the text: \"~\"")]
    [InlineData("{ os.id: { one_of: [] } }", "4:29: POL1106: expected a list with at least one item", null)]
    [InlineData("{ os.id: { one_of: debian } }", "4:29: POL1103: expected a list of string", "write `[debian]`")]
    [InlineData("{ os.id: { one_of: [[debian]] } }", "4:30: POL1103: expected a string, found a list", "write `debian`")]
    [InlineData("{ os.id: { equals: [debian] } }", "4:29: POL1103: expected a string, found a list", "write `debian`")]
    [InlineData("{ cpu.flags: { contains_any: [null, vmx] } }", "4:40: POL2017: `null` means null, and a string is expected", "quote it to mean the text: \"null\"")]
    [InlineData("{ os.id: { matches: \"[a-\" } }", "4:30: POL2007: `[a-` is not a regular expression that the engine can run", "look-around, back-references and very large automata are not supported, and at most 1,000 characters")]
    [InlineData("{ os.id: { finds: \"(?=a)b\" } }", "4:28: POL2007: `(?=a)b` is not a regular expression that the engine can run", "look-around, back-references and very large automata are not supported, and at most 1,000 characters")]
    [InlineData("{ os.id: { matches: '(a)\\1' } }", "4:30: POL2007: `(a)\\1` is not a regular expression that the engine can run", "look-around, back-references and very large automata are not supported, and at most 1,000 characters")]
    [InlineData("{ os.id: { in_networks: [10.0.0.0/33] } }", "4:35: POL2005: `10.0.0.0/33` is not a CIDR block", "write `10.0.0.0/8` or `fd00::/8`")]
    [InlineData("{ os.id: { in_networks: [10.0.0.0/8, localhost] } }", "4:47: POL2005: `localhost` is not a CIDR block", "write `10.0.0.0/8` or `fd00::/8`")]
    [InlineData("{ os.id: { in_networks: 10.0.0.0/8 } }", "4:34: POL1103: expected a list of string", "write `[10.0.0.0/8]`")]
    [InlineData("{ cpu.logical: { between: [8, 4] } }", "4:36: POL2008: the low end is above the high end", "exchange the two")]
    [InlineData("{ cpu.logical: { between: 4 } }", "4:36: POL1103: `between` takes a list of two: `[low, high]`", null)]
    [InlineData("{ cpu.logical: { between: [4] } }", "4:36: POL1103: `between` takes a list of two: `[low, high]`", null)]
    [InlineData("{ cpu.logical: { between: [4, eight] } }", "4:40: POL2005: `eight` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`")]
    [InlineData("{ kernel.release: { between: [5.10, 5.9] } }", "4:39: POL2008: the low end is above the high end", "exchange the two")]
    [InlineData("{ os.id: { between: [a, b] } }", "4:21: POL2004: `between` is no operator for a string", "a string is asked with `equals`, `not_equals`, `one_of`, `none_of`, `starts_with`, `ends_with`, `matches`, `finds`, `in_networks`, `contains`, `is`")]
    public void A_literal_that_its_type_cannot_read_is_told_with_one_that_it_can(string condition, string complaint, string? help)
    {
        var diagnostic = AuthoredText.ConditionComplaint(condition);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

using System.Globalization;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class LiteralTests
{
    private static readonly StringType Kind = new(["bare-metal", "vm", "container"]);

    public static TheoryData<FactUnit, string, string> Numbers => new()
    {
        { FactUnit.None, "4", "4" },
        { FactUnit.None, "-0.50", "-0.5" },
        { FactUnit.None, "007", "7" },
        { FactUnit.None, "-0", "0" },
        { FactUnit.None, "1234567890123456789012345678", "1234567890123456789012345678" },
        { FactUnit.None, "0.0000000000000000000000000001", "0.0000000000000000000000000001" },
        { FactUnit.None, "10000000000000000000000000000", "10000000000000000000000000000" },
        { FactUnit.None, "1.000000000000000000000000000000000000", "1" },
        { FactUnit.Size, "0", "0" },
        { FactUnit.Size, "0.0", "0" },
        { FactUnit.Size, "-1 B", "-1" },
        { FactUnit.Size, "1 kB", "1000" },
        { FactUnit.Size, "512MB", "512000000" },
        { FactUnit.Size, "1 GB", "1000000000" },
        { FactUnit.Size, "1 TB", "1000000000000" },
        { FactUnit.Size, "1 PB", "1000000000000000" },
        { FactUnit.Size, "1 KiB", "1024" },
        { FactUnit.Size, "1 MiB", "1048576" },
        { FactUnit.Size, "0.5   GiB", "536870912" },
        { FactUnit.Size, "1 TiB", "1099511627776" },
        { FactUnit.Size, "1 PiB", "1125899906842624" },
        { FactUnit.Frequency, "50 Hz", "50" },
        { FactUnit.Frequency, "1 kHz", "1000" },
        { FactUnit.Frequency, "1 MHz", "1000000" },
        { FactUnit.Frequency, "2.4 GHz", "2400000000" },
        { FactUnit.Duration, "1 ms", "0.001" },
        { FactUnit.Duration, "1 s", "1" },
        { FactUnit.Duration, "1 min", "60" },
        { FactUnit.Duration, "1.5 h", "5400" },
        { FactUnit.Duration, "90 d", "7776000" },
        { FactUnit.Bandwidth, "1 bit/s", "1" },
        { FactUnit.Bandwidth, "1 kbit/s", "1000" },
        { FactUnit.Bandwidth, "1 Mbit/s", "1000000" },
        { FactUnit.Bandwidth, "10 Gbit/s", "10000000000" },
        { FactUnit.Percent, "80%", "80" },
        { FactUnit.Percent, "12.5 %", "12.5" },
        { FactUnit.Percent, "0", "0" },
    };

    public static TheoryData<FactUnit, string, string, string, string?> BadNumbers => new()
    {
        { FactUnit.None, "1e3", "POL2005", "`1e3` is not a number", "write digits, with a point before a fraction and without a unit" },
        { FactUnit.None, "four", "POL2005", "`four` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`" },
        { FactUnit.None, "8 GiB", "POL2005", "`8 GiB` is not a number", "write digits, with a point before a fraction and without a unit" },
        { FactUnit.None, "4.", "POL2005", "`4.` is not a number", "write digits, with a point before a fraction and without a unit" },
        { FactUnit.None, "4 ", "POL2005", "`4 ` is not a number", "write digits, with a point before a fraction, such as `4` or `0.5`" },
        { FactUnit.None, "12345678901234567890123456789", "POL2005", "`12345678901234567890123456789` cannot be held exactly", "write at most 28 significant digits" },
        { FactUnit.None, "0.00000000000000000000000000001", "POL2005", "`0.00000000000000000000000000001` cannot be held exactly", "write at most 28 significant digits" },
        { FactUnit.Size, "1234567890123456789012345.678 GiB", "POL2005", "`1234567890123456789012345.678 GiB` cannot be held exactly", "write at most 28 significant digits" },
        { FactUnit.Size, "8", "POL2006", "`8` has no unit", "write `8 GiB`" },
        { FactUnit.Percent, "80", "POL2006", "`80` has no unit", "write `80%`" },
        { FactUnit.Duration, "90", "POL2006", "`90` has no unit", "write `90 d`" },
        { FactUnit.Size, "8 gb", "POL2005", "`gb` is not a unit of a size", "did you mean `GB`?" },
        { FactUnit.Size, "8 KB", "POL2005", "`KB` is not a unit of a size", "did you mean `kB`?" },
        { FactUnit.Size, "1_024 B", "POL2005", "`_024 B` is not a unit of a size", "the units are `B`, `KiB`, `MiB`, `GiB`, `TiB`, `PiB`, `kB`, `MB`, `GB`, `TB`, `PB`" },
        { FactUnit.Duration, "5 m", "POL2005", "`m` is not a unit of a duration", "the units are `ms`, `s`, `min`, `h`, `d`" },
    };

    public static TheoryData<string, string> Dates => new()
    {
        { "2026-11-22", "2026-11-22T00:00:00.0000000Z" },
        { "2024-02-29", "2024-02-29T00:00:00.0000000Z" },
        { "2026-11-22T09:59:31Z", "2026-11-22T09:59:31.0000000Z" },
        { "2026-11-22t09:59:31z", "2026-11-22T09:59:31.0000000Z" },
        { "2026-11-22T01:00:00+02:00", "2026-11-21T23:00:00.0000000Z" },
        { "2026-11-22T23:30:00-23:59", "2026-11-23T23:29:00.0000000Z" },
        { "2026-11-22T00:00:00-00:00", "2026-11-22T00:00:00.0000000Z" },
        { "2026-11-22T09:59:31.5Z", "2026-11-22T09:59:31.5000000Z" },
        { "2026-11-22T09:59:31.123456789Z", "2026-11-22T09:59:31.1234567Z" },
        { "2016-12-31T23:59:60Z", "2017-01-01T00:00:00.0000000Z" },
        { "0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000Z" },
        { "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z" },
    };

    public static TheoryData<string> BadDates => new(
        "", "2026-11-2", "2026-11-31", "2023-02-29", "26-11-22", "2026-11-22T", "2026-11-22T09:59Z", "2026-11-22T09:59:31", "2026-11-22 09:59:31Z",
        "2026-11-22T24:00:00Z", "2026-11-22T09:60:00Z", "2026-11-22T09:59:60Z", "2026-11-22T09:59:31.Z", "2026-11-22T09:59:31+2", "2026-11-22T09:59:31+24:00",
        "2026-11-22T09:59:31+02:60", "0000-01-01", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "10000-01-01", " 2026-11-22", "2026-11-22Z", "today");

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_read_in_base_units(FactUnit unit, string text, string expected) =>
        Assert.Equal(new LiteralOk(new NumberValue(decimal.Parse(expected, CultureInfo.InvariantCulture))), Literal.Read(new NumberType(unit), text));

    [Theory]
    [MemberData(nameof(BadNumbers))]
    public void A_bad_number_says_what_to_write(FactUnit unit, string text, string code, string message, string? help)
    {
        var error = Assert.IsType<LiteralError>(Literal.Read(new NumberType(unit), text));

        Assert.Equal((code, message, help), (error.Code.Id, error.Message, error.Help));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_an_instant_in_utc(string text, string expected)
    {
        var reading = Assert.IsType<LiteralOk>(Literal.Read(new DateType(), text));

        Assert.Equal(expected, ((DateValue)reading.Value).Value.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(BadDates))]
    public void A_text_that_is_no_date_is_an_error(string text) => Assert.IsType<LiteralError>(Literal.Read(new DateType(), text));

    [Theory]
    [InlineData("yes", "write `true`")]
    [InlineData("False", "write `false`")]
    [InlineData("maybe", "write `true` or `false`")]
    public void Only_true_and_false_are_booleans(string text, string help)
    {
        Assert.Equal(new LiteralOk(new BooleanValue(true)), Literal.Read(new BooleanType(), "true"));
        Assert.Equal(new LiteralOk(new BooleanValue(false)), Literal.Read(new BooleanType(), "false"));
        Assert.Equal(new LiteralError(DiagnosticCodes.Literal, $"`{text}` is not a boolean", help), ((LiteralError)Literal.Read(new BooleanType(), text)) with { Meant = null });
    }

    [Theory]
    [InlineData("contaner", "did you mean `container`?")]
    [InlineData("VM", "did you mean `vm`?")]
    [InlineData("mainframe", null)]
    public void A_string_of_an_enumeration_is_one_of_its_values(string text, string? help)
    {
        Assert.Equal(new LiteralOk(new StringValue("vm")), Literal.Read(Kind, "vm"));
        Assert.Equal(
            new LiteralError(DiagnosticCodes.NotOneOf, $"`{text}` is not one of `bare-metal`, `vm`, `container`", help),
            ((LiteralError)Literal.Read(Kind, text)) with { Meant = null });
    }

    [Fact]
    public void Any_text_is_a_string() => Assert.Equal(new LiteralOk(new StringValue("no")), Literal.Read(new StringType(), "no"));

    [Fact]
    public void A_version_is_kept_as_it_is_written()
    {
        Assert.Equal(new LiteralOk(new VersionValue("5.10", VersionScheme.Dotted)), Literal.Read(new VersionType(VersionScheme.Dotted), "5.10"));
        Assert.Equal("`1.0` is not a version of the scheme `semver`", ((LiteralError)Literal.Read(new VersionType(VersionScheme.SemVer), "1.0")).Message);
        Assert.Equal("`latest` is not a version that any package manager can read", ((LiteralError)Literal.Read(new VersionType(VersionScheme.Native), "latest")).Message);
    }

    [Fact]
    public void A_message_stays_one_short_line_however_long_the_text_is()
    {
        var error = Assert.IsType<LiteralError>(Literal.Read(new NumberType(), new string('x', 100_000) + "\n"));

        Assert.InRange(error.Message.Length, 1, 100);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_list_has_no_literal() =>
        Assert.Equal("`a` stands where a list of string belongs", ((LiteralError)Literal.Read(new ListType(new StringType()), "a")).Message);
}

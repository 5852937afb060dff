using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class FactTextTests
{
    private static readonly RecordType Disk = new([new FactField("size", new NumberType(FactUnit.Size)), new FactField("kind", new StringType())]);

    public static TheoryData<FactUnit, string, string> Numbers => new()
    {
        { FactUnit.None, "0.10", "0.1" },
        { FactUnit.None, "12345678901234", "12345678901234" },
        { FactUnit.Size, "0", "0 B" },
        { FactUnit.Size, "8589934592", "8 GiB" },
        { FactUnit.Size, "8589934593", "8.00 GiB" },
        { FactUnit.Size, "8589930000", "8.00 GiB" },
        { FactUnit.Size, "25232932864", "23.5 GiB" },
        { FactUnit.Size, "33567465472", "31.3 GiB" },
        { FactUnit.Size, "512000000", "512 MB" },
        { FactUnit.Size, "1500", "1500 B" },
        { FactUnit.Size, "-2048", "-2 KiB" },
        { FactUnit.Frequency, "2400000000", "2.4 GHz" },
        { FactUnit.Duration, "7776000", "90 d" },
        { FactUnit.Duration, "0.25", "250 ms" },
        { FactUnit.Bandwidth, "10000000000", "10 Gbit/s" },
        { FactUnit.Percent, "80", "80%" },
        { FactUnit.Size, "10000000000000000000000000000", "10000000000000000000000000000 B" },
        { FactUnit.Duration, "10000000000000000000000000000", "10000000000000000000000000000 s" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_is_shown_with_a_fitting_unit(FactUnit unit, string number, string expected)
    {
        var value = new NumberValue(decimal.Parse(number, CultureInfo.InvariantCulture));

        var text = FactText.Of(value, new NumberType(unit));

        Assert.Equal(expected, text);
    }

    [Fact]
    public void An_exact_text_reads_back_as_the_same_number()
    {
        var random = new Random(20261122);
        foreach (var unit in Enum.GetValues<FactUnit>())
        {
            var type = new NumberType(unit);
            for (var run = 0; run < 500; run++)
            {
                var number = new decimal(random.Next(), random.Next(1 << (run % 20)), 0, run % 2 == 0, (byte)random.Next(4)) * (run % 3 == 0 ? 1024 : 1);
                var value = new NumberValue(number);
                Assert.Equal(new LiteralOk(value), Literal.Read(type, FactText.Exactly(value, type)));
            }
        }
    }

    [Fact]
    public void Parts_stand_in_the_order_of_their_type_and_say_what_is_not_known()
    {
        var disk = new RecordValue(new FactMap([new("kind", new Absent()), new("size", new Present(new NumberValue(1024)))]));
        var list = new ListValue([new Present(disk), new Unknown(UnknownCause.Malformed)]);
        var map = new MapValue(new FactMap([new("b", new Present(disk)), new("a", new Absent())]), IsComplete: false);

        Assert.Equal("[{size: 1 KiB, kind: absent}, unknown]", FactText.Of(list, new ListType(Disk)));
        Assert.Equal("{a: absent, b: {size: 1 KiB, kind: absent}, ...}", FactText.Of(map, new MapType("name", Disk)));
    }

    [Fact]
    public void A_scalar_is_shown_as_an_author_writes_it()
    {
        Assert.Equal("true", FactText.Of(new BooleanValue(true), new BooleanType()));
        Assert.Equal("\"\"", FactText.Of(new StringValue(""), new StringType()));
        Assert.Equal("1.0~rc1", FactText.Of(new VersionValue("1.0~rc1", VersionScheme.Deb), new VersionType(VersionScheme.Deb)));
        Assert.Equal("2026-11-22", FactText.Of(new DateValue(new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.FromHours(1))), new DateType()));
        Assert.Equal("2026-11-22T00:00:00.5Z", FactText.Of(new DateValue(new DateTimeOffset(2026, 11, 22, 0, 0, 0, 500, TimeSpan.Zero)), new DateType()));
    }
}

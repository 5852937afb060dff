using System.Collections.Immutable;

namespace Policy.Core.Facts;

/// <summary>One unit of a number, such as <c>GiB</c>.</summary>
/// <param name="Name">As it is written; case matters.</param>
/// <param name="Factor">How many base units it is, before <paramref name="Power"/>.</param>
/// <param name="Power">The power of ten by which the factor is multiplied; 0 but for parts of the base unit.</param>
internal sealed record MeasureUnit(string Name, long Factor, int Power = 0)
{
    private static readonly ImmutableArray<MeasureUnit> BinarySizes =
    [
        new("B", 1), new("KiB", 1L << 10), new("MiB", 1L << 20), new("GiB", 1L << 30), new("TiB", 1L << 40), new("PiB", 1L << 50),
    ];

    private static readonly ImmutableArray<MeasureUnit> DecimalSizes =
    [
        new("B", 1), new("kB", 1_000), new("MB", 1_000_000), new("GB", 1_000_000_000), new("TB", 1_000_000_000_000), new("PB", 1_000_000_000_000_000),
    ];

    private static readonly ImmutableArray<MeasureUnit> Frequencies =
    [
        new("Hz", 1), new("kHz", 1_000), new("MHz", 1_000_000), new("GHz", 1_000_000_000),
    ];

    private static readonly ImmutableArray<MeasureUnit> Durations =
    [
        new("ms", 1, -3), new("s", 1), new("min", 60), new("h", 3_600), new("d", 86_400),
    ];

    private static readonly ImmutableArray<MeasureUnit> Bandwidths =
    [
        new("bit/s", 1), new("kbit/s", 1_000), new("Mbit/s", 1_000_000), new("Gbit/s", 1_000_000_000),
    ];

    private static readonly ImmutableArray<MeasureUnit> Percents = [new("%", 1)];

    private static readonly ImmutableArray<MeasureUnit> Sizes = [.. BinarySizes, .. DecimalSizes.RemoveAt(0)];

    /// <summary>How many base units it is.</summary>
    public decimal Value => Power < 0 ? Factor / 1000m : Factor;

    /// <summary>The units that a literal may have, from the smallest; empty for a plain number.</summary>
    public static ImmutableArray<MeasureUnit> Of(FactUnit unit) => unit == FactUnit.Size ? Sizes : Preferred(unit);

    /// <summary>The units in which a reader is shown a number, from the smallest: of sizes the powers of 1024.</summary>
    public static ImmutableArray<MeasureUnit> Preferred(FactUnit unit) => unit switch
    {
        FactUnit.None => [],
        FactUnit.Size => BinarySizes,
        FactUnit.Frequency => Frequencies,
        FactUnit.Duration => Durations,
        FactUnit.Bandwidth => Bandwidths,
        FactUnit.Percent => Percents,
        _ => throw new System.Diagnostics.UnreachableException($"no such unit: {unit}"),
    };

    /// <summary>The second choice for a reader, from the smallest: of sizes the powers of 1000, else none.</summary>
    public static ImmutableArray<MeasureUnit> Alternative(FactUnit unit) => unit == FactUnit.Size ? DecimalSizes : [];

    /// <summary>The unit that an author most likely means when there is none.</summary>
    public static string Usual(FactUnit unit) => unit switch
    {
        FactUnit.None => "",
        FactUnit.Size => "GiB",
        FactUnit.Frequency => "GHz",
        FactUnit.Duration => "d",
        FactUnit.Bandwidth => "Gbit/s",
        FactUnit.Percent => "%",
        _ => throw new System.Diagnostics.UnreachableException($"no such unit: {unit}"),
    };

    /// <summary>A number of this unit as it is written: <c>8 GiB</c>, but <c>80%</c>.</summary>
    public static string Written(string number, string unit) => unit is "%" or "" ? number + unit : $"{number} {unit}";
}

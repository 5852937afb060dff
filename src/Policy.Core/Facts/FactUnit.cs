namespace Policy.Core.Facts;

/// <summary>What a number counts; a fact document holds it in the base unit.</summary>
public enum FactUnit
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>Bytes.</summary>
    Size,

    /// <summary>Hertz.</summary>
    Frequency,

    /// <summary>Seconds.</summary>
    Duration,

    /// <summary>Bits per second.</summary>
    Bandwidth,

    /// <summary>Hundredths.</summary>
    Percent,
}

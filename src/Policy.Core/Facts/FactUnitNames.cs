using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>How the units of numbers are written.</summary>
public static class FactUnitNames
{
    /// <summary>The names that a literal may have behind its number, such as <c>GiB</c>, from the smallest; case matters. Empty for a plain number.</summary>
    public static Sequence<string> Of(FactUnit unit) => MeasureUnit.Of(unit).Select(measure => measure.Name).ToSequence();
}

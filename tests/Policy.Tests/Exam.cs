using System.Globalization;

namespace Policy.Tests;

/// <summary>How hard the random tests try: the variable POLICY_EXAM multiplies what is enough for every day.</summary>
internal static class Exam
{
    /// <summary>The factor; 1 if the variable is not set.</summary>
    public static int Factor { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("POLICY_EXAM"), NumberStyles.None, CultureInfo.InvariantCulture, out var factor) ? Math.Max(1, factor) : 1;

    /// <summary>So many times the factor.</summary>
    public static int Times(int everyDay) => everyDay * Factor;
}

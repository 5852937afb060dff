using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>A way to meet a rule.</summary>
/// <param name="When">For which hosts it is the right way; null for all.</param>
/// <param name="Effort">What it takes; null if the author does not say.</param>
/// <param name="Text">What to do.</param>
/// <param name="Run">Commands for the reader; never executed.</param>
public sealed record Remedy(Condition? When, RemedyEffort? Effort, ReaderText Text, Sequence<string> Run);

/// <summary>What a remedy takes, from the least to the most.</summary>
public enum RemedyEffort
{
    /// <summary>A setting.</summary>
    Configuration,

    /// <summary>Something to install.</summary>
    Software,

    /// <summary>A reboot.</summary>
    Reboot,

    /// <summary>A switch in the firmware set-up.</summary>
    Firmware,

    /// <summary>Other hardware.</summary>
    Hardware,
}

/// <summary>Names of efforts.</summary>
public static class RemedyEfforts
{
    /// <summary>The names in a policy, from the least to the most.</summary>
    public static IReadOnlyList<string> Names { get; } = ["configuration", "software", "reboot", "firmware", "hardware"];

    /// <summary>The name in a policy.</summary>
    public static string Name(this RemedyEffort effort) => Names[(int)effort];

    /// <summary>The effort of a name, or null.</summary>
    public static RemedyEffort? Find(string name)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (Names[index] == name)
            {
                return (RemedyEffort)index;
            }
        }

        return null;
    }
}

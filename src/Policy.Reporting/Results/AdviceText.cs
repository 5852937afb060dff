using Policy.Core.Facts;
using Policy.Reporting.Words;

namespace Policy.Reporting.Results;

/// <summary>The words of advice.</summary>
public static class AdviceText
{
    /// <summary>What a fact is, or must be.</summary>
    public static string Of(Observation observation, FactType type, ReportWords words) => observation switch
    {
        Present present => ValueText.Of(present.Value, type),
        Absent => words.Say("observed.absent"),
        _ => words.Say("truth.unknown"),
    };

    /// <summary>What reading a fact needs: <c>root</c> or <c>none</c>.</summary>
    public static string Of(FactPrivilege privilege) => privilege == FactPrivilege.Root ? "root" : "none";
}

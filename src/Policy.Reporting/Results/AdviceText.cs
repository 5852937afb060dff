using Policy.Core.Facts;

namespace Policy.Reporting.Results;

/// <summary>The words of advice.</summary>
public static class AdviceText
{
    /// <summary>What a fact is, or must be.</summary>
    public static string Of(Observation observation, FactType type) => observation switch
    {
        Present present => ValueText.Of(present.Value, type),
        Absent => "absent",
        _ => "unknown",
    };

    /// <summary>What reading a fact needs: <c>root</c> or <c>none</c>.</summary>
    public static string Of(FactPrivilege privilege) => privilege == FactPrivilege.Root ? "root" : "none";
}

using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>The words <c>pass</c>, <c>fail</c> and <c>unknown</c> where a policy decides something itself.</summary>
internal static class Answers
{
    private static readonly string[] Words = ["pass", "fail", "unknown"];

    /// <summary>The truth of a word, or null.</summary>
    public static Truth? Find(string word) => word switch
    {
        "pass" => Truth.True,
        "fail" => Truth.False,
        "unknown" => Truth.Unknown,
        _ => null,
    };

    /// <summary>Complains about another word.</summary>
    public static Condition? Complain(YamlScalar scalar, Complaints complaints)
    {
        complaints.Add(DiagnosticCodes.NotOneOf, scalar.Span, $"`{scalar.Text}` is not one of `pass`, `fail`, `unknown`", complaints.Nearest(scalar, Words));
        return null;
    }
}

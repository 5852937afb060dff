using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Conditions;

/// <summary>How values of one type compare.</summary>
internal static class ValueOrder
{
    private static readonly VersionScheme[] NativeSchemes = [VersionScheme.Deb, VersionScheme.Rpm, VersionScheme.Apk, VersionScheme.Pacman];

    /// <summary>Whether two scalars are equal; null if that cannot be decided.</summary>
    public static bool? Same(FactValue left, FactValue right, FactContext context) => (left, right) switch
    {
        (VersionValue or NumberValue or DateValue, _) => Compare(left, right, context, order => order == 0),
        _ => left.Equals(right),
    };

    /// <summary>Asks something of the order of two numbers, versions or dates; null if it cannot be decided.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">Another of the same type.</param>
    /// <param name="context">What the host says about versions.</param>
    /// <param name="holds">What is asked of the sign: negative, zero or positive.</param>
    public static bool? Compare(FactValue left, FactValue right, FactContext context, Func<int, bool> holds) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => holds(a.Value.CompareTo(b.Value)),
        (DateValue a, DateValue b) => holds(a.Value.CompareTo(b.Value)),
        (VersionValue a, VersionValue b) => Versions(a, b, context, holds),
        _ => null,
    };

    private static bool? Versions(VersionValue left, VersionValue right, FactContext context, Func<int, bool> holds)
    {
        if (left.Scheme != VersionScheme.Native)
        {
            return holds(VersionOrder.Compare(left.Scheme, left.Text, right.Text));
        }

        return context.NativeScheme is { } scheme ? Under(scheme, left, right, holds) : Unanimous(left, right, holds);
    }

    private static bool? Under(VersionScheme scheme, VersionValue left, VersionValue right, Func<int, bool> holds) =>
        VersionOrder.CanRead(scheme, left.Text) && VersionOrder.CanRead(scheme, right.Text)
            ? holds(VersionOrder.Compare(scheme, left.Text, right.Text))
            : null;

    // Without the host's scheme an answer counts only if every scheme that could be the host's gives it.
    private static bool? Unanimous(VersionValue left, VersionValue right, Func<int, bool> holds)
    {
        bool? answer = null;
        foreach (var scheme in NativeSchemes)
        {
            var vote = Under(scheme, left, right, holds);
            if (vote is not null && answer is not null && vote != answer)
            {
                return null;
            }

            answer ??= vote;
        }

        return answer;
    }
}

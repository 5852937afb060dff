using Policy.Core.Diagnostics;

namespace Policy.Testing;

/// <summary>Documents that cannot be tested; the message has a line for each complaint.</summary>
public sealed class PolicyTestException : Exception
{
    /// <summary>Without a complaint.</summary>
    public PolicyTestException()
    {
    }

    /// <summary>With a text.</summary>
    public PolicyTestException(string message)
        : base(message)
    {
    }

    /// <summary>With a text and what led to it.</summary>
    public PolicyTestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static void ThrowIfAny(IEnumerable<Diagnostic> complaints)
    {
        var lines = complaints.Where(item => item.Code.Severity == DiagnosticSeverity.Error).Select(item => item.Help is null ? $"{item}" : $"{item} (help: {item.Help})").ToList();
        if (lines.Count > 0)
        {
            throw new PolicyTestException(string.Join('\n', lines));
        }
    }
}

using Policy.Core.Diagnostics;

namespace Policy.Reporting.Changes;

/// <summary>What became of something between two documents.</summary>
public enum ChangeKind
{
    /// <summary>A rule fails that did not.</summary>
    Broken,

    /// <summary>A rule is undecided that was not.</summary>
    Unknown,

    /// <summary>A rule failed and does so no more.</summary>
    Fixed,

    /// <summary>A rule was undecided and is decided.</summary>
    Known,

    /// <summary>It is another.</summary>
    Other,

    /// <summary>It was not there.</summary>
    New,

    /// <summary>It is there no more.</summary>
    Gone,
}

/// <summary>The names of kinds.</summary>
public static class ChangeKinds
{
    /// <summary>The name, such as <c>broken</c>.</summary>
    public static string Name(this ChangeKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>One change.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Host">The host; empty where it is about none.</param>
/// <param name="Name">What changed: policy, slash, rule; or a fact.</param>
/// <param name="From">What it was; empty where it was not there.</param>
/// <param name="To">What it is; empty where it is no more.</param>
public sealed record Change(ChangeKind Kind, string Host, string Name, string From, string To)
{
    /// <summary>Its title; empty if it has none.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The severity of a rule; empty for what is none.</summary>
    public string Severity { get; init; } = string.Empty;

    /// <summary>The facts that are others.</summary>
    public Sequence<Flip> Flips { get; init; } = [];

    /// <summary>What changed that can be the reason: <c>facts</c>, <c>policy</c>, <c>parameters</c>, <c>waiver</c>, <c>collector</c>, <c>engine</c>.</summary>
    public Sequence<string> Why { get; init; } = [];
}

/// <summary>A fact that is another than it was.</summary>
/// <param name="Path">The fact.</param>
/// <param name="From">What was seen; empty if it was not asked.</param>
/// <param name="To">What is seen; empty if it is not asked.</param>
public sealed record Flip(string Path, string From, string To);

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Something that speaks of a hypervisor below the kernel.</summary>
/// <param name="Vendor">The hypervisor as lscpu(1) names it; null if it does not say which.</param>
/// <param name="Type">
/// How the kernel is virtualized: <c>full</c>, <c>para</c> or <c>container</c>; null if it controls the machine itself, or, of a guest, if it is not known.
/// </param>
/// <param name="IsGuest">Whether the kernel is a guest; false for the one that controls the hypervisor, null if that cannot be told.</param>
/// <param name="Source">What says it.</param>
internal sealed record HypervisorSign(string? Vendor, string? Type, bool? IsGuest, string Source)
{
    /// <summary>Hardware virtualization.</summary>
    internal const string Full = "full";

    /// <summary>The kernel knows the hypervisor and calls it.</summary>
    internal const string Para = "para";

    /// <summary>One kernel for all.</summary>
    internal const string Container = "container";
}

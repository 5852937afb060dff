namespace Policy.Collection;

/// <summary>What the user allowed.</summary>
/// <param name="ProbeKvm">Whether <c>/dev/kvm</c> may be opened and asked to create a VM.</param>
/// <param name="Project">The folder, relative to the host's root, whose lock files tell the libraries; null if none was named.</param>
public sealed record HostOptions(bool ProbeKvm = true, string? Project = null);

using Policy.Core.Diagnostics;

namespace Policy.Collection;

/// <summary>A user with all groups.</summary>
public sealed record HostUser(long Uid, long Gid, Sequence<long> Groups);

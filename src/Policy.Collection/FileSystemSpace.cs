namespace Policy.Collection;

/// <summary>A file system's magic number and its bytes in all and for unprivileged users.</summary>
public readonly record struct FileSystemSpace(long Magic, long Total, long Available);

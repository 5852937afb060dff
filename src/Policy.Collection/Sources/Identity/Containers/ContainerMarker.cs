namespace Policy.Collection.Sources.Identity.Containers;

/// <summary>Something that container runtimes leave in a container.</summary>
/// <param name="Text">Where it was found and what it says, such as <c>proc/1/environ container=lxc</c>.</param>
/// <param name="Runtime">Who leaves it, such as <c>docker</c>; null if several do.</param>
/// <param name="IsDecisive">Whether it is found nowhere but in a container, or in what was an image of one.</param>
internal sealed record ContainerMarker(string Text, string? Runtime, bool IsDecisive = true);

using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Containers;

/// <summary>Whether there is a container around the collector, and whose.</summary>
internal static class ContainerFacts
{
    private const string Namespaces = "proc/self/ns";

    private static readonly string[] Places = ContainerView.Sources;

    private static readonly FactDescription Markers = FactDescription.Of(
        "host.container_markers",
        new ListType(new StringType()),
        "What container runtimes have left, such as `.dockerenv`; found also where the image of a container has become the disk of a machine. Never absent.",
        Places);

    private static readonly FactDescription Stale = FactDescription.Of(
        "host.stale_markers",
        new ListType(new StringType()),
        "The markers of a container where there is none: all namespaces are the machine's own. Programs that look for markers alone are wrong. Never absent.",
        Places);

    private static readonly FactDescription Runtime = FactDescription.Of(
        "host.container_runtime",
        new StringType(),
        "Who runs the container, such as `docker`, `podman`, `lxc`, `systemd-nspawn`, `openvz` or `wsl`. Absent: there is no container.",
        Places);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "container",
        new SingleFact(Markers, LookAtMarkers),
        new SingleFact(Stale, LookAtStale),
        new SingleFact(Runtime, LookAtRuntime));

    private static Observation LookAtMarkers(Host host)
    {
        var markers = ContainerMarkers.Of(host);
        var view = ContainerView.Of(host);
        return (markers.Found.Count, view.AreNamespacesInitial) switch
        {
            ( > 0, _) => Answer.Of(markers.Found.Select(marker => marker.Text), markers.Found[0].Text.Split(' ')[0]),
            (_, true) => Answer.Of(Array.Empty<string>(), Namespaces),
            _ when markers.Denied is { } denied => new Unknown(UnknownCause.Denied, denied),
            (_, false) when host.IsComplete => Answer.Of(Array.Empty<string>(), Namespaces),
            _ => new Unknown(UnknownCause.MissingSource, Namespaces),
        };
    }

    private static Observation LookAtStale(Host host) => (ContainerView.Of(host).AreNamespacesInitial, LookAtMarkers(host)) switch
    {
        (_, not Present and var reason) => reason,
        (true, Present markers) => markers,
        (false, Present) => Answer.Of(Array.Empty<string>(), Namespaces),
        _ => new Unknown(UnknownCause.MissingSource, Namespaces),
    };

    private static Observation LookAtRuntime(Host host)
    {
        var view = ContainerView.Of(host);
        return (view.IsContainer, ContainerView.Runtime(host)) switch
        {
            (true, { } runtime) => Answer.Of(runtime, view.Source),
            (true, null) => new Unknown(UnknownCause.MissingSource, ContainerMarkers.Of(host).Denied ?? "no marker names it"),
            (false, _) => new Absent(view.Source),
            _ => new Unknown(UnknownCause.MissingSource, Namespaces),
        };
    }
}

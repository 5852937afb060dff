using Policy.Collection.Sources.Software.Packages;
using Policy.Collection.Sources.Software.Services;
using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>The programs that run containers and virtual machines.</summary>
internal static class RuntimeFacts
{
    private const string Root = "runtime";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "runtimes",
        [
            FactDescription.Of(
                "runtime(*)",
                new MapType("name", new RecordType(
                [
                    new FactField(
                        "version",
                        new VersionType(VersionScheme.Dotted),
                        "Of the package or the program; a daemon that has not been restarted can be older"),
                    new FactField("path", new StringType(), "The program that PATH finds; absent if only the package was found"),
                    new FactField(
                        "socket",
                        new StringType(["ok", "denied", "refused", "missing"]),
                        "Whether its daemon's socket lets the collector connect; absent if it has no daemon"),
                    new FactField("running", new BooleanType(), "Whether its socket answers or one of its processes runs; of openvz whether the kernel "
                        + "is its host kernel"),
                    new FactField("service", new StringType(["active", "inactive"]), "Of its daemon's service of systemd; absent if no unit file has it"),
                    new FactField("storage_driver", new StringType(), "As its configuration files choose, such as overlay2; absent if they leave it to the "
                        + "runtime; of containerd what it keeps the images of Kubernetes with"),
                    new FactField("cgroup_driver", new StringType(), "As its configuration files choose: systemd or cgroupfs; absent if they leave it to "
                        + "the runtime"),
                    new FactField("rootless_users", new ListType(new NumberType()), "The numbers of the users for whom a socket of their own stands; "
                        + "absent if it has none"),
                ])),
                "A container or virtual machine runtime: docker, containerd, crio, podman, buildah, nerdctl, runc, crun, lxc, incus, lxd, "
                    + "openvz, qemu, libvirt, kata, virtualbox. Absent means: neither PATH, nor the usual folders, nor the package database has it, and it does not run. "
                    + "The docker command of podman is not docker.",
                [
                    .. ProgramSearch.Places,
                    .. PackageManager.Places,
                    .. RuntimeTable.Everything.SelectMany(runtime => runtime.Sockets),
                    "proc/*/comm",
                    "proc/vz",
                    "proc/bc",
                    RootlessSockets.Folder,
                    .. RuntimeSettings.Places,
                    .. ServiceFacts.Places,
                    "proc/self",
                    .. InstalledTool.Commands(RuntimeTable.Everything.Select(runtime => runtime.Tool)),
                ]),
        ],
        Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        var names = RuntimeTable.Everything.Select(runtime => runtime.Tool.Name).ToList();
        return demand.Wants(Root)
            ? MapFact.OfTable(Root, names, demand, name => Entry(host, demand, RuntimeTable.Everything.First(runtime => runtime.Tool.Name == name)))
            : [];
    }

    private static Observation Entry(Host host, Demand demand, Runtime runtime)
    {
        var (found, otherwise) = InstalledTool.Of(host, runtime.Tool, demand.WantsField(Root, runtime.Tool.Name, "version"));
        var socket = Socket(host, runtime);
        var running = runtime.Tool.Name == "openvz" ? IsOpenVzHost(host.Root) : Running(host, runtime, socket);
        var runs = running is Present { Value: BooleanValue { Value: true } };
        if (found is null && !runs)
        {
            return otherwise;
        }

        return new Present(
            RecordFields.Of(
                ("version", found?.Version ?? new Unknown(UnknownCause.MissingSource, $"{runtime.Tool.Name} runs, but its program was not found")),
                ("path", found?.Path ?? MapFact.Inside(otherwise)),
                ("socket", socket),
                ("running", running),
                ("service", runtime.Services.Select(unit => ServiceFacts.StateOf(host, unit)).FirstOrDefault(state => state is not Absent) ?? new Absent()),
                ("storage_driver", MapFact.Inside(runtime.StorageDriver(host.Root))),
                ("cgroup_driver", MapFact.Inside(runtime.CgroupDriver(host.Root))),
                ("rootless_users", MapFact.Inside(RootlessSockets.Of(host, runtime.RootlessSocket)))),
            found?.Source ?? "proc");
    }

    private static Observation Running(Host host, Runtime runtime, Observation socket) =>
        socket is Present { Value: StringValue { Value: "ok" } } ? RecordFields.Truth(true) : ProcessNames.Of(host).Runs(runtime.Processes);

    // `proc/vz` is on host and container; `proc/bc`, the beancounters, on the host only.
    private static Observation IsOpenVzHost(HostRoot root) => (root.Entry("proc/vz"), root.Entry("proc/bc"), root.Entry("proc/self")) switch
    {
        (Got<HostEntry>, Got<HostEntry>, _) => RecordFields.Truth(true),
        (_, _, Got<HostEntry>) => RecordFields.Truth(false),
        _ => new Unknown(UnknownCause.MissingSource, "proc/vz"),
    };

    private static Observation Socket(Host host, Runtime runtime)
    {
        Observation best = new Absent();
        foreach (var path in runtime.Sockets)
        {
            var state = State(host.Connect(path));
            best = Rank(state) > Rank(best) ? state : best;
        }

        return best;
    }

    private static Observation State(Reading<string> reading) => reading switch
    {
        Missing<string> => RecordFields.Text("missing"),
        Got<string> { Value: "ok" } => RecordFields.Text("ok"),
        Got<string> { Value: "EACCES" or "EPERM" } => RecordFields.Text("denied"),
        Got<string> { Value: "ECONNREFUSED" } => RecordFields.Text("refused"),
        Got<string> { Value: "ENOENT" } => RecordFields.Text("missing"),
        _ => reading.Observe((error, source) => new Unknown(UnknownCause.Unsupported, $"{source}: {error}")),
    };

    private static int Rank(Observation state) => state switch
    {
        Present { Value: StringValue { Value: "ok" } } => 5,
        Unknown => 4,
        Present { Value: StringValue { Value: "denied" } } => 3,
        Present { Value: StringValue { Value: "refused" } } => 2,
        Present => 1,
        _ => 0,
    };
}

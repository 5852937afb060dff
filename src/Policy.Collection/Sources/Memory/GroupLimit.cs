using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>A limit that holds for a control group and everything below it.</summary>
internal static class GroupLimit
{
    /// <summary>What stands for the lack of a limit.</summary>
    internal const decimal None = decimal.MaxValue;

    /// <summary>The smallest limit of a group and those above it; <see cref="None"/> if none has one.</summary>
    /// <param name="root">The host.</param>
    /// <param name="group">The group.</param>
    /// <param name="read">The limit of one folder; missing if the folder has no such file.</param>
    /// <remarks>Runtimes put no smaller limit above the one of a container, so that a limit in sight is believed, but the lack of one is not.</remarks>
    internal static Reading<decimal> Smallest(HostRoot root, ControlGroup group, Func<HostRoot, string, Reading<decimal>> read)
    {
        var smallest = new Got<decimal>(None, group.Folders[0]);
        foreach (var folder in group.Folders)
        {
            switch (read(root, folder))
            {
                case Failed<decimal> failed:
                    return failed;
                case Missing<decimal> missing when group.HasController(root, folder) != false && !group.IsTop(folder):
                    return missing;
                case Got<decimal> limit when limit.Value < smallest.Value:
                    smallest = limit;
                    break;
            }
        }

        return group.ReachesTop || smallest.Value < None
            ? smallest
            : new Failed<decimal>(UnknownCause.Unsupported, group.Folders[^1], "the control groups above the container are not in sight");
    }

    /// <summary>Present with the limit, or absent.</summary>
    internal static Observation Observe(Reading<decimal> limit) => limit.Observe((value, source) => value == None ? new Absent(source) : Answer.Of(value, source));
}

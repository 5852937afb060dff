namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>What the firmware says of the machine: SMBIOS, DSP0134.</summary>
/// <param name="Fields">The texts under the names of <c>sys/class/dmi/id</c>; without those that are not specified.</param>
/// <param name="IsVirtual">The bit "System is a virtual machine". A clear one proves nothing; null if it could not be read.</param>
internal sealed record DmiText(IReadOnlyDictionary<string, string> Fields, bool? IsVirtual)
{
    /// <summary>Where the kernel shows the texts.</summary>
    internal const string Place = "sys/class/dmi/id";

    /// <summary>Everything that is read for them.</summary>
    internal static readonly string[] Sources = [Place, "sys/devices/virtual/dmi/id", "sys/firmware/dmi/entries/0-0/raw", "dmidecode", DmiTable.Place];

    /// <summary>The text of a field, or the empty text.</summary>
    internal string this[string field] => Fields.GetValueOrDefault(field, string.Empty);

    /// <summary>A host's: from the kernel's files, else from the recorded <c>dmidecode</c>, else from the table itself.</summary>
    internal static Reading<DmiText> Of(Host host) => host.Memory.Once("dmi", () => Find(host));

    /// <summary>Whether a maker of the system, its board or its case has a name that begins so.</summary>
    internal bool IsMadeBy(string start) => Any(start, "sys_vendor", "board_vendor", "chassis_vendor");

    /// <summary>Whether the system or its board has a name that begins so.</summary>
    internal bool IsProduct(string start) => Any(start, "product_name", "board_name");

    private bool Any(string start, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (this[field].StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Reading<DmiText> Find(Host host)
    {
        var folder = DmiFolder.Read(host.Root);
        var recorded = host.IsComplete ? new Missing<DmiText>(Place) : Dmidecode.Read(host);
        var table = DmiTable.Read(host.Root);
        var bit = new[] { folder, recorded, table }.Select(reading => reading.Content?.IsVirtual).FirstOrDefault(value => value is not null);
        var found = new[] { folder, recorded, table }.FirstOrDefault(reading => reading is Got<DmiText> { Value.Fields.Count: > 0 });

        // Where nothing is there, the reason that says more than "missing".
        return found?.Then(text => text with { IsVirtual = bit })
            ?? new[] { folder, recorded, table }.FirstOrDefault(reading => reading is Failed<DmiText>)
            ?? new Missing<DmiText>(Place);
    }
}

namespace Policy.Collection.Sources.Identity.Dmi;

/// <summary>Reads the files that the kernel makes of SMBIOS.</summary>
internal static class DmiFolder
{
    private const string BiosStructure = "sys/firmware/dmi/entries/0-0/raw";

    private static readonly string[] Folders = [DmiText.Place, "sys/devices/virtual/dmi/id"];

    // The others are serial numbers, which nobody needs.
    private static readonly string[] Names =
        ["sys_vendor", "product_name", "product_version", "board_vendor", "board_name", "bios_vendor", "bios_version", "chassis_type", "chassis_vendor"];

    /// <summary>The texts; missing if there is no such folder.</summary>
    internal static Reading<DmiText> Read(HostRoot root)
    {
        var folder = Folders.Select(root.Names).FirstOrDefault(reading => reading is Got<string[]>);
        return folder is null ? new Missing<DmiText>(DmiText.Place) : folder.Then(names => Read(root, ((Got<string[]>)folder).Source, names));
    }

    private static DmiText Read(HostRoot root, string folder, string[] names)
    {
        var fields = Names.Intersect(names)
            .Select(name => (Name: name, Text: root.Value($"{folder}/{name}").Content))
            .Where(field => field.Text is { Length: > 0 })
            .ToDictionary(field => field.Name, field => field.Name == "chassis_type" ? ChassisTypes.Name(field.Text!) : field.Text!, StringComparer.Ordinal);
        return new DmiText(fields, root.Bytes(BiosStructure) is Got<byte[]> got ? SmbiosStructure.IsVirtual(got.Value) : null);
    }
}

using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>The memory that is built in, as the firmware lists it: DSP0134, clauses 7.17 and 7.18.</summary>
internal static class InstalledMemory
{
    private const string Table = "sys/firmware/dmi/tables/DMI";
    private const int Array = 16;
    private const int Device = 17;
    private const int SystemMemory = 3;

    private static readonly FactDescription Description = new(
        FactPath.Parse("memory.installed"),
        new NumberType(FactUnit.Size),
        "The size of all memory modules, as the firmware lists them. Never absent; boards without SMBIOS do not say it.",
        [Table],
        FactPrivilege.Root);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("memory-installed", new SingleFact(Description, Look));

    private static Observation Look(Host host) => host.Root.Bytes(Table).Observe((bytes, source) => SmbiosTable.Split(bytes) switch
    {
        null => new Unknown(UnknownCause.Malformed, source),
        var structures when Sum(structures) is { } size and > 0 => Answer.Of(size, source),
        _ => new Unknown(UnknownCause.MissingSource, $"{source}: the size of a module is not said"),
    });

    // Flash and video memory have arrays of their own.
    private static decimal? Sum(List<SmbiosStructure> structures)
    {
        var arrays = structures.Where(item => item.Type == Array && item.Byte(0x05) == SystemMemory).Select(item => (ushort?)item.Handle).ToHashSet();
        return structures.Where(item => item.Type == Device && arrays.Contains(item.Word(0x04))).Select(Size).Aggregate((decimal?)0, (sum, size) => sum + size);
    }

    // An empty slot has the size 0; all bits set stand for a size that the firmware does not know.
    private static decimal? Size(SmbiosStructure device) => device.Word(0x0c) switch
    {
        null or 0xffff => null,
        0x7fff => (device.Double(0x1c) & 0x7fffffff) * 1024m * 1024,
        { } kilobytes and >= 0x8000 => (kilobytes & 0x7fff) * 1024m,
        { } megabytes => megabytes * 1024m * 1024,
    };
}

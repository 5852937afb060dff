using System.Globalization;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>The IOMMUs that the kernel uses: <c>Documentation/ABI/testing/sysfs-class-iommu</c>.</summary>
internal static class UnitSource
{
    private const string Log = "var/log/dmesg";
    private const string OfIntel = "of Intel's only; absent of others";

    private static readonly RecordType Unit = new(
    [
        new FactField("maker", new StringType(["intel", "amd", "other"]), "Whose kind of IOMMU it is"),
        new FactField("version", new StringType(), $"Such as `1:0`; {OfIntel}"),
        new FactField("address", new StringType(), $"Where its registers are, in hexadecimal digits; {OfIntel}"),
        new FactField("cap", new StringType(), "The capability register in hexadecimal digits; absent of other makers"),
        new FactField("ecap", new StringType(), $"The extended capability register in hexadecimal digits; {OfIntel}"),
        new FactField("features", new StringType(), "The extended feature register in hexadecimal digits; of AMD's only; absent of others"),
        new FactField("queued_invalidation", new BooleanType(), $"Bit 1 of `ecap`, without which interrupts are not remapped; {OfIntel}"),
        new FactField("device_tlb", new BooleanType(), $"Devices may translate addresses themselves: bit 2 of `ecap`; {OfIntel}"),
        new FactField("interrupt_remapping", new BooleanType(), $"It can remap interrupts: bit 3 of `ecap`; {OfIntel}"),
        new FactField("x2apic", new BooleanType(), "It can remap interrupts in x2APIC mode: bit 4 of `ecap`, bit 2 of `features`; absent of other makers"),
        new FactField("pass_through", new BooleanType(), $"It can let requests pass: bit 6 of `ecap`; {OfIntel}"),
        new FactField("snoop_control", new BooleanType(), $"It can make devices look into the caches: bit 7 of `ecap`; {OfIntel}"),
    ]);

    private static readonly FactDescription Units = FactDescription.Of(
        "iommu.unit(*)",
        new MapType("name", Unit),
        "The IOMMUs that the kernel uses, such as `dmar0` or `ivhd0`, and what they can do; where the kernel does not show them, those of Intel in its "
            + "log. Empty: it uses none. Absent: it uses none of this name.",
        [ActiveSource.Units, .. IommuLog.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(Units, Look).Source("iommu-units");

    private static Observation Look(Host host) => host.Root.Names(ActiveSource.Units) switch
    {
        Missing<string[]> missing => FromLog(host) ?? missing.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
        var names => names.Observe((all, source) => new Present(
            new MapValue(new FactMap(all.Select(name => KeyValuePair.Create(name, Describe(host.Root, $"{source}/{name}")))), IsComplete: true),
            source)),
    };

    // A line that was lost would be a unit that is missing.
    private static Present? FromLog(Host host) => IommuLog.Of(host) is Got<IommuLog> { Value.Dmar: { Registers.Count: > 0 } dmar } log
        ? new Present(
            new MapValue(new FactMap(dmar.Registers.Select(unit => KeyValuePair.Create(unit.Key, Describe(unit.Value)))), IsComplete: dmar.Units == dmar.Registers.Count),
            log.Source)
        : null;

    private static Observation Describe(UnitRegisters unit) => Intel(Text(unit.Version), Text(unit.Address), Text(unit.Capabilities), Text(unit.Extended));

    private static Got<string> Text(string text) => new(text, Log);

    private static Observation Describe(HostRoot root, string folder) => root.Names(folder) switch
    {
        Got<string[]> names when names.Value.Contains("intel-iommu") => Intel(
            root.Value($"{folder}/intel-iommu/version"),
            root.Value($"{folder}/intel-iommu/address"),
            root.Value($"{folder}/intel-iommu/cap"),
            root.Value($"{folder}/intel-iommu/ecap")),
        Got<string[]> names when names.Value.Contains("amd-iommu") => Amd(root.Value($"{folder}/amd-iommu/cap"), root.Value($"{folder}/amd-iommu/features")),
        var names => names.Observe((_, _) => Record("other", [])),
    };

    private static Observation Intel(Reading<string> version, Reading<string> address, Reading<string> capabilities, Reading<string> extended) => Record(
        "intel",
        [
            ("version", version.Observe((text, _) => Answer.Of(text))),
            ("address", address.Observe(Hexadecimal)),
            ("cap", capabilities.Observe(Hexadecimal)),
            ("ecap", extended.Observe(Hexadecimal)),
            ("queued_invalidation", Bit(extended, 1)),
            ("device_tlb", Bit(extended, 2)),
            ("interrupt_remapping", Bit(extended, 3)),
            ("x2apic", Bit(extended, 4)),
            ("pass_through", Bit(extended, 6)),
            ("snoop_control", Bit(extended, 7)),
        ]);

    private static Observation Amd(Reading<string> capabilities, Reading<string> features) => Record(
        "amd",
        [("cap", capabilities.Observe(Hexadecimal)), ("features", features.Observe((text, _) => Answer.Of(text))), ("x2apic", features.Observe(HasX2apic))]);

    private static Observation Record(string maker, (string Name, Observation Value)[] known)
    {
        var others = Unit.Fields.Select(field => field.Name).Where(name => name != "maker" && !Array.Exists(known, field => field.Name == name));
        return Answer.Of(string.Empty, [("maker", Answer.Of(maker)), .. known, .. others.Select(name => (name, (Observation)new Absent()))]);
    }

    private static Observation Hexadecimal(string text, string source) => TryNumber(text, out _) ? Answer.Of(text) : new Unknown(UnknownCause.Malformed, source);

    private static Observation Bit(Reading<string> register, int bit) => register.Observe((text, source) =>
        TryNumber(text, out var bits) ? Answer.Of(((bits >> bit) & 1) != 0) : new Unknown(UnknownCause.Malformed, source));

    // Linux from 5.18 on shows two registers, and changed their order in 6.7: where they disagree, only one that is zero tells which is which.
    private static Observation HasX2apic(string text, string source)
    {
        var registers = text.Split(':');
        if (registers.Length > 2 || !Array.TrueForAll(registers, register => TryNumber(register, out _)))
        {
            return new Unknown(UnknownCause.Malformed, source);
        }

        var numbers = registers.Select(register => ulong.Parse(register, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).Where(number => number != 0);
        var answers = numbers.Select(number => (number & 4) != 0).Distinct().ToArray();
        return answers.Length == 1 ? Answer.Of(answers[0]) : new Unknown(UnknownCause.Unsupported, $"{source}: which of the two registers is meant");
    }

    private static bool TryNumber(string text, out ulong number) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}

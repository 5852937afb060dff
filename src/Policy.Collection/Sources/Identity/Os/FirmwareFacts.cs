using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>How the firmware started the system.</summary>
internal static class FirmwareFacts
{
    private const string Efi = "sys/firmware/efi";
    private const string Variables = "sys/firmware/efi/efivars";
    private const string SecureBootVariable = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";
    private const int ValueAt = 4;

    private static readonly FactDescription Type = FactDescription.Of(
        "firmware.type",
        new StringType(["uefi", "bios"]),
        "How the system was started: by UEFI, or on x86 without it. Never absent; unknown where the firmware's folder is hidden, as in containers.",
        [Efi, "sys/firmware", CommandLine.Place, .. Architecture.Sources]);

    private static readonly FactDescription SecureBoot = FactDescription.Of(
        "firmware.secure_boot",
        new BooleanType(),
        "Whether UEFI starts signed programs only. Absent: the firmware cannot do it, or is no UEFI.",
        [SecureBootVariable, Efi, "sys/firmware", CommandLine.Place, .. Architecture.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "firmware",
        new SingleFact(Type, LookAtType),
        new SingleFact(SecureBoot, LookAtSecureBoot));

    private static Observation LookAtType(Host host) => host.Root.Entry(Efi) switch
    {
        Got<HostEntry> => Answer.Of("uefi", Efi),
        Missing<HostEntry> => WithoutEfi(host),
        var reading => reading.Observe((_, source) => new Unknown(UnknownCause.Malformed, source)),
    };

    // What the kernel shows of the firmware besides proves that nothing hides the folder; a captured root may hold anything.
    private static Observation WithoutEfi(Host host)
    {
        if (!host.IsComplete || host.Root.Names("sys/firmware") is not Got<string[]> { Value.Length: > 0 } || IsSwitchedOff(host))
        {
            return new Unknown(UnknownCause.MissingSource, Efi);
        }

        return Architecture.Of(host).Observe((machine, _) => machine is "x86_64" or ['i', _, '8', '6']
            ? Answer.Of("bios", "sys/firmware")
            : new Unknown(UnknownCause.Unsupported, $"{machine} without UEFI"));
    }

    private static bool IsSwitchedOff(Host host) =>
        CommandLine.Of(host).Content is { } line && (line.Find("noefi") is not null || line.Find("efi") is "noruntime" or "old_map");

    private static Observation LookAtSecureBoot(Host host) => host.Root.Bytes(SecureBootVariable) switch
    {
        Missing<byte[]> when LookAtType(host) is Present { Value: StringValue { Value: "bios" } } bios => new Absent(bios.Source),
        Missing<byte[]> when host.Root.Names(Variables) is Got<string[]> { Value.Length: > 0 } => new Absent(Variables),
        var reading => reading.Observe((bytes, source) =>
            bytes.Length > ValueAt ? Answer.Of(bytes[ValueAt] == 1, source) : new Unknown(UnknownCause.Malformed, source)),
    };
}

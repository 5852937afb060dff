using Policy.Collection.Sources.Iommu.Log;

namespace Policy.Collection.Sources.Confidential;

/// <summary>What the kernel's log says of encrypted memory: <c>Memory Encryption Features active: AMD SEV SEV-ES</c>.</summary>
internal static class EncryptionLog
{
    private static readonly string[] Beginnings =
    [
        "Memory Encryption Features active:", "AMD Memory Encryption Features active:", "AMD Secure Encrypted Virtualization (SEV) active",
    ];

    // The last that is there tells: AMD's each contain the one before.
    private static readonly (string Word, string Kind)[] Words = [("SEV", "sev"), ("SEV-ES", "sev-es"), ("SEV-SNP", "sev-snp"), ("TDX", "tdx")];

    /// <summary>The kind of guest; missing if the log does not say that the system is one.</summary>
    internal static Reading<string> Kind(Host host) => host.KernelLog() switch
    {
        Got<string[]> log when log.Value.Select(Kind).FirstOrDefault(kind => kind is not null) is { } kind => new Got<string>(kind, log.Source),
        Got<string[]> log => new Missing<string>(log.Source),
        var reading => reading.Then(_ => string.Empty),
    };

    // SME alone is no guest.
    private static string? Kind(string line)
    {
        var text = KernelMessage.Text(line).ToString();
        var words = Array.Exists(Beginnings, beginning => text.StartsWith(beginning, StringComparison.Ordinal)) ? text.Split([' ', '(', ')']) : [];
        return Array.FindLast(Words, item => words.Contains(item.Word)).Kind;
    }
}

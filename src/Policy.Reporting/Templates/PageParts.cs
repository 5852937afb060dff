using System.Security.Cryptography;
using System.Text;

namespace Policy.Reporting.Templates;

/// <summary>The style and the script of the shipped pages, and the content security policy that lets nothing else in.</summary>
internal static class PageParts
{
    /// <summary>The style sheet.</summary>
    public static SafeText Style { get; } = new(ShippedTemplates.Text("reports/style.css"));

    /// <summary>The script: filters and search; pages work without it.</summary>
    public static SafeText Script { get; } = new(ShippedTemplates.Text("reports/script.js"));

    /// <summary>No request to anywhere; this style, this script and no other.</summary>
    public static SafeText ContentPolicy { get; } =
        new($"default-src 'none'; style-src '{Digest(Style)}'; script-src '{Digest(Script)}'; base-uri 'none'; form-action 'none'");

    private static string Digest(SafeText text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
}

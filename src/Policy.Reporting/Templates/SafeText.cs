namespace Policy.Reporting.Templates;

/// <summary>Text that is already escaped for the document it stands in; a template can write it, and everything else makes plain text of it again.</summary>
internal sealed class SafeText(string text)
{
    /// <inheritdoc/>
    public override string ToString() => text;
}

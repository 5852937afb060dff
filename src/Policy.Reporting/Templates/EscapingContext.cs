using System.Numerics;
using Policy.Reporting.Words;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Policy.Reporting.Templates;

/// <summary>Runs templates so that values are escaped for where they stand, a wrong name is an error, and everything has a limit.</summary>
internal sealed class EscapingContext : TemplateContext
{
    /// <summary>The most bits of a whole number that is written; larger ones take seconds to print.</summary>
    private const int MostBits = 4096;

    private readonly TemplateKind kind;

    /// <summary>A context for one document.</summary>
    public EscapingContext(TemplateKind kind, ReportWords words, CancellationToken cancellation)
        : base(TemplateFunctions.For(kind, words))
    {
        this.kind = kind;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        LoopLimit = 5_000_000;
        LoopLimitQueryable = 5_000_000;
        RecursiveLimit = 64;
        RegexTimeOut = TimeSpan.FromMilliseconds(200);
        AutoIndent = false;
        // The engine's own limits guard what never reaches the output; they throw, because their default is to cut in silence.
        LimitToString = 16 * 1024 * 1024;
        OnStringLimit = ScriptLimitBehavior.Throw;
        OutputLimit = 256 * 1024 * 1024;
        OnOutputLimit = ScriptLimitBehavior.Throw;
        CancellationToken = cancellation;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                return this;
            case SafeText safe:
                return Write(safe.ToString());
            default:
                return Write(Escape(textAsObject as string ?? ObjectToString(textAsObject)));
        }
    }

    /// <inheritdoc/>
    public override string ObjectToString(object? value, bool nested = false) =>
        value is BigInteger big && big.GetBitLength() > MostBits
            ? throw new ScriptRuntimeException(CurrentSpan, $"a number of more than {MostBits} bits cannot be written")
            : base.ObjectToString(value, nested) ?? string.Empty;

    private string Escape(string text) => kind switch
    {
        TemplateKind.Html => HtmlText.Escape(text),
        TemplateKind.Markdown => MarkdownText.Escape(text),
        _ => text,
    };
}

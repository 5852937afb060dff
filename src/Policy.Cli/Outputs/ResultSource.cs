using System.Text;
using Policy.Cli.Commands;
using Policy.Cli.Terminal;
using Policy.Core.Prose;
using Policy.Reporting.Results;

namespace Policy.Cli.Outputs;

/// <summary>Results to write: those of a run, or saved ones.</summary>
internal abstract class ResultSource
{
    /// <summary>The JSON from which reports for people are made.</summary>
    public abstract ReadOnlyMemory<byte> ForReaders { get; }

    /// <summary>The JSON that machines get.</summary>
    public abstract ReadOnlyMemory<byte> ForMachines { get; }

    /// <summary>The language of reports; null for that of the results.</summary>
    public abstract Language? Language { get; }

    /// <summary>The summary for a terminal; null if there is none.</summary>
    public abstract byte[]? Summary(int width, bool hasColour, bool showsNext);
}

/// <summary>The results of a run.</summary>
/// <param name="results">The results.</param>
/// <param name="asked">The language that was asked for; null for that of the environment for readers, and English for machines.</param>
internal sealed class FreshResults(RunResults results, Language? asked) : ResultSource
{
    private readonly RunResults forReaders = results with { Language = asked ?? LanguageSyntax.OfEnvironment() };
    private byte[]? readers;
    private byte[]? machines;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ForReaders => readers ??= ResultsWriter.Document(forReaders);

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ForMachines => machines ??= ResultsWriter.Document(results with { Language = asked ?? Language.English });

    /// <inheritdoc/>
    public override Language? Language => null;

    /// <inheritdoc/>
    public override byte[] Summary(int width, bool hasColour, bool showsNext) => Encoding.UTF8.GetBytes(RunSummary.Of(forReaders, width, hasColour, showsNext));
}

/// <summary>Results that were saved; their own texts stay in the language in which they were written.</summary>
/// <param name="json">The document.</param>
/// <param name="asked">The language that was asked for; null for that of the results.</param>
internal sealed class ReadResults(ReadOnlyMemory<byte> json, Language? asked) : ResultSource
{
    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ForReaders => json;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> ForMachines => json;

    /// <inheritdoc/>
    public override Language? Language => asked;

    /// <inheritdoc/>
    public override byte[]? Summary(int width, bool hasColour, bool showsNext) => null;
}

using System.Buffers;
using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Policy.Reporting.Templates;

/// <summary>Collects a document as UTF-8 and throws, rather than cuts, where it grows too large.</summary>
internal sealed class CountedOutput(int mostBytes) : IScriptOutput
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 * 1024);

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    /// <inheritdoc/>
    public void Write(string text, int offset, int count)
    {
        var characters = text.AsSpan(offset, count);
        if (bytes.WrittenCount + (long)Encoding.UTF8.GetByteCount(characters) > mostBytes)
        {
            throw new ScriptRuntimeException(default, $"the document is larger than {mostBytes} bytes");
        }

        Encoding.UTF8.GetBytes(characters, bytes);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }
}

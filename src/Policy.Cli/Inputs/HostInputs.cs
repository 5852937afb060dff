using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Cli.Inputs;

/// <summary>Gives the facts of the hosts that a command line is about.</summary>
/// <param name="Facts">A fact document, a folder of them, or <c>-</c>; null to collect.</param>
/// <param name="Root">The folder or archive that stands for <c>/</c>; null for this host.</param>
/// <param name="Collect">What collecting may do.</param>
internal sealed record HostInputs(string? Facts, string? Root, HostOptions Collect)
{
    /// <summary>What the documents say, or why one cannot be used, streamed.</summary>
    /// <param name="slots">The facts that are wanted.</param>
    /// <exception cref="CommandFailure">The only document is broken (65), or nothing is there (66).</exception>
    public IEnumerable<(FactInput Input, FactDocumentReading Reading)> Read(FactSlots slots) => Documents(slots).Select(input => (input, Reading(input, slots)));

    private static FactDocumentReading Reading(FactInput input, FactSlots slots) => FactDocumentReader.Read(input.Bytes, slots) switch
    {
        UnreadableFacts unreadable when input.IsAlone => throw new CommandFailure(ExitCode.BadData, Complaint(input, unreadable)),
        var reading => reading,
    };

    /// <summary>A complaint about a document in one line.</summary>
    public static string Complaint(FactInput input, UnreadableFacts unreadable)
    {
        var start = 0;
        for (var line = 1; line < unreadable.Line; line++)
        {
            start += input.Bytes.Span[start..].IndexOf((byte)'\n') + 1;
        }

        return $"{input.Name}:{unreadable.Line}:{unreadable.Column}: {DiagnosticCodes.FactDocument.Id}: {Terminal.Plain.Text(unreadable.Message)} (byte {start + unreadable.Column - 1})";
    }

    private IEnumerable<FactInput> Documents(FactSlots slots)
    {
        if (Facts is not null)
        {
            return FactInputs.Read(Facts);
        }

        var demand = Demand.Of(slots.References);
        var document = Terminal.Progress.While("collecting facts", () => Commands.LiveFacts.Collect(Root, demand, Collect));
        return [new FactInput(Root ?? "this host", document, IsAlone: true)];
    }
}

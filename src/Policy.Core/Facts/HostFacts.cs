using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>Whose facts they are, and since when they are true.</summary>
/// <param name="Host">The host's name; unique within a fleet.</param>
/// <param name="CollectedAt">When they were collected; null if the document does not say it, and then nothing that depends on time can be decided.</param>
/// <param name="Collector">The program that collected them, such as <c>policy 0.1.0</c>.</param>
public sealed record FactOrigin(string Host, DateTimeOffset? CollectedAt, string Collector);

/// <summary>One fact as a source observed it.</summary>
/// <param name="Path">Its path: of a keyed fact an entry such as <c>package(docker-ce)</c>, or the whole map <c>package(*)</c>.</param>
/// <param name="Observation">What was seen.</param>
public sealed record ObservedFact(FactPath Path, Observation Observation)
{
    /// <summary>An observed fact from the text of its path.</summary>
    public static ObservedFact Of(string path, Observation observation) => new(FactPath.Parse(path), observation);
}

/// <summary>What is known of one host, as far as a plan asked for it.</summary>
/// <param name="Origin">Whose facts they are.</param>
/// <param name="Digest">The document's digest: <c>sha256:</c> and 64 hexadecimal digits.</param>
/// <param name="Slots">One observation for each slot of the plan, in their order.</param>
public sealed record HostFacts(FactOrigin Origin, string Digest, Sequence<Observation> Slots);

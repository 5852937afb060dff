namespace Policy.Cli.Inputs;

/// <summary>One fact document before it is read.</summary>
/// <param name="Name">Where it comes from, for complaints: a file, or a file and line.</param>
/// <param name="Bytes">The document.</param>
/// <param name="IsAlone">Whether it is the only one, so that a broken one ends the run.</param>
internal sealed record FactInput(string Name, ReadOnlyMemory<byte> Bytes, bool IsAlone);

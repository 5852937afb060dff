using Policy.Core.Prose;

namespace Policy.Cli.Outputs;

/// <summary>Where results go, and in which forms.</summary>
/// <param name="Targets">Files to write.</param>
/// <param name="Format">What to write on standard output; null for the usual.</param>
/// <param name="Template">A template of the user's own; null for the shipped ones.</param>
/// <param name="Language">The language that was asked for, of everything; null for that of the environment for readers, and English for machines.</param>
internal sealed record OutputChoice(IReadOnlyList<OutputTarget> Targets, OutputFormat? Format, string? Template, Language? Language);

/// <summary>A file to write and the form to write it in.</summary>
/// <param name="Path">The file, or <c>-</c> for standard output.</param>
/// <param name="Format">The form.</param>
internal sealed record OutputTarget(string Path, OutputFormat Format);

using Policy.Authoring;
using Policy.Cli.Inputs;
using Policy.Core.Prose;

namespace Policy.Cli.Commands;

/// <summary>What <c>policy explain</c> was asked.</summary>
/// <param name="What">A code, operator, keyword, fact, rule or policy; or a policy and one of its rules.</param>
/// <param name="Language">The language of the answer.</param>
/// <param name="Choices">Chosen values of parameters.</param>
/// <param name="Hosts">The hosts whose verdicts are explained; null for none.</param>
internal sealed record ExplainRequest(IReadOnlyList<string> What, Language Language, IReadOnlyList<ParameterChoice> Choices, HostInputs? Hosts);

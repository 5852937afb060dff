using Policy.Core.Rules;

namespace Policy.Authoring.Explanations;

/// <summary>A word of the language with an example that can be run.</summary>
/// <param name="Word">The operator or keyword, such as <c>at_least</c> or <c>every</c>.</param>
/// <param name="Meaning">What it does; none for an operator, whose own definition tells it.</param>
/// <param name="Condition">A condition in which it stands, as a policy has it under <c>require</c>.</param>
/// <param name="Holds">The <c>facts</c> of a fact document for which the condition holds.</param>
/// <param name="Fails">The same for which it does not hold.</param>
public sealed record WordStory(string Word, ReaderText Meaning, string Condition, string Holds, string Fails);

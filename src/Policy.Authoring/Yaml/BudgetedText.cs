namespace Policy.Authoring.Yaml;

/// <summary>Feeds the parser and ends the stream where one step reads more than it may.</summary>
/// <remarks>An early end instead of an exception: the parser stops in its own way, and the budget tells why.</remarks>
internal sealed class BudgetedText(string text) : TextReader
{
    private int next;
    private int limit;

    /// <summary>Whether the last step wanted more than it may have.</summary>
    public bool IsExceeded { get; private set; }

    /// <summary>Gives the parser the budget for one more step.</summary>
    public void BeginStep() => limit = (int)Math.Min((long)next + YamlBudget.StepCharacters, text.Length);

    /// <inheritdoc/>
    public override int Peek() => next < limit ? text[next] : -1;

    /// <inheritdoc/>
    public override int Read()
    {
        if (next < limit)
        {
            return text[next++];
        }

        IsExceeded = limit < text.Length;
        return -1;
    }
}

using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;
using Policy.Core.Rules;
using Policy.Reporting.Words;

namespace Policy.Reporting.Results;

/// <summary>The texts of results in a language.</summary>
/// <param name="language">The language.</param>
/// <param name="parameters">The values of parameters.</param>
internal sealed class ResultTexts(Language language, IReadOnlyDictionary<string, FactValue> parameters)
{
    private static readonly Dictionary<string, FactValue> NoParameters = [];
    private readonly ExplanationProse? prose = language == Language.English ? null : new ExplanationProse(language, parameters);

    /// <summary>The texts outside a policy.</summary>
    public ResultTexts(Language language)
        : this(language, NoParameters)
    {
    }

    /// <summary>The words of reports.</summary>
    public ReportWords Words { get; } = new(language);

    /// <summary>The texts for a policy.</summary>
    public ResultTexts With(IEnumerable<ChosenValue> chosen) => new(language, chosen.ToDictionary(item => item.Parameter.Name, item => item.Value, StringComparer.Ordinal));

    /// <summary>An author's text.</summary>
    public string Of(ReaderText text) => language.Of(text);

    /// <summary>The question at a node; in English as policies write it.</summary>
    public string Of(Explanation node) => prose?.TextOf(node) ?? node.Text;
}

using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Prose;

/// <summary>What a condition compares with, in words.</summary>
/// <param name="Language">The language.</param>
/// <param name="Parameters">The values of parameters; one without a value is called by its name.</param>
internal sealed record OperandProse(Language Language, IReadOnlyDictionary<string, FactValue> Parameters)
{
    /// <summary>The words for an operand of a type.</summary>
    public string Of(Operand operand, FactType type) => operand switch
    {
        LiteralOperand literal => Listed(literal.Values.Select(value => FactText.Of(value, type))),
        ParameterOperand parameter => Parameters.TryGetValue(parameter.Name, out var value)
            ? Language.Say("with_parameter", Chosen(value, type), parameter.Name)
            : Language.Say("of_parameter", parameter.Name),
        FactOperand fact => Scaled(fact, type),
        RangeOperand range => Language.Say("range", Of(range.Low, type), Of(range.High, type)),
        _ => throw new UnreachableException($"no words for {operand.GetType()}"),
    };

    /// <summary>What a condition looks at.</summary>
    public string Of(Subject subject) => subject is ElementSubject ? Language.Say("element") : subject.ToString()!;

    /// <summary>Texts as an enumeration.</summary>
    public string Listed(IEnumerable<string> texts) => string.Join(Language.Say("comma"), texts);

    private string Chosen(FactValue value, FactType type) =>
        value is ListValue list ? Listed(list.Items.OfType<Present>().Select(item => FactText.Of(item.Value, type))) : FactText.Of(value, type);

    private string Scaled(FactOperand fact, FactType type)
    {
        var text = Of(fact.Subject);
        text = fact.Times is { } times ? Language.Say("times", text, FactText.Of(new NumberValue(times), new NumberType())) : text;
        return fact.Plus is { } plus ? Language.Say("plus", text, FactText.Of(new NumberValue(plus), type)) : text;
    }
}

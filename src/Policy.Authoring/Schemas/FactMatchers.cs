using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>The definitions of what may stand under facts, one for each type that facts have.</summary>
internal sealed class FactMatchers
{
    private readonly Dictionary<FactType, string> names = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly List<SchemaDefinition> definitions = [];

    /// <summary>The definitions that were referred to, in that order.</summary>
    public IReadOnlyList<SchemaDefinition> Definitions => definitions;

    /// <summary>What may stand under a fact of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">The fact's path, by which a type that few facts have is named.</param>
    public SchemaReference Matcher(FactType type, string path)
    {
        var name = $"{Name(type, path)}_matcher";
        Define(name, "", () => Build(type, path));
        return new SchemaReference(name);
    }

    /// <summary>Adds a definition unless it is there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="describe">What it is for; empty where the key above it tells more: editors show the innermost description.</param>
    /// <param name="build">Makes it.</param>
    public void Define(string name, string describe, Func<SchemaNode> build)
    {
        if (known.Add(name))
        {
            definitions.Add(new SchemaDefinition(name, describe, build()));
        }
    }

    private SchemaNode Build(FactType type, string path)
    {
        var mapping = new SchemaMapping("matcher", [.. Presence(type), .. Operators(type, path), .. Quantifiers(type, path)]);
        return type.IsScalar ? new SchemaChoice([mapping, Literal(type, path)]) : mapping;
    }

    private static IEnumerable<SchemaEntry> Presence(FactType type) =>
        type is MapType ? [] : [new("is", "Whether the fact is there.", new SchemaText(["present", "absent"]))];

    private IEnumerable<SchemaEntry> Operators(FactType type, string path) =>
        FactOperators.For(type).Select(item => new SchemaEntry(item.Name, FactHover.Describe(item, type), Operand(item, type, path)));

    private SchemaReference Operand(FactOperator operation, FactType fact, string path)
    {
        var type = operation.OperandType(fact);
        var literal = Literal(type, fact is ListType ? ItemPath(path) : path);
        var reference = new SchemaReference("operand");
        var (ending, shape) = operation.Shape switch
        {
            OperandShape.Values or OperandShape.Networks => ("list", (SchemaNode)new SchemaChoice([new SchemaList(literal), reference])),
            OperandShape.Range => ("range", new SchemaList(new SchemaChoice([literal, reference]))),
            _ => ("operand", new SchemaChoice([literal, reference])),
        };
        var name = $"{Name(type, path)}_{ending}";
        Define(name, "", () => shape);
        return new SchemaReference(name);
    }

    private IEnumerable<SchemaEntry> Quantifiers(FactType type, string path)
    {
        if (FactCatalogue.ElementOf(type) is not { } element)
        {
            return [];
        }

        var body = element is RecordType record ? FactConditions.Element(record, path, this) : Matcher(element, ItemPath(path));
        return
        [
            new("some", "At least one element matches.", body),
            new("every", "Every element matches; needs `empty`.", body),
            new("none", "No element matches; needs `empty`.", body),
            new("count", "How many elements there are.", Matcher(new NumberType(), "")),
            .. element is RecordType fields ? Sum(fields) : [],
            new("where", "Which elements are looked at.", body),
            new("empty", "The answer of `every` and `none` if there is no element.", new SchemaText(["pass", "fail", "unknown"])),
        ];
    }

    private IEnumerable<SchemaEntry> Sum(RecordType record)
    {
        var numbers = FactConditions.Fields(record).Where(field => field.Type is NumberType).ToList();
        var types = numbers.Select(field => field.Type).Distinct().ToList();
        if (numbers.Count == 0)
        {
            return [];
        }

        var field = new SchemaEntry("of", "The field that is added up.", new SchemaText(numbers.Select(number => number.Name).ToSequence()), IsRequired: true);
        IEnumerable<SchemaEntry> bounds = types.Count == 1
            ? Operators(types[0], "")
            : FactOperators.For(types[0]).Select(item => new SchemaEntry(item.Name, $"The sum {item.Phrase} this.", new SchemaAnything()));
        return [new("sum", "The sum of a field of the elements.", new SchemaMapping("sum", [field, .. Presence(types[0]), .. bounds]))];
    }

    private SchemaReference Literal(FactType type, string path)
    {
        var name = $"{Name(type, path)}_value";
        Define(name, "", () => new SchemaLiteral(type));
        return new SchemaReference(name);
    }

    private string Name(FactType type, string path)
    {
        if (!names.TryGetValue(type, out var name))
        {
            name = IsCommon(type) ? type.ToString().Replace(' ', '_') : path + (type is MapType ? "_map" : "");
            names.Add(type, name);
        }

        return name;
    }

    private static string ItemPath(string path) => $"{path}_item";

    private static bool IsCommon(FactType type) => type switch
    {
        ListType list => list.Of.IsScalar && IsCommon(list.Of),
        MapType map => map.Of.IsScalar && IsCommon(map.Of),
        StringType word => word.OneOf.Count == 0,
        _ => true,
    };
}

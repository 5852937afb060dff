using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>All the hosts, or elements of a list, that some conditions can tell apart.</summary>
/// <param name="sketch">What the conditions ask.</param>
internal sealed class FactSpace(SpaceSketch sketch)
{
    private readonly Dictionary<string, ScalarAxis> scalars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SetAxis> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> booleans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(TextPart Part, int Hosts)>> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElementSpace> elements = new(StringComparer.Ordinal);
    private int variables;

    /// <summary>What names mean.</summary>
    public ReasoningScope Scope => sketch.Scope;

    /// <summary>The sets of hosts.</summary>
    public Diagrams Diagrams { get; } = new();

    /// <summary>What the conditions ask, by subject.</summary>
    public IReadOnlyDictionary<string, SketchedAxis> Sketched => sketch.Axes;

    /// <summary>The hosts with a property about which nothing else is known.</summary>
    public int NewBoolean() => Diagrams.Node(variables++, [Diagrams.Nothing, Diagrams.Everything]);

    /// <summary>The hosts with a property about which only its name is known.</summary>
    public int Boolean(string name)
    {
        if (!booleans.TryGetValue(name, out var set))
        {
            booleans.Add(name, set = NewBoolean());
        }

        return set;
    }

    /// <summary>The hosts whose text meets a question about its parts.</summary>
    public int Part(string axis, TextPart part)
    {
        var hosts = Boolean($"{axis} {part.Operator.Name} {string.Join('\n', part.Values)}");
        if (!parts.TryGetValue(axis, out var asked))
        {
            parts.Add(axis, asked = []);
        }

        if (!asked.Exists(item => item.Hosts == hosts))
        {
            asked.Add((part, hosts));
        }

        return hosts;
    }

    /// <summary>The questions about parts of texts that were asked, by axis, each with the hosts that meet it.</summary>
    public IReadOnlyDictionary<string, List<(TextPart Part, int Hosts)>> Parts => parts;

    /// <summary>The axis of a subject with a single value.</summary>
    public ScalarAxis Scalar(string name)
    {
        if (!scalars.TryGetValue(name, out var axis))
        {
            var sketched = sketch.Axes[name];
            scalars.Add(name, axis = ScalarAxis.Of(variables++, sketched.Type, sketched.Values, AxisNames.KindOf(name)));
        }

        return axis;
    }

    /// <summary>The axis of a list of scalars.</summary>
    public SetAxis Set(string name)
    {
        if (!sets.TryGetValue(name, out var axis))
        {
            sets.Add(name, axis = new SetAxis(sketch.Axes[name].Values, this));
        }

        return axis;
    }

    /// <summary>The elements of a list or map.</summary>
    public ElementSpace Elements(string name)
    {
        if (!elements.TryGetValue(name, out var space))
        {
            elements.Add(name, space = new ElementSpace(name, new FactSpace(sketch.ElementsOf(name)), this));
        }

        return space;
    }

    /// <summary>The lists and maps whose elements are asked.</summary>
    public IEnumerable<ElementSpace> AllElements => elements.Values;

    /// <summary>The hosts for which a subject is absent.</summary>
    public int Absent(string name) => sketch.Axes[name].Type switch
    {
        { IsScalar: true } => Cells(Scalar(name), cell => cell.IsAbsent),
        ListType { Of.IsScalar: true } => Set(name).Absent,
        _ => Boolean($"no {name}"),
    };

    /// <summary>The hosts whose value is in some cells.</summary>
    public int Cells(ScalarAxis axis, Func<ScalarCell, bool> holds) =>
        Diagrams.Node(axis.Variable, [.. axis.Cells.Select(cell => holds(cell) ? Diagrams.Everything : Diagrams.Nothing)]);
}

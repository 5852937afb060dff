using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>Compiles conditions to one <see cref="OperationList"/>.</summary>
internal sealed class PlanBuilder(PlanScope scope)
{
    private readonly List<Operation> operations = [];
    private readonly List<int> inputs = [];
    private readonly List<TestPlan> tests = [];
    private readonly List<SwitchPlan> switches = [];

    /// <summary>A condition inside a quantifier, as a list of its own.</summary>
    public static OperationList Compile(Condition condition, PlanScope scope)
    {
        var builder = new PlanBuilder(scope);
        builder.Add(condition);
        return builder.Build();
    }

    /// <summary>Adds a condition.</summary>
    /// <returns>The index of the step that gives its truth.</returns>
    public int Add(Condition condition) => condition switch
    {
        ConstantCondition constant => Emit(OperationKind.Constant, [], (int)constant.Truth),
        TestCondition test => Emit(OperationKind.Test, [], Index(tests, new TestPlan(MatcherCompiler.Compile(test.Subject, scope), MatcherCompiler.Compile(test.Matcher, test.Subject.Type, scope)))),
        AllCondition all => Emit(OperationKind.All, all.Items, 0),
        AnyCondition any => Emit(OperationKind.Any, any.Items, 0),
        NoneCondition none => Emit(OperationKind.None, none.Items, 0),
        NotCondition negation => Emit(OperationKind.None, [negation.Item], 0),
        CountCondition count => Emit(KindOf(count.Bound), count.Items, count.Number),
        WhenCondition { Else: null } implies => Emit(OperationKind.When, [implies.If, implies.Then], 0),
        WhenCondition { Else: { } otherwise } implies => Emit(OperationKind.When, [implies.If, implies.Then, otherwise], 0),
        SwitchCondition choice => Emit(OperationKind.Switch, [.. choice.Cases.Select(item => item.Condition), choice.Default], Index(switches, PlanOf(choice))),
        UseCondition use => scope.Definitions[use.Definition],
        _ => throw new UnreachableException($"no plan for {condition.GetType()}"),
    };

    /// <summary>What was added so far.</summary>
    public OperationList Build() => new()
    {
        Operations = [.. operations],
        Inputs = [.. inputs],
        Tests = [.. tests],
        Switches = [.. switches],
    };

    private static int Index<T>(List<T> items, T item)
    {
        items.Add(item);
        return items.Count - 1;
    }

    private static OperationKind KindOf(CountBound bound) => bound switch
    {
        CountBound.AtLeast => OperationKind.AtLeast,
        CountBound.AtMost => OperationKind.AtMost,
        CountBound.Exactly => OperationKind.Exactly,
        _ => throw new UnreachableException(),
    };

    private SwitchPlan PlanOf(SwitchCondition choice) =>
        new(MatcherCompiler.Compile(choice.Subject, scope), [.. choice.Cases.Select(item => item.Value)]);

    private int Emit(OperationKind kind, IReadOnlyList<Condition> items, int argument)
    {
        var children = items.Select(Add).ToArray();
        var first = inputs.Count;
        inputs.AddRange(children);
        operations.Add(new Operation(kind, first, children.Length, argument));
        return operations.Count - 1;
    }
}

/// <summary>What compiling needs to know around a condition.</summary>
/// <param name="Slots">The slots of the run, filled on the way.</param>
/// <param name="Parameters">The chosen values.</param>
/// <param name="Definitions">The steps of the definitions compiled so far.</param>
internal sealed record PlanScope(FactSlots Slots, IReadOnlyDictionary<string, FactValue> Parameters, IDictionary<string, int> Definitions);

using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Examples by type, as they stand in a policy.</summary>
internal static class FactExamples
{
    /// <summary>What may stand under a fact of a type.</summary>
    public static string Matcher(FactType type) => type switch
    {
        BooleanType or StringType { OneOf.Count: > 0 } => Low(type),
        StringType => "{ starts_with: some }",
        NumberType or VersionType => $"{{ at_least: {Low(type)} }}",
        DateType => "{ newer_than: 90 d }",
        ListType { Of.IsScalar: true } list => $"{{ contains: {Low(list.Of)} }}",
        ListType { Of: RecordType record } => Some(record),
        MapType { Of: RecordType record } => Some(record),
        MapType map => $"{{ some: {Matcher(map.Of)} }}",
        _ => "{ is: present }",
    };

    /// <summary>What may stand under an operator.</summary>
    public static string Operand(FactOperator operation, FactType fact)
    {
        var type = operation.OperandType(fact);
        return operation.Shape switch
        {
            OperandShape.Value => Low(type),
            OperandShape.Values or OperandShape.Range => $"[{Low(type)}, {High(type)}]",
            OperandShape.Duration => "90 d",
            OperandShape.Pattern => "'[a-z]+'",
            OperandShape.Networks => "[10.0.0.0/8]",
            _ => throw new System.Diagnostics.UnreachableException($"no example for {operation.Shape}"),
        };
    }

    private static string Some(RecordType record) => $"{{ some: {{ .{record.Fields[0].Name}: {Matcher(record.Fields[0].Type)} }} }}";

    private static string Low(FactType type) => type switch
    {
        BooleanType => "true",
        NumberType { Unit: FactUnit.None } => "4",
        NumberType { Unit: FactUnit.Size } => "8 GiB",
        NumberType { Unit: FactUnit.Frequency } => "2.4 GHz",
        NumberType { Unit: FactUnit.Duration } => "30 d",
        NumberType { Unit: FactUnit.Bandwidth } => "1 Gbit/s",
        NumberType => "20%",
        StringType { OneOf.Count: > 0 } word => word.OneOf[0],
        VersionType => "5.10.0",
        DateType => "2026-11-22",
        _ => "some",
    };

    private static string High(FactType type) => type switch
    {
        BooleanType => "false",
        NumberType { Unit: FactUnit.None } => "16",
        NumberType { Unit: FactUnit.Size } => "64 GiB",
        NumberType { Unit: FactUnit.Frequency } => "4 GHz",
        NumberType { Unit: FactUnit.Duration } => "90 d",
        NumberType { Unit: FactUnit.Bandwidth } => "10 Gbit/s",
        NumberType => "80%",
        StringType { OneOf.Count: > 0 } word => word.OneOf[^1],
        VersionType => "6.1.0",
        DateType => "2027-11-22",
        _ => "other",
    };
}

using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>What values a fact can have.</summary>
public abstract record FactType
{
    private protected FactType()
    {
    }

    /// <summary>Whether it is one value rather than a list, a map or a record.</summary>
    public bool IsScalar => this is BooleanType or NumberType or StringType or VersionType or DateType;

    /// <summary>As the language names it: <c>size</c>, <c>list of string</c>, <c>map of record</c>.</summary>
    public sealed override string ToString() => this switch
    {
        BooleanType => "boolean",
        NumberType { Unit: FactUnit.None } => "number",
        NumberType number => number.Unit.ToString().ToLowerInvariant(),
        StringType => "string",
        VersionType => "version",
        DateType => "date",
        ListType list => $"list of {list.Of}",
        MapType map => $"map of {map.Of}",
        _ => "record",
    };
}

/// <summary>True or false.</summary>
public sealed record BooleanType : FactType;

/// <summary>An exact decimal number.</summary>
/// <param name="Unit">What it counts.</param>
public sealed record NumberType(FactUnit Unit = FactUnit.None) : FactType;

/// <summary>A text.</summary>
/// <param name="OneOf">The only values that it can have; empty if any text is possible.</param>
public sealed record StringType(Sequence<string> OneOf = default) : FactType;

/// <summary>A version text.</summary>
/// <param name="Scheme">How it compares.</param>
public sealed record VersionType(VersionScheme Scheme) : FactType;

/// <summary>An instant in UTC.</summary>
public sealed record DateType : FactType;

/// <summary>A complete list.</summary>
/// <param name="Of">What its elements are.</param>
public sealed record ListType(FactType Of) : FactType;

/// <summary>Named fields.</summary>
/// <param name="Fields">The fields in the order of their documentation.</param>
public sealed record RecordType(Sequence<FactField> Fields) : FactType;

/// <summary>Entries under keys of the host's own world.</summary>
/// <param name="KeyName">The field under which a condition over an entry sees the entry's key, such as <c>name</c>.</param>
/// <param name="Of">What its entries are.</param>
public sealed record MapType(string KeyName, FactType Of) : FactType;

/// <summary>One field of a record.</summary>
/// <param name="Name">Its name: <c>[a-z][a-z0-9_]*</c>.</param>
/// <param name="Type">What it can hold.</param>
/// <param name="Describe">What it says, for readers.</param>
public sealed record FactField(string Name, FactType Type, string Describe = "");

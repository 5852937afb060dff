using System.Collections.Immutable;

namespace Policy.Core.Diagnostics;

/// <summary>Every kind of complaint: 1xxx the document, 2xxx its meaning, 3xxx fact documents, 4xxx warnings, 5xxx reports.</summary>
public static class DiagnosticCodes
{
    /// <summary>The bytes are not UTF-8.</summary>
    public static readonly DiagnosticCode NotUtf8 = Error("POL1001", "the document is not UTF-8");

    /// <summary>The text is not YAML.</summary>
    public static readonly DiagnosticCode Syntax = Error("POL1002", "the text is not YAML");

    /// <summary>An anchor.</summary>
    public static readonly DiagnosticCode Anchor = Error("POL1003", "anchors are not allowed");

    /// <summary>An alias.</summary>
    public static readonly DiagnosticCode Alias = Error("POL1004", "aliases are not allowed");

    /// <summary>A tag.</summary>
    public static readonly DiagnosticCode Tag = Error("POL1005", "tags are not allowed");

    /// <summary>A merge key.</summary>
    public static readonly DiagnosticCode MergeKey = Error("POL1006", "merge keys are not allowed");

    /// <summary>More than one document in a file.</summary>
    public static readonly DiagnosticCode SecondDocument = Error("POL1007", "one document per file");

    /// <summary>A key that stands twice in a mapping.</summary>
    public static readonly DiagnosticCode DuplicateKey = Error("POL1008", "duplicate key");

    /// <summary>A key that is not a scalar.</summary>
    public static readonly DiagnosticCode ComplexKey = Error("POL1009", "a key must be a scalar");

    /// <summary>A budget of the reader is exceeded: depth, nodes, length of a scalar, size of the file.</summary>
    public static readonly DiagnosticCode Budget = Error("POL1010", "the document is too large");

    /// <summary>A control character, or an invisible one that changes the direction of text.</summary>
    public static readonly DiagnosticCode ControlCharacter = Error("POL1011", "control character");

    /// <summary>Nothing in the file.</summary>
    public static readonly DiagnosticCode EmptyDocument = Error("POL1012", "the document is empty");

    /// <summary>The first key does not say what the document is.</summary>
    public static readonly DiagnosticCode DocumentKind = Error("POL1013", "unknown kind of document");

    /// <summary>A key that the schema does not have.</summary>
    public static readonly DiagnosticCode UnknownKey = Error("POL1101", "unknown key");

    /// <summary>A required key is not there.</summary>
    public static readonly DiagnosticCode MissingKey = Error("POL1102", "missing key");

    /// <summary>A scalar, list or mapping where another of them belongs.</summary>
    public static readonly DiagnosticCode WrongShape = Error("POL1103", "wrong kind of value");

    /// <summary>A word that is not one of the allowed ones.</summary>
    public static readonly DiagnosticCode NotOneOf = Error("POL1104", "not one of the allowed words");

    /// <summary>A text that does not have the required form, such as an id.</summary>
    public static readonly DiagnosticCode WrongForm = Error("POL1105", "wrong form");

    /// <summary>An empty list or mapping where at least one entry is needed.</summary>
    public static readonly DiagnosticCode Empty = Error("POL1106", "empty list or mapping");

    /// <summary>A path that cannot be read.</summary>
    public static readonly DiagnosticCode MalformedPath = Error("POL2001", "malformed fact path");

    /// <summary>A condition names a fact that no source gives.</summary>
    public static readonly DiagnosticCode UnknownFact = Error("POL2002", "unknown fact");

    /// <summary>An operator that the language does not have.</summary>
    public static readonly DiagnosticCode UnknownOperator = Error("POL2003", "unknown operator");

    /// <summary>An operator that the fact's type does not have.</summary>
    public static readonly DiagnosticCode OperatorDoesNotFit = Error("POL2004", "operator does not fit the type");

    /// <summary>A literal that the type cannot read.</summary>
    public static readonly DiagnosticCode Literal = Error("POL2005", "unreadable literal");

    /// <summary>A number without its unit.</summary>
    public static readonly DiagnosticCode MissingUnit = Error("POL2006", "missing unit");

    /// <summary>A regular expression that does not compile.</summary>
    public static readonly DiagnosticCode Pattern = Error("POL2007", "invalid regular expression");

    /// <summary>A range whose low end is above its high end.</summary>
    public static readonly DiagnosticCode ReversedRange = Error("POL2008", "reversed range");

    /// <summary>A default or given value outside of the parameter's own bounds.</summary>
    public static readonly DiagnosticCode OutOfBounds = Error("POL2009", "value out of bounds");

    /// <summary>A parameter that the policy does not declare.</summary>
    public static readonly DiagnosticCode UnknownParameter = Error("POL2010", "unknown parameter");

    /// <summary>A definition that the policy does not have.</summary>
    public static readonly DiagnosticCode UnknownDefinition = Error("POL2011", "unknown definition");

    /// <summary>A rule that the policy does not have.</summary>
    public static readonly DiagnosticCode UnknownRule = Error("POL2012", "unknown rule");

    /// <summary>Definitions, needs or profiles that lead back to themselves.</summary>
    public static readonly DiagnosticCode Cycle = Error("POL2013", "cycle");

    /// <summary>Two rules, policies or facts of one name.</summary>
    public static readonly DiagnosticCode DuplicateName = Error("POL2014", "duplicate name");

    /// <summary>An operand whose type is not the fact's type.</summary>
    public static readonly DiagnosticCode OperandType = Error("POL2015", "operand of another type");

    /// <summary>A quantifier or path at a place where it has no meaning.</summary>
    public static readonly DiagnosticCode Misplaced = Error("POL2016", "misplaced entry");

    /// <summary>Null where the language does not allow it.</summary>
    public static readonly DiagnosticCode NullValue = Error("POL2017", "null is not allowed here");

    /// <summary>A policy or profile that is nowhere to be found.</summary>
    public static readonly DiagnosticCode UnknownPolicy = Error("POL2018", "unknown policy");

    /// <summary>A parameter without a default for which nobody chose a value.</summary>
    public static readonly DiagnosticCode MissingValue = Error("POL2019", "missing value");

    /// <summary>A host that the tests do not declare.</summary>
    public static readonly DiagnosticCode UnknownHost = Error("POL2020", "unknown host");

    /// <summary>A rule of which the tests expect nothing.</summary>
    public static readonly DiagnosticCode UntestedRule = Error("POL2021", "rule without a test");

    /// <summary>A host that no case uses.</summary>
    public static readonly DiagnosticCode IdleHost = Error("POL2022", "host without a case");

    /// <summary>A changed fact that the policy never reads.</summary>
    public static readonly DiagnosticCode IdleChange = Error("POL2023", "change without effect");

    /// <summary>A fact document that is not there, not JSON, or not in the format.</summary>
    public static readonly DiagnosticCode FactDocument = Error("POL3001", "unreadable fact document");

    /// <summary>A parameter that no rule compares with.</summary>
    public static readonly DiagnosticCode UnusedParameter = Warning("POL4001", "unused parameter");

    /// <summary>A definition that nothing uses.</summary>
    public static readonly DiagnosticCode UnusedDefinition = Warning("POL4002", "unused definition");

    /// <summary>A waiver for a rule that is nowhere to be found.</summary>
    public static readonly DiagnosticCode IdleWaiver = Warning("POL4003", "waiver for a missing rule");

    /// <summary>A condition that no host, element or value can meet.</summary>
    public static readonly DiagnosticCode NeverHolds = Warning("POL4010", "nothing can meet this");

    /// <summary>A condition that every host, element or value meets.</summary>
    public static readonly DiagnosticCode AlwaysHolds = Warning("POL4011", "everything meets this");

    /// <summary>A branch that is never taken.</summary>
    public static readonly DiagnosticCode Unreachable = Warning("POL4012", "unreachable branch");

    /// <summary>An entry that is implied by what stands beside it.</summary>
    public static readonly DiagnosticCode Redundant = Warning("POL4013", "entry without effect");

    /// <summary>A recommendation that the requirement implies.</summary>
    public static readonly DiagnosticCode ImpliedRecommendation = Warning("POL4014", "recommendation without effect");

    /// <summary>A rule that another one implies.</summary>
    public static readonly DiagnosticCode ImpliedRule = Warning("POL4015", "rule implied by another");

    /// <summary>Two rules with the same condition.</summary>
    public static readonly DiagnosticCode SameCondition = Warning("POL4016", "two rules with the same condition");

    /// <summary>A switch on an enumeration without all its cases.</summary>
    public static readonly DiagnosticCode MissingCases = Warning("POL4017", "switch without all cases");

    /// <summary>A case that its enumeration does not have.</summary>
    public static readonly DiagnosticCode CaseOutside = Warning("POL4018", "case outside the enumeration");

    /// <summary>A template that cannot be parsed or run.</summary>
    public static readonly DiagnosticCode Template = Error("POL5001", "template error");

    /// <summary>Saved results that are not JSON, or not in the format.</summary>
    public static readonly DiagnosticCode Results = Error("POL5002", "unreadable results");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticCode> Everything { get; } =
    [
        NotUtf8, Syntax, Anchor, Alias, Tag, MergeKey, SecondDocument, DuplicateKey, ComplexKey, Budget, ControlCharacter, EmptyDocument, DocumentKind,
        UnknownKey, MissingKey, WrongShape, NotOneOf, WrongForm, Empty,
        MalformedPath, UnknownFact, UnknownOperator, OperatorDoesNotFit, Literal, MissingUnit, Pattern, ReversedRange, OutOfBounds,
        UnknownParameter, UnknownDefinition, UnknownRule, Cycle, DuplicateName, OperandType, Misplaced, NullValue, UnknownPolicy, MissingValue, UnknownHost,
        UntestedRule, IdleHost, IdleChange,
        FactDocument,
        UnusedParameter, UnusedDefinition, IdleWaiver,
        NeverHolds, AlwaysHolds, Unreachable, Redundant, ImpliedRecommendation, ImpliedRule, SameCondition, MissingCases, CaseOutside,
        Template, Results,
    ];

    private static DiagnosticCode Warning(string id, string title) => new(id, DiagnosticSeverity.Warning, title);

    private static DiagnosticCode Error(string id, string title) => new(id, DiagnosticSeverity.Error, title);
}

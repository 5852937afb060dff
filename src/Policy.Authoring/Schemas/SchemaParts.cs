using Policy.Authoring.Reading;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>Pieces that several kinds of documents have.</summary>
internal static class SchemaParts
{
    /// <summary>Any text, also the empty one.</summary>
    public static readonly SchemaText Text = new();

    /// <summary>A text that says something.</summary>
    public static readonly SchemaText Words = new(Form: SchemaForms.NotEmpty);

    /// <summary>An id.</summary>
    public static readonly SchemaText Id = new(Form: SchemaForms.Id);

    /// <summary>The value of a parameter: a text, or a list of texts.</summary>
    public static readonly SchemaChoice Value = new([Text, new SchemaList(Text, MayBeEmpty: true)]);

    /// <summary>A condition.</summary>
    public static readonly SchemaReference Condition = new("condition");

    /// <summary>A text for readers.</summary>
    public static readonly SchemaReference ReaderText = new("text");

    /// <summary>The definition of <see cref="ReaderText"/>.</summary>
    public static SchemaDefinition ReaderTextDefinition { get; } = new(
        "text",
        "A text for readers: English, or a mapping from language tags to texts that has `en`.",
        new SchemaChoice(
        [
            Words,
            new SchemaMapping("text", [new("en", "The text in English.", Words, IsRequired: true)], new SchemaOthers(Words, SchemaForms.Language)),
        ]));

    /// <summary>The definition of <see cref="Condition"/>: LANGUAGE 4.</summary>
    public static SchemaDefinition ConditionDefinition { get; } = new("condition", "A condition; all of its entries must hold.", new SchemaMapping(
        "condition",
        ConditionEntries(Condition, Words),
        new SchemaOthers(new SchemaReference("matcher"), SchemaForms.FactPath)));

    /// <summary>The definition of what stands under a fact's path: LANGUAGE 5.</summary>
    public static SchemaDefinition MatcherDefinition { get; } = new("matcher", "A value that the fact equals, or operators that must all hold.", new SchemaChoice(
    [
        Text,
        new SchemaMapping(
            "matcher",
            [
                new("is", "`present` or `absent`.", new SchemaAnything()),
                .. FactOperators.Everything.Select(item => new SchemaEntry(item.Name, $"The fact {item.Phrase} this.", new SchemaAnything())),
                new("some", "At least one element matches.", new SchemaAnything()),
                new("every", "Every element matches; needs `empty`.", new SchemaAnything()),
                new("none", "No element matches; needs `empty`.", new SchemaAnything()),
                new("count", "How many elements there are.", new SchemaAnything()),
                new("sum", "The sum of a field of the elements.", new SchemaAnything()),
                new("where", "Which elements are looked at.", new SchemaAnything()),
                new("empty", "The answer if there is no element: `pass`, `fail` or `unknown`.", new SchemaAnything()),
            ],
            new SchemaOthers(new SchemaAnything())),
    ]));

    /// <summary>The definition of what a list or map holds, or a field is: LANGUAGE 2.5.</summary>
    public static SchemaDefinition TypeDefinition { get; } = new("type", "The type of a value.", new SchemaMapping("type", TypeEntries));

    /// <summary>The keywords of conditions.</summary>
    /// <param name="condition">The conditions within.</param>
    /// <param name="path">What stands under <c>switch</c>.</param>
    public static Sequence<SchemaEntry> ConditionEntries(SchemaNode condition, SchemaNode path) =>
    [
        new("all", "All of these hold.", new SchemaList(condition)),
        new("any", "At least one of these holds.", new SchemaList(condition)),
        new("none", "None of these holds.", new SchemaList(condition)),
        new("not", "This does not hold.", condition),
        new("at_least", "At least so many of the conditions under `of` hold.", Text),
        new("at_most", "At most so many of the conditions under `of` hold.", Text),
        new("exactly", "Exactly so many of the conditions under `of` hold.", Text),
        new("of", "The conditions that are counted.", new SchemaList(condition)),
        new("when", "Only if this holds, `then` must hold.", condition),
        new("then", "What must hold when `when` does.", condition),
        new("else", "What must hold when `when` does not.", condition),
        new("switch", "The fact whose value chooses the case.", path),
        new("cases", "What must hold for each value.", new SchemaMapping("mapping of cases", [], new SchemaOthers(condition))),
        new("default", "What holds for a value without a case, and for an absent fact.", new SchemaChoice([new SchemaText(["pass", "fail", "unknown"]), condition])),
        new("use", "The name of a condition under `define`.", Words),
    ];

    /// <summary>The keys that say a type.</summary>
    public static Sequence<SchemaEntry> TypeEntries =>
    [
        new("type", "The type.", new SchemaText([.. TypeReader.Names]), IsRequired: true),
        new("describe", "What it is.", ReaderText),
        new("scheme", "How versions compare.", new SchemaText([.. TypeReader.Schemes])),
        new("one_of", "The only values.", new SchemaList(Text)),
        new("of", "What a list or map holds.", new SchemaReference("type")),
        new("fields", "The fields of a record.", new SchemaMapping("mapping of fields", [], new SchemaOthers(new SchemaReference("type"), SchemaForms.Name))),
        new("key", "The name of the field that holds the key of a map's entry.", new SchemaText(Form: SchemaForms.Name)),
    ];
}

using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>The structure of one kind of document.</summary>
/// <param name="Name">The name of its published file without the ending, such as <c>policy</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Describe">What it is for, in one sentence.</param>
/// <param name="Root">The document.</param>
/// <param name="Definitions">What is used at several places, or inside itself.</param>
public sealed record SchemaDocument(string Name, string Title, string Describe, SchemaNode Root, Sequence<SchemaDefinition> Definitions);

/// <summary>A piece of structure with a name.</summary>
/// <param name="Name">The name that references use.</param>
/// <param name="Describe">What it is for.</param>
/// <param name="Value">The structure; not a reference.</param>
public sealed record SchemaDefinition(string Name, string Describe, SchemaNode Value);

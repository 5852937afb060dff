namespace Policy.Authoring.Schemas;

/// <summary>The forms of texts that documents share.</summary>
internal static class SchemaForms
{
    /// <summary>Names of policies, profiles and rules.</summary>
    public static readonly SchemaForm Id = new(
        "^[a-z0-9]+(-[a-z0-9]+)*$", "an id", "write lower-case letters and digits with single hyphens between, such as `kvm-host`");

    /// <summary>Names of parameters, definitions and fields.</summary>
    public static readonly SchemaForm Name = new("^[a-z][a-z0-9_]*$", "a name", "write lower-case letters, digits and underscores, such as `min_memory`");

    /// <summary>Texts that say something.</summary>
    public static readonly SchemaForm NotEmpty = new("\\S", "a text", "write at least one word");

    /// <summary>Paths of facts; anything with a dot or a parenthesis is meant as one and left to the semantic reader.</summary>
    public static readonly SchemaForm FactPath = new("[.(]", "the path of a fact", "write a path such as `cpu.flags` or `package(docker-ce).version`");

    /// <summary>BCP 47 language tags.</summary>
    public static readonly SchemaForm Language = new("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "a language tag", "write a tag such as `de` or `zh-Hant`");
}

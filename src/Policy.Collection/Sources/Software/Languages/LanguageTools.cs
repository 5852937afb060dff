using System.Collections.Immutable;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The languages that a host can be asked for.</summary>
internal static class LanguageTools
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<Tool> Everything { get; } =
    [
        Python.Tool,
        Node.Tool,
        Rust.Tool,
        Go.Tool,
        Php.Tool,
        Java.Tool,
        DotNet.Tool,
        Ruby.Tool,
        Perl.Tool,
        Gcc.Tool,
        Clang.Tool,
    ];
}

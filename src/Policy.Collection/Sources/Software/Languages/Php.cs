using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>PHP's command line interpreter.</summary>
internal static class Php
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("php", ["php"], ["php#-cli", "php@", "php-cli", "php"])
    {
        HasVersionedPrograms = true,

        // A distribution's headers can be those of another version than the one that alternatives choose.
        FromFiles = (root, program) => program.IsOfDistribution
            ? null
            : VersionText.Behind(root, $"{program.Prefix}/include/php/main/php_version.h", "PHP_VERSION"),
    };
}

using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>Perl.</summary>
internal static class Perl
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("perl", ["perl"], ["perl-base", "perl-interpreter", "perl"])
    {
        FromFiles = (root, program) => VersionText.OfFolder(program, "perl")
            ?? (program.IsOfDistribution ? null : VersionText.HighestIn(root, $"{program.Prefix}/lib/perl5")),
    };
}

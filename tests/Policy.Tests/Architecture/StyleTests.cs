using System.Text.RegularExpressions;

namespace Policy.Tests.Architecture;

/// <summary>What the style says and a machine can count.</summary>
public partial class StyleTests
{
    /// <summary>The longest file; the budget of the style is 200 lines, and past it a pull request says why.</summary>
    private const int MostLines = 300;

    [Fact]
    public void No_file_of_the_source_is_too_long_to_read()
    {
        var lengths = SourceFiles.Below("src").Select(file => (File: SourceFiles.Shown(file), Lines: File.ReadLines(file).Count())).ToList();

        var tooLong = lengths.Where(item => item.Lines > MostLines);

        Assert.NotEmpty(lengths);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Nothing_is_left_to_do()
    {
        var files = SourceFiles.Below("src").Where(file => Unfinished().IsMatch(File.ReadAllText(file))).Select(SourceFiles.Shown);

        Assert.Empty(files);
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        var types = SourceFiles.Below("src").SelectMany(file => TypeName().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList();

        // A package manager is a thing of the domain.
        var empty = types.Where(name => Empty().IsMatch(name) && name != "PackageManager");

        Assert.NotEmpty(types);
        Assert.Empty(empty);
    }

    [Fact]
    public void No_file_hides_code_in_regions_or_switches_warnings_off()
    {
        var files = SourceFiles.Below("src").Where(file => Hidden().IsMatch(File.ReadAllText(file))).Select(SourceFiles.Shown);

        Assert.Empty(files);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|NotImplementedException)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|sealed|abstract|static|partial|readonly|ref) )*(?:class|record|record struct|struct|interface|enum) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex("(Helper|Helpers|Utils|Util|Utilities|Manager|Service|Base|Impl)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\s*#(region|pragma warning disable)", RegexOptions.Multiline)]
    private static partial Regex Hidden();
}

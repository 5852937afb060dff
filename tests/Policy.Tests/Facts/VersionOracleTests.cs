using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Tests.Facts;

public sealed class VersionOracleTests
{
    private static readonly string[] DebMarks = [".", ".", "-", "+", "~", ":", "~~", ""];
    private static readonly string[] RpmMarks = [".", ".", "-", "_", "+", "~", "^", "", ".."];
    private static readonly string[] PacmanMarks = [".", ".", "-", "_", "+", "", ".."];

    [Fact]
    public void Debian_versions_compare_as_dpkg_says()
    {
        if (Oracle.IsMissing("dpkg", isNeeded: true))
        {
            return;
        }

        var pairs = VersionTexts.Pairs(DebMarks, text => VersionOrder.CanRead(VersionScheme.Deb, text), VersionTexts.Count);
        var script = "while read -r l r; do if dpkg --compare-versions -- $l lt $r; then echo -1; elif dpkg --compare-versions -- $l eq $r; then echo 0; else echo 1; fi; done";

        var signs = Oracle.Ask("sh", ["-c", script], pairs.Select(pair => $"{pair.Left} {pair.Right}"));

        Oracle.AssertAgreement(VersionScheme.Deb, pairs, signs);
    }

    [Fact]
    public void Debian_versions_are_readable_where_dpkg_accepts_them()
    {
        if (Oracle.IsMissing("dpkg", isNeeded: true))
        {
            return;
        }

        var texts = VersionTexts.Pairs(["_", .. DebMarks], _ => true, VersionTexts.Count / 2).Select(pair => pair.Right).Where(text => text.Length > 0).ToList();

        var answers = Oracle.Ask("sh", ["-c", "while read -r v; do if dpkg --validate-version -- $v; then echo 1; else echo 0; fi; done"], texts);

        Assert.DoesNotContain(texts.Zip(answers), item => VersionOrder.CanRead(VersionScheme.Deb, item.First) != (item.Second == "1"));
    }

    [Fact]
    public void Rpm_versions_compare_as_rpm_says()
    {
        if (Oracle.IsMissing("rpm", isNeeded: false))
        {
            return;
        }

        var pairs = VersionTexts.Pairs(RpmMarks, text => VersionOrder.CanRead(VersionScheme.Rpm, text), VersionTexts.Count);
        var lines = pairs.Select(pair => $"{pair.Left} {pair.Right}").ToArray();
        using var file = new TemporaryFolder();
        var path = Path.Join(file.Path, "pairs");
        File.WriteAllLines(path, lines);
        var script = $"%{{lua: for line in io.lines('{path}') do local l, r = line:match('(%S+) (%S+)'); io.stdout:write(rpm.vercmp(l, r), '\\n') end}}";

        var signs = Oracle.Ask("rpm", ["--eval", script], []).Select(sign => sign.Trim()).ToArray();

        Oracle.AssertAgreement(VersionScheme.Rpm, pairs, signs);
    }

    [Fact]
    public void Pacman_versions_compare_as_vercmp_says()
    {
        if (Oracle.IsMissing("vercmp", isNeeded: false))
        {
            return;
        }

        var pairs = VersionTexts.Pairs(PacmanMarks, text => VersionOrder.CanRead(VersionScheme.Pacman, text), VersionTexts.Count);

        var signs = Oracle.Ask("sh", ["-c", "while read -r l r; do vercmp $l $r; done"], pairs.Select(pair => $"{pair.Left} {pair.Right}"));

        Oracle.AssertAgreement(VersionScheme.Pacman, pairs, signs);
    }
}

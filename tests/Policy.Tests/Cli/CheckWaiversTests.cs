using System.Security.Cryptography;
using System.Text.Json;

namespace Policy.Tests.Cli;

public sealed class CheckWaiversTests
{
    private const string Accepted =
        """
        waivers: accepted
        items:
          - { rule: rack/place, reason: It moves in spring, owner: operations, until: 2026-11-22, ticket: OPS-1 }

        """;

    [Theory]
    [InlineData("check rack.yaml --facts fail.json --waivers w.yaml", 0)]
    [InlineData("check rack.yaml --facts fail.json --waivers w.yaml --at 2026-11-22T23:00:00Z", 0)]
    [InlineData("check rack.yaml --facts fail.json --waivers w.yaml --at 2026-11-23", 1)]
    [InlineData("check rack.yaml --facts fail.json --waivers .", 0)]
    [InlineData("check rack.yaml --facts fail.json --waivers other.yaml --waivers w.yaml", 0)]
    [InlineData("check rack.yaml --facts fail.json --waivers other.yaml", 1)]
    [InlineData("check rack.yaml --facts undated.json --waivers w.yaml", 1)]
    [InlineData("check rack.yaml --facts undated.json --waivers w.yaml --at 2026-11-01", 0)]
    [InlineData("check rack.yaml --facts unknown.json --waivers w.yaml", 2)]
    public void What_is_waived_does_not_fail(string line, int exitCode)
    {
        using var folder = Folder();

        var run = folder.Run(line.Split(' '));

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Error));
    }

    [Fact]
    public void The_summary_shows_in_a_line_each_what_is_waived_and_what_accepts_nothing()
    {
        using var folder = Folder();

        var waived = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--waivers", "w.yaml", "-o", "out.txt", "-o", "-");
        var expired = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--waivers", "w.yaml", "--at", "2026-12-01");
        var others = folder.Run("check", "rack.yaml", "--facts", "pass.json", "--waivers", ".");

        Assert.Contains("~ waived  rack/place (fails) until 2026-11-22 by operations: It moves in spring (OPS-1)\n", waived.Output, StringComparison.Ordinal);
        Assert.Contains("COMPLIANT   0 rules fail, 0 undecided, 2 of 2 decided", waived.Output, StringComparison.Ordinal);
        Assert.Contains("! waiver  rack/place until 2026-11-22 by operations has expired\n", expired.Output, StringComparison.Ordinal);
        Assert.Contains("NOT COMPLIANT   1 rule fails", expired.Output, StringComparison.Ordinal);
        Assert.Contains("! waiver  rack/place until 2026-11-22 by operations is not needed: the rule neither fails nor warns\n", others.Output, StringComparison.Ordinal);
        Assert.Contains("! waivers of rules that are not judged here: kvm-host/cpu-virtualization\n", others.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_hold_the_waiver_beside_the_verdict_and_the_state_of_every_waiver()
    {
        using var folder = Folder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--waivers", "w.yaml", "--waivers", "other.yaml", "--format", "ndjson");

        using var host = JsonDocument.Parse(run.Output);
        var policy = host.RootElement.GetProperty("policies")[0];
        Assert.Equal("pass", policy.GetProperty("verdict").GetString());
        Assert.Equal("waived", policy.GetProperty("rules")[0].GetProperty("verdict").GetString());
        Assert.Equal(
            """{"verdict":"fail","waivers":"accepted","digest":"{DIGEST}","reason":"It moves in spring","owner":"operations","until":"2026-11-22","ticket":"OPS-1"}""".Replace("{DIGEST}", $"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.File("w.yaml"))))}", StringComparison.Ordinal),
            policy.GetProperty("rules")[0].GetProperty("waiver").GetRawText());
        Assert.Equal(["rack/place in_force", "kvm-host/cpu-virtualization idle", "rack/place condition_false"], States(host));
        Assert.Equal("site.kind is shelf", host.RootElement.GetProperty("waivers")[2].GetProperty("while").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("rack.yaml", 65, "rack.yaml:1:1: error POL1013: the document is of the kind `policy`, and waivers are wanted")]
    [InlineData("broken.yaml", 65, "broken.yaml:3:5: error POL1102: ")]
    [InlineData("nowhere.yaml", 66, "nowhere.yaml: no such file or folder")]
    [InlineData("empty", 66, "no waivers in empty: no .yaml file there begins with `waivers:`")]
    public void What_is_no_waivers_ends_the_command(string name, int exitCode, string message)
    {
        using var folder = Folder();
        Directory.CreateDirectory(folder.File("empty"));
        folder.Write("broken.yaml", "waivers: broken\nitems:\n  - { rule: rack/place, reason: r, until: 2026-11-22 }\n");

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--waivers", name);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> States(JsonDocument host) =>
        host.RootElement.GetProperty("waivers").EnumerateArray().Select(waiver => $"{waiver.GetProperty("rule").GetString()} {waiver.GetProperty("state").GetString()}");

    private static ToolFolder Folder()
    {
        var folder = new ToolFolder();
        folder.Write("w.yaml", Accepted);
        folder.Write(
            "other.yaml",
            """
            waivers: other
            items:
              - { rule: kvm-host/cpu-virtualization, reason: r, owner: o, until: 2027-01-01 }
              - { rule: rack/place, reason: r, owner: o, until: 2027-01-01, while: { site.kind: shelf } }

            """);
        folder.Write("undated.json", ToolFolder.Facts("five", "b", "4").Replace("\"collected_at\": \"2026-11-22T09:59:31Z\", ", string.Empty, StringComparison.Ordinal));
        return folder;
    }
}

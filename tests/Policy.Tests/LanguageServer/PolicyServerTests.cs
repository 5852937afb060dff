using System.Text;
using System.Text.Json.Nodes;
using Policy.Tests.Cli;

namespace Policy.Tests.LanguageServer;

/// <summary><c>policy lsp</c> as an editor sees it.</summary>
public sealed class PolicyServerTests(PolicyEditor editor) : IClassFixture<PolicyEditor>
{
    private const string Rule = "  - id: new\n    title: New\n    severity: low\n    require: ";

    [Theory]
    [InlineData("po|", "policy", "profile", "waivers", "tests")]
    [InlineData("policy: a\nversion: 1.0.0\nti|\n", "title", "rules", "define")]
    [InlineData(PolicyEditor.Policy + "  - id: new\n    sev|\n", "severity", "require", "why")]
    [InlineData(PolicyEditor.Policy + "  - id: new\n    severity: |\n", "critical", "info")]
    [InlineData(PolicyEditor.Policy + Rule + "{ memory.t| }\n", "memory.total", "all", "switch")]
    [InlineData(PolicyEditor.Policy + Rule + "\n      memory.t|\n", "memory.total", "any")]
    [InlineData(PolicyEditor.Policy + Rule + "{ memory.total: { at_| } }\n", "at_least", "between", "is")]
    [InlineData(PolicyEditor.Policy + Rule + "{ memory.total: { at_least: { parameter: | } } }\n", "min_memory")]
    [InlineData(PolicyEditor.Policy + Rule + "{ use: |\n", "fast")]
    [InlineData(PolicyEditor.Policy + "  - id: new\n    needs: [|]\n", "memory", "speed")]
    [InlineData(PolicyEditor.Policy + Rule + "{ host.kind: | }\n", "bare-metal", "vm", "container")]
    [InlineData(PolicyEditor.Policy + Rule + "{ package(bash).| }\n", "package(bash).version")]
    [InlineData(PolicyEditor.Policy + Rule + "{ pci.devices: { some: { .dr| } } }\n", ".driver", ".vendor")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: P\ninclude:\n  - policy: |\n", "web", "kvm-host")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: P\ninclude:\n  - policy: web\n    without: [|]\n", "memory", "speed")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: P\ninclude:\n  - policy: web\n    parameters: { m| }\n", "min_memory")]
    public void What_can_be_written_is_offered(string text, params string[] expected)
    {
        var offers = editor.Completions(text);

        Assert.Empty(expected.Except(offers));
    }

    [Theory]
    [InlineData(PolicyEditor.Policy + Rule + "{ memory.total: { at_| } }\n", "contains", "matches")]
    [InlineData(PolicyEditor.Policy + Rule + "{ cpu.flags: { co| } }\n", "at_least", "between")]
    [InlineData(PolicyEditor.Policy + "  - id: new\n    severity: |\n", "vm")]
    public void What_cannot_be_written_is_not_offered(string text, params string[] illegal)
    {
        var offers = editor.Completions(text);

        Assert.NotEmpty(offers);
        Assert.Empty(illegal.Intersect(offers));
    }

    [Fact]
    public void The_keys_of_the_host_are_offered_inside_the_parentheses()
    {
        var offers = editor.Completions($"{PolicyEditor.Policy}{Rule}{{ module(| }}\n");

        Assert.Contains("module(kvm_intel)", offers);
    }

    [Theory]
    [InlineData(PolicyEditor.Policy + Rule + "{ cpu.log|ical: { at_least: 4 } }\n", "How many logical processors")]
    [InlineData(PolicyEditor.Policy + Rule + "{ cpu.log|ical: { at_least: 4 } }\n", ": `8`, from `sys/devices/system/cpu/present`")]
    [InlineData(PolicyEditor.Policy + Rule + "{ cpu.logical: { at_le|ast: 4 } }\n", "at least")]
    [InlineData(PolicyEditor.Policy + Rule + "{ use: fa|st }\n", "contains: avx")]
    [InlineData(PolicyEditor.Policy + Rule + "{ memory.total: { at_least: { parameter: min_m|emory } } }\n", "default: 1 GiB")]
    [InlineData(PolicyEditor.Policy + "  - id: new\n    sever|ity: low\n    title: t\n", "How much it matters")]
    public void What_stands_under_the_cursor_is_told(string text, string expected)
    {
        var hover = editor.Hover(text);

        Assert.Contains(expected, hover, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_are_those_of_lint_and_go_when_the_mistake_does()
    {
        var wrong = $"{PolicyEditor.Policy}{Rule}{{ cpu.flag: {{ contains: vmx }} }}\n";

        Assert.Equal(["21: POL2002 1"], editor.Complaints(wrong));
        Assert.Empty(editor.Complaints(wrong, PolicyEditor.Policy));
    }

    [Fact]
    public void Warnings_need_sound_documents()
    {
        var complaints = editor.Complaints($"{PolicyEditor.Policy}{Rule}{{ cpu.logical: {{ at_least: 8, below: 4 }} }}\n");

        Assert.Equal(["21: POL4010 2"], complaints);
    }

    [Fact]
    public void A_mistake_with_one_right_answer_has_a_quick_fix()
    {
        var fixes = editor.Fixes($"{PolicyEditor.Policy}{Rule}{{ cpu.flag: {{ contains: vmx }} }}\n");

        Assert.Equal(["cpu.flags"], fixes);
    }

    [Theory]
    [InlineData(Rule + "{ use: fa|st }\n", 6)]
    [InlineData(Rule + "{ memory.total: { at_least: { parameter: min_m|emory } } }\n", 4)]
    public void A_use_leads_to_its_definition(string rule, int line)
    {
        var place = editor.Ask("textDocument/definition", PolicyEditor.Policy + rule)!;

        Assert.Equal(line, place["range"]!["start"]!["line"]!.GetValue<int>());
    }

    [Fact]
    public void A_rule_is_renamed_in_its_policy_and_in_the_profiles_that_name_it()
    {
        var text = PolicyEditor.Policy.Replace("id: memory", "id: mem|ory", StringComparison.Ordinal);

        var changes = editor.At("textDocument/rename", editor.Place("web.yaml"), text, new JsonObject { ["newName"] = "enough-memory" })!["changes"]!;

        Assert.Equal([8, 15], Lines(changes[editor.Place("web.yaml")]!));
        Assert.Equal([6], Lines(changes[editor.Place("site.yaml")]!));
    }

    [Theory]
    [InlineData("Enough Memory")]
    [InlineData("speed")]
    public void A_name_of_the_wrong_form_or_that_is_taken_is_refused(string name)
    {
        var text = PolicyEditor.Policy.Replace("id: memory", "id: mem|ory", StringComparison.Ordinal);

        Assert.Null(editor.At("textDocument/rename", editor.Place("web.yaml"), text, new JsonObject { ["newName"] = name }));
    }

    [Theory]
    [InlineData("Content-Length: 3\r\n\r\n{}x", 1)]
    [InlineData("Content-Length: 99999999999\r\n\r\n{}", 1)]
    [InlineData("nonsense", 1)]
    [InlineData("", 1)]
    [InlineData("Content-Length: 33\r\n\r\n{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}", 1)]
    public void A_stream_that_is_no_protocol_ends_the_server_without_a_crash(string input, int exitCode)
    {
        var run = ToolRun.Of(new System.Diagnostics.ProcessStartInfo(ToolRun.Tool, ["lsp", "--no-host"]), input);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_that_make_no_sense_get_an_error_and_the_server_goes_on()
    {
        var messages = new[] { """{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":[]}""", """{"jsonrpc":"2.0","id":2,"method":"no/such"}""", """{"jsonrpc":"2.0","id":"x","method":"shutdown"}""", """{"jsonrpc":"2.0","method":"exit"}""" };
        var input = string.Concat(messages.Select(message => $"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}"));

        var run = ToolRun.Of(new System.Diagnostics.ProcessStartInfo(ToolRun.Tool, ["lsp", "--no-host"]), input);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("-32601", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"x\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neighbour_that_cannot_be_read_does_not_end_the_server()
    {
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Join(folder.Path, "endless.yaml"), "/dev/zero");
        var text = "profile: p\nversion: 1.0.0\ntitle: P\ninclude: [{ policy: endless }]\n";
        var opened = new JsonObject { ["method"] = "textDocument/didOpen", ["params"] = new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = new Uri(Path.Join(folder.Path, "p.yaml")).AbsoluteUri, ["text"] = text } } };
        var messages = new[] { opened.ToJsonString(), """{"id":7,"method":"shutdown"}""", """{"method":"exit"}""" };
        var input = string.Concat(messages.Select(message => $"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}"));

        var run = ToolRun.Of(new System.Diagnostics.ProcessStartInfo(ToolRun.Tool, ["lsp", "--no-host"]), input);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("window/showMessage", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"id\":7", run.Output, StringComparison.Ordinal);
    }

    private static int[] Lines(JsonNode edits) => [.. edits.AsArray().Select(edit => edit!["range"]!["start"]!["line"]!.GetValue<int>()).Order()];
}

using System.Text;
using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Testing;

namespace Policy.Tests.Policies;

public sealed class ShippedPoliciesTests
{
    public static TheoryData<string> Files => [.. ShippedDocuments.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_document_is_sound_and_bears_the_name_of_its_file(string file)
    {
        var loaded = DocumentLoader.Load(file, ShippedDocuments.Bytes(file), FactSources.Catalogue);

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), loaded.Value!.Id);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_rule_has_a_reason_and_a_reference(string file)
    {
        var document = DocumentLoader.Load(file, ShippedDocuments.Bytes(file), FactSources.Catalogue).Value!;

        var rules = document is PolicyDocument policy ? policy.Rules : [];

        Assert.All(rules, rule => Assert.NotEmpty(rule.About.Why.English));
        Assert.All(rules, rule => Assert.NotEmpty(rule.About.References));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_any_fact_no_rule_passes_or_fails(string file)
    {
        var policy = PolicyUnderTest.Load(file, ShippedDocuments.Bytes(file), FactSources.Catalogue).Value!;

        var findings = policy.Judge("""{ "format": 1, "host": "h", "facts": {} }"""u8.ToArray());

        Assert.All(findings.Policies.SelectMany(item => item.Findings), finding => Assert.Equal(Verdict.Unknown, finding.Verdict));
    }

    [Fact]
    public void A_machine_whose_kernel_runs_guests_in_software_gets_a_warning_and_no_failure()
    {
        var policy = PolicyUnderTest.Load("kvm-host", ShippedDocuments.Bytes(ShippedDocuments.FileOf("kvm-host")!), FactSources.Catalogue).Value!;
        const string Facts = """
            { "format": 1, "host": "nested", "facts": {
              "os": { "family": "linux" }, "host": { "kind": "vm" }, "memory": { "usable": 25769803776 },
              "cpu": { "architecture": "x86_64", "usable": 2, "flags": ["fpu", "lm"], "virtualization": null, "virtualization_disabled": false, "vulnerabilities": [ { "name": "meltdown", "status": "Not affected" } ] },
              "module": { "*": null, "kvm": { "state": "builtin" }, "tun": { "state": "builtin" } },
              "vhost": { "*": null, "net": { "state": "builtin" } }, "tun": { "open": "ok" },
              "kvm": { "registered": true, "device": "character", "device_matches": true, "open": "ok", "api_version": 12, "create_vm": "ok", "create_vcpu": "ok", "backends": ["kvm_pvm"] } } }
            """;

        var findings = policy.Judge(Encoding.UTF8.GetBytes(Facts)).Policies[0];

        Assert.Equal(Verdict.Warn, findings.Verdict);
        Assert.Equal("cpu-virtualization", Assert.Single(findings.Findings, finding => finding.Verdict == Verdict.Warn).Rule.Id);
        Assert.Equal(Verdict.Pass, findings.Findings.Single(finding => finding.Rule.Id == "kvm-works").Verdict);
    }

    [Fact]
    public void Nobody_is_told_to_load_a_module_into_a_kernel_without_modules()
    {
        var policy = PolicyUnderTest.Load("kvm-host", ShippedDocuments.Bytes(ShippedDocuments.FileOf("kvm-host")!), FactSources.Catalogue).Value!;
        const string Facts = """
            { "format": 1, "host": "monolith", "facts": {
              "os": { "family": "linux" }, "cpu": { "vendor": "GenuineIntel" }, "module": { "*": null }, "kernel": { "modules_supported": false },
              "kvm": { "registered": false }, "vhost": { "*": null }, "tun": { "open": null } } }
            """;

        var findings = policy.Judge(Encoding.UTF8.GetBytes(Facts)).Policies[0].Findings;

        Assert.All(findings.Where(finding => finding.Remedy is not null), finding => Assert.DoesNotContain(finding.Remedy!.Run, command => command.StartsWith("modprobe", StringComparison.Ordinal)));
    }
}

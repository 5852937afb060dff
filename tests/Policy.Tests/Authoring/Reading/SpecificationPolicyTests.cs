using Policy.Core.Facts;
using Policy.Core.Rules;
using Xunit.Abstractions;

namespace Policy.Tests.Authoring.Reading;

public sealed class SpecificationPolicyTests(ITestOutputHelper output)
{
    private const string FirstPolicy =
        """
        policy: kvm-host                    # id
        version: 1.0.0                      # semver of this policy
        title: Runs KVM virtual machines
        summary: What an auditor should know before reading the rules.
        tags: [virtualization]
        facts:                              # optional: facts of the author's own, beside the catalogue (2.5)
          rack.position: { type: string, describe: Where the host stands }
        parameters:
          min_memory: { type: size, default: 4 GiB, at_least: 1 GiB, describe: Memory that guests may use }
        define:                             # named conditions; no recursion
          hardware_virtualization:
            switch: cpu.architecture
            cases:
              x86_64: { cpu.flags: { contains_any: [vmx, svm] } }
              s390x: { cpu.flags: { contains: sie } }
            default: unknown
        applies: { os.family: linux }       # the policy is not applicable where this is false
        rules:
          - id: cpu-virtualization
            title: The CPU offers hardware virtualization
            severity: critical              # critical | high | medium | low | info
            applies: { host.kind: { one_of: [bare-metal, vm] } }
            require: { use: hardware_virtualization }
            recommend: { cpu.flags: { contains_any: [ept, npt] } }
            needs: []                       # ids of rules of this policy that are this rule's root cause when they do not pass
            why: Guests without it run under emulation, many times slower.
            fix:
              effort: firmware              # configuration | software | reboot | firmware | hardware
              text: Enable "Intel VT-x" or "SVM Mode" in the firmware set-up, then power the machine off and on.
              run: [modprobe kvm_intel]     # shown to the reader, never executed
            references: [https://example.org/vt-x, CIS-1.1]
        """;

    private const string ExampleHead =
        """
        policy: examples
        version: 1.0.0
        title: { en: The examples, zh-Hant: 範例 }
        facts:
          os.family: { type: string, describe: d }
          host.kind: { type: string, one_of: [bare-metal, vm], describe: d }
          kvm.create_vm: { type: string, describe: d }
          cpu.virtualization: { type: string, describe: d }
          cpu.architecture: { type: string, describe: d }
          cpu.flags: { type: list, describe: d, of: { type: string } }
          cpu.vulnerabilities: { type: list, describe: d, of: { type: record, fields: { status: { type: string } } } }
          memory.usable: { type: size, describe: d }
          memory.total: { type: size, describe: d }
          network.interfaces: { type: list, describe: d, of: { type: record, fields: { state: { type: string }, speed: { type: bandwidth }, kind: { type: string } } } }
          module(*): { type: map, key: name, describe: d, of: { type: record, fields: { state: { type: string } } } }
          runtime(*): { type: map, key: name, describe: d, of: { type: record, fields: { version: { type: version } } } }
          package(*): { type: map, key: name, describe: d, of: { type: record, fields: { version: { type: version, scheme: native } } } }
          file(*): { type: map, key: path, describe: d, of: { type: record, fields: { mode: { type: string } } } }
          sysctl(*): { type: map, key: name, describe: d, of: { type: string } }
          kernel.config(*): { type: map, key: option, describe: d, of: { type: string } }
        parameters:
          services_need: { type: size, default: 4 GiB }
        rules:
        - { id: kvm-backend, title: A backend is there, severity: low, require: { module(kvm).state: builtin } }

        """;

    [Fact]
    public void The_first_policy_of_the_language_page_is_sound()
    {
        var loaded = AuthoredText.Load(FirstPolicy);

        var policy = Assert.IsType<PolicyDocument>(loaded.Value);
        Assert.Equal("POL4001", Assert.Single(loaded.Diagnostics).Code.Id);
        Assert.Equal("cpu-virtualization", Assert.Single(policy.Rules).Id);
    }

    [Fact]
    public void The_rules_of_the_examples_page_are_sound()
    {
        if (RepositoryFiles.Specification(".") is not { } folder)
        {
            output.WriteLine("skipped: the specification is not at hand");
            return;
        }

        var page = File.ReadAllText(Path.Join(folder, "EXAMPLES.md"));
        var rules = page.Split("```yaml\n")[1].Split("```")[0];

        var loaded = AuthoredText.Load(ExampleHead + rules, FactCatalogue.Empty);

        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(8, ((PolicyDocument)loaded.Value!).Rules.Count);
    }
}

using System.Text;
using Policy.Core.Prose;
using Policy.Core.Rules;
using Policy.Tests.Authoring.Reading;

namespace Policy.Tests.Prose;

public sealed class ConditionProseTests
{
    private const string Conditions =
        """
        applies:
          all:
            - os.id: { one_of: [debian, ubuntu] }
            - memory.total: { at_least: { parameter: least }, at_most: 1 TiB }
            - none: [{ host.kind: container }, { not: { os.id: alpine } }]
            - at_least: 1
              of: [{ kvm.registered: true }, { use: named }]
            - when: { host.kind: vm }
              then: { memory.usable: { at_least: { fact: memory.total, times: 0.5, plus: 1 GiB } } }
              else: { os.released: { newer_than: 90 d } }
            - switch: cpu.architecture
              cases: { x86_64: { cpu.flags: { contains_any: [vmx, svm] } }, s390x: { all: [{ cpu.flags: { contains: sie } }, { use: named }] } }
              default: unknown
            - network.interfaces: { every: { .speed: { at_least: 1 Gbit/s } }, where: { .kind: ether }, empty: fail }
            - network.interfaces: { some: { any: [{ .kind: ether }, { .kind: infiniband }] } }
            - network.interfaces: { count: { between: [1, 4] } }
            - network.interfaces: { sum: { of: .speed, above: 10 Gbit/s } }
            - cpu.flags: { none: { starts_with: amd }, empty: pass }
            - package(docker-ce).version: { is: present }
            - os.id: { matches: 'deb.*' }
        define:
          named: { any: [{ kvm.registered: true }, { cpu.logical: { above: 2 } }] }
        parameters:
          least: { type: size, default: 4 GiB }
        """;

    [Fact]
    public void Every_kind_of_condition_is_told_in_every_language()
    {
        var policy = (PolicyDocument)AuthoredText.Sound($"{AuthoredText.Head}{Conditions}\n{AuthoredText.Rule}");
        var parameters = policy.Parameters.ToDictionary(item => item.Name, item => item.Default!);
        var text = new StringBuilder();

        foreach (var language in Language.Everything)
        {
            var prose = new ConditionProse(language, policy, parameters);
            text.Append(language.Tag).Append(":\n");
            foreach (var line in prose.Outline(policy.Applies!))
            {
                text.Append(' ', 2 * line.Depth).Append("- ").Append(line.Text).Append('\n');
            }

            text.Append('\n').Append(prose.Sentence(policy.Applies!)).Append("\n\n");
        }

        Snapshots.Snapshot.Verify(text.ToString(), "txt");
    }
}

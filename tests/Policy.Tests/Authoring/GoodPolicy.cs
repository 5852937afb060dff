namespace Policy.Tests.Authoring;

/// <summary>A policy that has one of everything.</summary>
internal static class GoodPolicy
{
    public const string Text =
        """
        # A comment.
        policy: kvm-host
        version: 1.0.0
        title: { en: Runs virtual machines, zh-Hant: 執行虛擬機器 }
        summary: >
          What an auditor should know
          before reading the rules.
        tags: [virtualization]
        facts:
          rack.position: { type: string, describe: Where the host stands }
          site.disks: { type: list, describe: Disks, of: { type: record, fields: { size: { type: size }, kind: { type: string, one_of: [ssd, hdd] } } } }
          licence(*): { type: map, key: product, describe: Licences, of: { type: string } }
        parameters:
          min_memory: { type: size, default: 4 GiB, at_least: 1 GiB, describe: Memory that guests may use }
          words: { type: list, of: { type: string }, default: [] }
          release: { type: version, scheme: semver, default: 5.10 }
        define:
          hardware_virtualization:
            switch: cpu.architecture
            cases:
              x86_64: { cpu.flags: { contains_any: [vmx, svm] } }
              s390x: { cpu.flags: { contains: sie } }
            default: unknown
        applies: { os.family: linux }
        rules:
          - id: cpu-virtualization
            title: The CPU offers hardware virtualization
            severity: critical
            applies: { host.kind: { one_of: [bare-metal, vm] } }
            require: { use: hardware_virtualization }
            recommend: { cpu.flags: { contains_any: [ept, npt] } }
            needs: []
            why: Guests without it run under emulation, many times slower.
            fix:
              effort: firmware
              text: Enable "Intel VT-x" in the firmware set-up.
              run: [modprobe kvm_intel]
            references: [https://example.org/vt-x, CIS-1.1]
          - id: engines
            title: 'Two engines: "one" and another'
            severity: info
            require:
              when: { not: { os.id: debian } }
              then:
                at_least: 1
                of:
                  - runtime(docker).version: { at_least: 20.10 }
                  - any: [{ rack.position: "" }, { all: [{ a.b: 1 }], none: [{ c.d: no }] }]
              else:
                site.disks:
                  some: { .kind: ssd, .size: { at_least: { parameter: min_memory } } }
                  where: { .size: { is: present } }
                file(/etc/docker/daemon.json).mode: { none_of: ["0666", "0777"] }
            fix:
              - when: { module(kvm).state: loadable }
                text: { en: Load the module. }
              - effort: hardware
        """;
}

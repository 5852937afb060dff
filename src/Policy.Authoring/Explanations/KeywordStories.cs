using Policy.Core.Rules;

namespace Policy.Authoring.Explanations;

/// <summary>The keywords that stand in conditions.</summary>
internal static class KeywordStories
{
    /// <summary>The stories, those of elements first.</summary>
    public static IReadOnlyList<WordStory> Everything { get; } =
    [
        new(
            "is",
            Text("Asks whether a fact is there at all: `is: present` or `is: absent`. An unknown fact is neither.", "詢問事實是否存在：`is: present` 或 `is: absent`。未知的事實兩者皆非。"),
            """{ cpu.virtualization: { is: absent } }""",
            """{ "cpu": { "virtualization": null } }""",
            """{ "cpu": { "virtualization": "vmx" } }"""),
        new(
            "some",
            Text("At least one element of a list or map meets a condition; `where` says which elements count.", "清單或對映至少有一個元素符合條件；`where` 指定哪些元素列入。"),
            """{ cpu.caches: { some: { .name: L3 } } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }, { "name": "L3", "total": 33554432, "instances": 1 }] } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }] } }"""),
        new(
            "every",
            Text("Every element of a list or map meets a condition; `where` says which elements count, and `empty` what holds where there is none.", "清單或對映的每個元素都符合條件；`where` 指定哪些元素列入，`empty` 指定沒有元素時的結果。"),
            """{ cpu.caches: { every: { .total: { at_least: 16 KiB } }, empty: fail } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }] } }""",
            """{ "cpu": { "caches": [] } }"""),
        new(
            "none",
            Text("As a condition: none of a list of conditions holds. Under a fact: no element of its list or map meets a condition; then `empty` says what holds where there is none.", "作為條件：所列條件均不成立。置於事實之下：清單或對映沒有任何元素符合條件；此時 `empty` 指定沒有元素時的結果。"),
            """{ none: [{ host.kind: container }, { os.id: alpine }] }""",
            """{ "host": { "kind": "vm" }, "os": { "id": "debian" } }""",
            """{ "host": { "kind": "vm" }, "os": { "id": "alpine" } }"""),
        new(
            "where",
            Text("Beside `some`, `every`, `none`, `count` or `sum`: which elements count.", "與 `some`、`every`、`none`、`count`、`sum` 並列：哪些元素列入。"),
            """{ cpu.caches: { count: { at_least: 1 }, where: { .total: { above: 1 MiB } } } }""",
            """{ "cpu": { "caches": [{ "name": "L3", "total": 33554432, "instances": 1 }] } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }] } }"""),
        new(
            "empty",
            Text("Beside `every` and `none`, and required there: `pass`, `fail` or `unknown` where no element counts. What holds of nothing at all is the author's decision.", "與 `every`、`none` 並列且為必要：沒有元素列入時為 `pass`、`fail` 或 `unknown`。對空無一物的判定由作者決定。"),
            """{ pci.devices: { none: { .vendor: "0x10de" }, empty: pass } }""",
            """{ "pci": { "devices": [] } }""",
            """{ "pci": { "devices": [{ "vendor": "0x10de" }] } }"""),
        new(
            "count",
            Text("The number of elements of a list or map, or of those that `where` names, under a condition for numbers.", "清單或對映的元素個數，或 `where` 所指者的個數，再以數字條件判定。"),
            """{ cpu.caches: { count: { at_least: 2 } } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }, { "name": "L3", "total": 33554432, "instances": 1 }] } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }] } }"""),
        new(
            "sum",
            Text("The sum of a field over the elements of a list or map, under a condition for its type. A field that is absent counts 0.", "清單或對映各元素某欄位的總和，再以該型別的條件判定。不存在的欄位計為 0。"),
            """{ cpu.caches: { sum: { of: .total, at_least: 1 MiB } } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }, { "name": "L3", "total": 33554432, "instances": 1 }] } }""",
            """{ "cpu": { "caches": [{ "name": "L1d", "total": 32768, "instances": 1 }] } }"""),
        new(
            "all",
            Text("Every condition of a list holds. The entries of one mapping are joined in the same way.", "所列條件全部成立。同一對映的各項亦以此方式相連。"),
            """{ all: [{ os.id: debian }, { cpu.logical: { at_least: 2 } }] }""",
            """{ "os": { "id": "debian" }, "cpu": { "logical": 2 } }""",
            """{ "os": { "id": "debian" }, "cpu": { "logical": 1 } }"""),
        new(
            "any",
            Text("At least one condition of a list holds.", "所列條件至少一項成立。"),
            """{ any: [{ os.id: debian }, { os.id: ubuntu }] }""",
            """{ "os": { "id": "ubuntu" } }""",
            """{ "os": { "id": "fedora" } }"""),
        new(
            "not",
            Text("A condition does not hold. Of an unknown fact, this is unknown too.", "條件不成立。對未知的事實，結果同樣未知。"),
            """{ not: { host.kind: container } }""",
            """{ "host": { "kind": "vm" } }""",
            """{ "host": { "kind": "container" } }"""),
        new(
            "of",
            Text("Together with `at_least`, `at_most` or `exactly`: how many conditions of a list hold. In `sum`, the field that is added up.", "與 `at_least`、`at_most` 或 `exactly` 並用：所列條件有幾項成立。在 `sum` 中則為要加總的欄位。"),
            """{ at_least: 2, of: [{ os.id: debian }, { host.kind: vm }, { cpu.logical: { at_least: 8 } }] }""",
            """{ "os": { "id": "debian" }, "host": { "kind": "vm" }, "cpu": { "logical": 1 } }""",
            """{ "os": { "id": "debian" }, "host": { "kind": "container" }, "cpu": { "logical": 1 } }"""),
        new(
            "exactly",
            Text("Together with `of`: just so many conditions of a list hold.", "與 `of` 並用：所列條件恰好幾項成立。"),
            """{ exactly: 1, of: [{ os.id: debian }, { host.kind: vm }] }""",
            """{ "os": { "id": "debian" }, "host": { "kind": "container" } }""",
            """{ "os": { "id": "debian" }, "host": { "kind": "vm" } }"""),
        new(
            "when",
            Text("Where a condition holds, the one under `then` must hold too; where it does not, the one under `else`, if there is one.", "若條件成立，則 `then` 之下者也須成立；若不成立，則 `else` 之下者（若有）須成立。"),
            """{ when: { host.kind: vm }, then: { cpu.logical: { at_least: 2 } } }""",
            """{ "host": { "kind": "bare-metal" } }""",
            """{ "host": { "kind": "vm" }, "cpu": { "logical": 1 } }"""),
        new(
            "switch",
            Text("The case that equals the value of a fact decides; `default`, which is required, decides where no case does.", "與事實的值相等的情況決定結果；沒有相符的情況時，由必要的 `default` 決定。"),
            """{ switch: cpu.architecture, cases: { x86_64: { cpu.flags: { contains: vmx } }, s390x: { cpu.flags: { contains: sie } } }, default: fail }""",
            """{ "cpu": { "architecture": "s390x", "flags": ["sie"] } }""",
            """{ "cpu": { "architecture": "riscv64" } }"""),
        new(
            "fact",
            Text("As what an operator compares with: the value of another fact of the same type; of numbers with `times` and `plus`.", "作為運算子的比較對象：另一個同型別事實的值；若為數字，可加 `times` 與 `plus`。"),
            """{ cpu.online: { at_least: { fact: cpu.logical, times: 0.5 } } }""",
            """{ "cpu": { "online": 4, "logical": 8 } }""",
            """{ "cpu": { "online": 3, "logical": 8 } }"""),
        new(
            "use",
            Text("A condition that has a name under `define` holds, here `define: { known_system: { os.id: debian } }`. A definition may use others, but not itself.", "`define` 之下具名的條件成立，此處為 `define: { known_system: { os.id: debian } }`。定義可使用其他定義，但不可使用自己。"),
            """{ use: known_system }""",
            """{ "os": { "id": "debian" } }""",
            """{ "os": { "id": "fedora" } }"""),
        new(
            "parameter",
            Text("As what an operator compares with: a value that the user of a policy may choose, here `parameters: { least: { type: size, default: 4 GiB } }`.", "作為運算子的比較對象：政策使用者可選擇的值，此處為 `parameters: { least: { type: size, default: 4 GiB } }`。"),
            """{ memory.total: { at_least: { parameter: least } } }""",
            """{ "memory": { "total": 4294967296 } }""",
            """{ "memory": { "total": 2147483648 } }"""),
    ];

    private static ReaderText Text(string english, string traditionalChinese) => new(english, [new("zh-Hant", traditionalChinese)]);
}

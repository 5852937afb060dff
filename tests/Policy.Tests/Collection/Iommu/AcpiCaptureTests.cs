using System.Text.Json;
using Policy.Core.Facts;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Iommu;

public class AcpiCaptureTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_captured_machine_gets_the_answer_of_its_index()
    {
        if (Captures.Folder("acpi") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "index.json")));
        var machines = index.RootElement.EnumerateObject().ToArray();

        var wrong = machines.SelectMany(machine => Differences(Path.Join(folder, machine.Name, "root"), machine)).ToArray();

        Assert.NotEmpty(machines);
        Assert.Empty(wrong);
        output.WriteLine($"{machines.Length} machines");
    }

    private static IEnumerable<string> Differences(string root, JsonProperty machine) =>
        from expected in Expected(machine.Value)
        let have = Observed.Text(Observed.Look(root, expected.Fact))
        where have != expected.Answer
        select $"{machine.Name}: {expected.Fact} is {have} and should be {expected.Answer}";

    private static IEnumerable<(string Fact, string Answer)> Expected(JsonElement machine) => machine.GetProperty("group").GetString() switch
    {
        "dmar" => Intel(machine.GetProperty("DMAR")),
        "ivrs" => Amd(machine.GetProperty("IVRS")),
        _ => [("iommu.firmware", "absent"), ("iommu.units", "absent"), ("dmar.interrupt_remapping", "absent"), ("iommu.active", "unknown missing-source")],
    };

    private static IEnumerable<(string Fact, string Answer)> Intel(JsonElement table) =>
    [
        ("iommu.firmware", "dmar"),
        ("iommu.units", table.GetProperty("drhd").GetArrayLength().ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("dmar.host_address_width", table.GetProperty("host_address_width").ToString()),
        ("dmar.interrupt_remapping", Flag(table, "intr_remap")),
        ("dmar.x2apic_opt_out", Flag(table, "x2apic_opt_out")),
        ("dmar.dma_opt_in", Flag(table, "dma_ctrl_opt_in")),
        ("ivrs.dma_remap", "absent"),
    ];

    private static IEnumerable<(string Fact, string Answer)> Amd(JsonElement table)
    {
        var units = table.GetProperty("ivhd").EnumerateArray().Select(block => block.GetProperty("device_id").GetString()).Distinct().Count();
        var info = Convert.ToUInt32(table.GetProperty("ivinfo").GetString(), 16);
        return
        [
            ("iommu.firmware", "ivrs"),
            ("iommu.units", units.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("ivrs.dma_remap", (info & 2) != 0 ? "true" : "false"),
            ("dmar.x2apic_opt_out", "absent"),
        ];
    }

    private static string Flag(JsonElement table, string name) => table.GetProperty(name).GetBoolean() ? "true" : "false";

    // In the disassembly a structure begins with its type; the lines behind belong to it until the next one.
    [Fact]
    public void Every_structure_of_a_captured_dmar_is_as_its_disassembly_says()
    {
        if (Captures.Folder("acpi") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var machines = Directory.GetDirectories(folder).Where(machine => File.Exists(Path.Join(machine, "DMAR.iasl.txt"))).ToArray();

        var wrong = machines.SelectMany(machine => Disassembly.OfDmar(File.ReadAllLines(Path.Join(machine, "DMAR.iasl.txt")))
            .Select(expected => (expected.Fact, expected.Text, Have: Observed.Text(Observed.Look(Path.Join(machine, "root"), expected.Fact))))
            .Where(answer => answer.Have != answer.Text)
            .Select(answer => $"{machine}: {answer.Fact} is {answer.Have} and should be {answer.Text}"));

        Assert.NotEmpty(machines);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("85078AD9A204")]
    [InlineData("717EDB7C4975")]
    public void Devices_of_the_chip_set_that_translate_are_listed(string machine)
    {
        if (Captures.Folder("acpi") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var devices = Observed.Look(Path.Join(folder, machine, "root"), "dmar.ats_devices");

        Assert.Equal("[{devices: [0000:00:02.0, 0000:00:0b.0], required: true, segment: 0}]", Observed.Text(devices));
    }

    [Fact]
    public void Every_block_of_a_captured_ivrs_is_listed()
    {
        if (Captures.Folder("acpi") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "index.json")));
        var machines = index.RootElement.EnumerateObject().Where(machine => machine.Value.TryGetProperty("IVRS", out _)).ToArray();

        var wrong = machines.Where(machine => Observed.Text(Observed.Look(Path.Join(folder, machine.Name, "root"), "ivrs.blocks")) != Blocks(machine.Value.GetProperty("IVRS")));

        Assert.NotEmpty(machines);
        Assert.Empty(wrong.Select(machine => machine.Name));
    }

    private static string Blocks(JsonElement table) => $"[{string.Join(", ", table.GetProperty("ivhd").EnumerateArray().Select(Block))}]";

    private static string Block(JsonElement block)
    {
        var device = Convert.ToInt32(block.GetProperty("device_id").GetString(), 16);
        var address = Convert.ToUInt64(block.GetProperty("base").GetString(), 16);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{address: {address}, device: 0000:{device >> 8:x2}:{(device >> 3) & 31:x2}.{device & 7}, type: {block.GetProperty("type").GetString()![2..]}h}}");
    }

    [Fact]
    public void Every_reserved_region_of_a_captured_dmar_is_listed()
    {
        if (Captures.Folder("acpi") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "index.json")));
        var machines = index.RootElement.EnumerateObject().Where(machine => machine.Value.TryGetProperty("DMAR", out _));

        var wrong = machines.Where(machine => Regions(Path.Join(folder, machine.Name, "root")) != Count(machine.Value)).Select(machine => machine.Name);

        Assert.Empty(wrong);
    }

    private static int Regions(string root) => ((ListValue)((Present)Observed.Look(root, "dmar.reserved_regions")).Value).Items.Count;

    private static int Count(JsonElement machine) => machine.GetProperty("DMAR").GetProperty("subtables").TryGetProperty("RMRR", out var count) ? count.GetInt32() : 0;
}

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

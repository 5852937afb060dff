using System.Text.Json;

namespace Policy.Tests.Collection.Identity;

public class DmiCaptureTests
{
    [Fact]
    public void No_computer_is_taken_for_a_virtual_machine_and_no_virtual_machine_for_a_computer()
    {
        var wrong = Texts().Where(text => Look(text.Path, "host.kind") != (text.IsVirtual ? "vm" : "bare-metal")).Select(text => text.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_computer_has_no_hypervisor_and_no_word_for_one()
    {
        var computers = Texts().Where(text => !text.IsVirtual).Select(text => text.Path);

        Assert.All(computers, path => Assert.Equal("[]", Look(path, "virtualization.facts")));
        Assert.All(computers, path => Assert.Equal("absent", Look(path, "virtualization.hypervisor_vendor")));
    }

    [Fact]
    public void The_texts_of_the_firmware_are_found()
    {
        var wrong = Texts()
            .Where(text => Look(text.Path, "dmi.sys_vendor") != text.Vendor || Look(text.Path, "dmi.product_name") != text.Product)
            .Select(text => text.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_itself_says_what_dmidecode_prints_of_it()
    {
        if (Captures.Folder("smbios") is not { } folder)
        {
            return;
        }

        foreach (var dump in Directory.GetFiles(folder, "*.bin"))
        {
            using var raw = new ForgedHost().With("sys/firmware/dmi/tables/DMI", Table(File.ReadAllBytes(dump)));
            var printed = Directory.GetFiles(folder, $"{Path.GetFileNameWithoutExtension(dump)}.dmidecode*")[0];
            using var text = new ForgedHost().With(".policy/commands/dmidecode", File.ReadAllBytes(printed));
            foreach (var fact in new[] { "sys_vendor", "product_name", "product_version", "board_vendor", "bios_vendor", "bios_version", "chassis_type" })
            {
                Assert.Equal(Observed.Text(text.Look($"dmi.{fact}")), Observed.Text(raw.Look($"dmi.{fact}")));
            }
        }
    }

    // A dump of dmidecode has the entry point before the table.
    private static byte[] Table(byte[] dump) => dump[32..];

    private static string Look(string path, string fact)
    {
        using var host = new ForgedHost().With(".policy/commands/dmidecode", File.ReadAllBytes(path));
        return Observed.Text(host.Look(fact));
    }

    private static IEnumerable<(string Path, bool IsVirtual, string Vendor, string Product)> Texts()
    {
        if (Captures.Folder("dmi") is not { } folder)
        {
            yield break;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Join(folder, "index.json")));
        foreach (var item in index.RootElement.EnumerateObject())
        {
            yield return (
                System.IO.Path.Join(folder, item.Name),
                item.Value.GetProperty("is_virtual_machine").GetBoolean(),
                item.Value.GetProperty("sys_vendor").GetString()!,
                item.Value.GetProperty("product_name").GetString()!);
        }
    }
}

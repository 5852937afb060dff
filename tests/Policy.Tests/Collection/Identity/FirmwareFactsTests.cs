namespace Policy.Tests.Collection.Identity;

public class FirmwareFactsTests
{
    private const string SecureBoot = "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";

    [Theory]
    [InlineData(0, "false")]
    [InlineData(1, "true")]
    public void Secure_boot_is_the_byte_behind_the_attributes(byte value, string expected)
    {
        using var host = new ForgedHost().With(SecureBoot, [6, 0, 0, 0, value]);

        Assert.Equal(expected, Text(host, "firmware.secure_boot"));
        Assert.Equal("uefi", Text(host, "firmware.type"));
    }

    [Fact]
    public void Firmware_without_the_variable_cannot_do_it()
    {
        using var host = new ForgedHost().With("sys/firmware/efi/efivars/BootOrder-8be4df61-93ca-11d2-aa0d-00e098032b8c", "x");

        Assert.Equal("absent", Text(host, "firmware.secure_boot"));
    }

    [Fact]
    public void Variables_that_are_not_mounted_say_nothing()
    {
        using var host = new ForgedHost().WithFolder("sys/firmware/efi/efivars");

        Assert.Equal("unknown missing-source", Text(host, "firmware.secure_boot"));
    }

    [Fact]
    public void A_captured_table_is_no_proof_of_a_bios()
    {
        using var host = new ForgedHost().With("sys/firmware/acpi/tables/DMAR", "x").With(".policy/commands/uname -m", "x86_64\n");

        Assert.Equal("unknown missing-source", Text(host, "firmware.type"));
    }

    [Theory]
    [InlineData("3", "Desktop")]
    [InlineData("23", "Rack Mount Chassis")]
    [InlineData("99", "99")]
    public void The_kind_of_case_is_told_in_words(string number, string words)
    {
        using var host = new ForgedHost().With("sys/class/dmi/id/chassis_type", number).With("sys/class/dmi/id/sys_vendor", "X\n");

        Assert.Equal(words, Text(host, "dmi.chassis_type"));
        Assert.Equal("absent", Text(host, "dmi.bios_vendor"));
    }

    [Theory]
    [InlineData("# dmidecode 2.11\n/dev/mem: Operation not permitted\n", "unknown denied")]
    [InlineData("# No SMBIOS nor DMI entry point found, sorry.\n", "unknown missing-source")]
    [InlineData("Handle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: Not Specified\n\tProduct Name: A: B\n", "A: B")]
    public void What_dmidecode_printed_is_read(string text, string product)
    {
        using var host = new ForgedHost().With(".policy/commands/dmidecode", text);

        Assert.Equal(product, Text(host, "dmi.product_name"));
    }

    [Theory]
    [InlineData(new byte[] { 1, 255, 0, 0 })]
    [InlineData(new byte[] { 1, 8, 0, 0, 9, 9, 9, 9 })]
    [InlineData(new byte[] { 1, 3, 0, 0 })]
    [InlineData(new byte[] { })]
    public void A_broken_table_is_malformed(byte[] table)
    {
        using var host = new ForgedHost().With("sys/firmware/dmi/tables/DMI", table);

        Assert.Equal("unknown malformed", Text(host, "dmi.sys_vendor"));
    }

    private static string Text(ForgedHost host, string fact) => Observed.Text(host.Look(fact));
}

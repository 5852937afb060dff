using System.IO.Compression;
using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Kernel;

public sealed class KernelConfigCaptureTests
{
    [Fact]
    public void Every_option_of_every_distribution_is_what_its_file_says()
    {
        if (Captures.Folder("kernel-configs") is not { } folder)
        {
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "index.json")));
        var configs = index.RootElement.EnumerateObject().ToArray();

        var wrong = configs.SelectMany(config => Wrong(folder, config, "proc/config.gz").Concat(Wrong(folder, config, "boot/config"))).ToArray();

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Debian_13_Trixie_aarch64", "6.12.43", "MEMCG_SWAP", "y")]
    [InlineData("Debian_13_Trixie_aarch64", "6.12.43", "NF_NAT_IPV4", "m")]
    [InlineData("Debian_13_Trixie_aarch64", "6.12.43", "MEMCG_V1", "n")]
    [InlineData("Debian_10_Buster_x86_64", "4.19.249", "NF_NAT_IPV4", "m")]
    [InlineData("Debian_10_Buster_x86_64", "4.19.249", "MEMCG_V1", "y")]
    [InlineData("Debian_10_Buster_x86_64", "4.19.249", "NETFILTER_XT_TARGET_MASQUERADE", "m")]
    [InlineData("Ubuntu_24.04_LTS_Noble_riscv64", "6.8.12", "IP_NF_IPTABLES_LEGACY", "m")]
    [InlineData("Ubuntu_24.04_LTS_Noble_riscv64", "6.8.12", "INET_XFRM_MODE_TRANSPORT", "y")]
    [InlineData("Fedora_Rawhide_x86_64", "6.18.0-0.rc3.251028gfd57572253bc3.31.fc44.x86_64", "EXT3_FS", "y")]
    [InlineData("Fedora_Rawhide_x86_64", "6.18.0-0.rc3.251028gfd57572253bc3.31.fc44.x86_64", "NETPRIO_CGROUP", "y")]
    [InlineData("Fedora_Rawhide_x86_64", "6.18.0-0.rc3.251028gfd57572253bc3.31.fc44.x86_64", "IOSCHED_CFQ", "unknown unsupported")]
    [InlineData("rhel-8.0", "4.18.0-147.5.1.el8_1.x86_64", "NF_CONNTRACK_IPV4", "m")]
    public void Options_that_came_and_went_are_what_stands_for_them(string config, string release, string option, string expected)
    {
        if (Captures.Folder("kernel-configs") is not { } folder)
        {
            return;
        }

        using var host = new KernelHost();
        Place(host.With("proc/sys/kernel/osrelease", $"{release}\n"), Path.Join(folder, $"{config}.config.gz"), "proc/config.gz", release);

        Assert.Equal(expected, host.Ask($"kernel.config({option})"));
    }

    private static List<string> Wrong(string folder, JsonProperty config, string place)
    {
        using var host = new KernelHost();
        var release = config.Value.GetProperty("version").GetString()!;
        Place(host.With("proc/sys/kernel/osrelease", $"{release}\n"), Path.Join(folder, $"{config.Name}.config.gz"), place, release);
        var expected = config.Value.GetProperty("values").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "absent");

        var map = ((MapValue)((Present)KernelHost.One(host.Host, "kernel.config(*)")).Value).Entries;
        var single = KernelHost.Ask(host.Host, [.. expected.Keys.Select(option => $"kernel.config({option})")]);
        var given = expected.Keys.ToDictionary(option => option, option => KernelHost.Text(single[$"kernel.config({option})"]));

        return
        [
            .. from item in expected
               where given[item.Key] != item.Value || KernelHost.Text(map.Find(item.Key) ?? new Absent()) != item.Value
               select $"{config.Name} {place} {item.Key}: {given[item.Key]} instead of {item.Value}",
            .. Counts(map).Equals((config.Value.GetProperty("set").GetInt32(), config.Value.GetProperty("not_set_comments").GetInt32()))
                ? Array.Empty<string>()
                : [$"{config.Name}: {Counts(map)} options"],
        ];
    }

    private static (int Set, int NotSet) Counts(FactMap map)
    {
        var unset = map.Items.Values.Count(value => KernelHost.Text(value) == "n");
        return (map.Items.Count - unset, unset);
    }

    private static void Place(KernelHost host, string packed, string place, string release)
    {
        if (place == "proc/config.gz")
        {
            File.Copy(packed, host.PathOf(place));
            return;
        }

        using var stream = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using var text = File.Create(host.PathOf($"{place}-{release}"));
        stream.CopyTo(text);
    }
}

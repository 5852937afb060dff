using System.IO.Compression;
using System.Text;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Archives;

public sealed class ArchiveRootTests
{
    // An archive with etc/os-release, whose content is ID=zz.
    private const string Xz = "/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/AJRdABcLvBx9AZXAHUo+eRXCzCajYxtdT7QmKkXlAy1T6ZlOr95X28VVj2DM+spE3xDol/pBx8uveA1gXqKA11DOmcA//hsEBsJFWZxRKXM0c0gzfYdwgZ2VaZqYFCK6qGwc1vD3LVwMoGlmNm+9Dqe9gzmRb9vINe/j+aIhJFpeV2zgnVnAA2hFG4lBKbX7nXyzepU2ZwAA6mUpMAo//ewAAbABgFAAAJN2GmWxxGf7AgAAAAAEWVo=";
    private const string Zstd = "KLUv/WQAJ90DAGIFEheQp227SAAk8iNXe7es0BbbOy3Hu17MKYDjEAwILx/iFcSyyFjDngAyWPBWSEsQJ2OOq46R0MFZNlP9XZzp6V+k+X+m/r8JEhEAlCHnAVhbaQEDqoHugnAUmFAaUNUBIgp8QExKA1QMhQMg/AHIBisAOFYu4xMYAsh3FgM=";
    private const string Bzip2 = "QlpoOTFBWSZTWYyySPUAAHZ/hMmQAEBAA/+CBCBAEWoEnhAAAIAIIACSDaoaU8UNNDEZNGI2oIpKDTJiaekANNPUaaUcrSZfrdiAWVCA4YTNxvGbeY2tY8WEQkh+kGpoyfvLQp2YqrBDLPOxDgw47QiPQnQL2SYwMC6KdCXNRUiSznSEyZBO017sjM+OXj9joovQ/dG59oexmqPRxKKprWghL+LuSKcKEhGWSR6g";

    [Theory]
    [InlineData(Xz)]
    [InlineData(Zstd)]
    [InlineData(Bzip2)]
    public void A_packed_archive_is_a_root(string packed) => Assert.Equal("zz", Text(Open(Convert.FromBase64String(packed)).Value("etc/os-release"), "ID="));

    [Fact]
    public void Gzip_and_plain_archives_are_roots()
    {
        var plain = new TarBytes().File("./etc/os-release", "ID=zz\n").End();
        Assert.Equal("ID=zz", Open(plain).Value("etc/os-release").Content);
        Assert.Equal("ID=zz", Open(Gzip(plain)).Value("etc/os-release").Content);
    }

    [Fact]
    public void Links_resolve_inside_and_the_live_host_stays_out()
    {
        var root = Open(new TarBytes()
            .File("usr/lib/os-release", "ID=inside\n")
            .Link("etc/os-release", "../usr/lib/os-release")
            .Link("etc/absolute", "/usr/lib/os-release")
            .Link("etc/above", "../../../../usr/lib/os-release")
            .Link("etc/passwd", "/etc/passwd")
            .Link("etc/ghost", "/proc/version")
            .Link("etc/again", "usr/lib/os-release", '1')
            .End());
        foreach (var name in new[] { "os-release", "absolute", "above", "again" })
        {
            Assert.Equal("ID=inside", root.Value($"etc/{name}").Content);
        }

        Assert.IsType<Failed<string>>(root.Value("etc/passwd"));
        Assert.IsType<Missing<string>>(root.Value("etc/ghost"));
        Assert.Equal(HostEntryKind.Link, root.Entry("etc/ghost").Content?.Kind);
        Assert.Equal("usr/lib/os-release", root.Target("/etc/absolute").Content);
        Assert.Equal("/usr/lib/os-release", root.Link("etc/absolute").Content);
        Assert.IsType<Failed<string>>(root.Link("usr/lib/os-release"));
    }

    [Fact]
    public void Names_that_lead_out_are_not_there_and_absolute_ones_stand_inside()
    {
        var root = Open(new TarBytes().File("/etc/one", "1").File("../etc/two", "2").File("etc/../../etc/three", "3").File("etc/./four", "4").End());
        Assert.Equal(["four", "one"], Names(root, "etc"));
    }

    [Fact]
    public void A_member_behind_a_link_lands_where_unpacking_would_put_it()
    {
        var root = Open(new TarBytes().Header('5', "usr/lib/", 0).Link("lib", "usr/lib").File("lib/modules/6.1/modules.dep", "x").End());
        Assert.Equal(["6.1"], Names(root, "usr/lib/modules"));
        Assert.Equal(["6.1"], Names(root, "lib/modules"));
    }

    [Fact]
    public void The_later_of_two_members_of_a_name_wins() =>
        Assert.Equal("new", Open(new TarBytes().File("a", "old").File("a", "new").End()).Value("a").Content);

    [Fact]
    public void Devices_are_described_and_never_made()
    {
        var root = Open(new TarBytes()
            .Header('3', "dev/kvm", 0, change: header =>
            {
                TarBytes.Put(header, 329, "0000012");
                TarBytes.Put(header, 337, "0000350");
            })
            .Header('6', "run/fifo", 0)
            .End());
        Assert.Equal(new DeviceNumber(10, 232), root.Entry("dev/kvm").Content?.Device);
        Assert.Equal("a FIFO", Assert.IsType<Failed<byte[]>>(root.Bytes("run/fifo")).Detail);
    }

    [Fact]
    public void Long_names_owners_and_attributes_come_from_extended_headers()
    {
        var longName = $"etc/{new string('n', 150)}";
        var root = Open(new TarBytes()
            .Member('L', "././@LongLink", Encoding.UTF8.GetBytes(longName + "\0"))
            .File("cut", "gnu")
            .Pax(("path", "etc/pax"), ("uid", "12"), ("mtime", "-99999999999999999999.5"), ("SCHILY.xattr.security.capability", "abc"))
            .File("cut", "pax")
            .End());
        Assert.Equal("gnu", root.Value(longName).Content);
        Assert.Equal(12, root.Entry("etc/pax").Content?.Owner.User);
        Assert.Equal("abc"u8.ToArray(), root.Attribute("etc/pax", "security.capability").Content);
        Assert.IsType<Missing<byte[]>>(root.Attribute("etc/pax", "user.other"));
    }

    [Fact]
    public void A_sparse_file_is_unknown_and_the_rest_is_read()
    {
        var root = Open(new TarBytes()
            .Header('S', "var/log/lastlog", 512, change: header => header[482] = 1).Raw(new byte[512]).Raw(new byte[512])
            .Pax(("GNU.sparse.major", "1"), ("GNU.sparse.name", "var/log/other"), ("GNU.sparse.realsize", "3000000000"))
            .File("GNUSparseFile.1/other", "pieces")
            .File("etc/os-release", "ID=zz")
            .End());
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Failed<byte[]>>(root.Bytes("var/log/lastlog")).Cause);
        Assert.Equal(3_000_000_000, root.Entry("var/log/other").Content?.Size);
        Assert.IsType<Failed<byte[]>>(root.Bytes("var/log/other"));
        Assert.Equal("ID=zz", root.Value("etc/os-release").Content);
    }

    [Fact]
    public void What_an_archiver_filled_up_below_sys_is_taken_off()
    {
        var root = Open(new TarBytes().File("sys/devices/system/cpu/online", "0-3\n".PadRight(4096, '\0')).File("sys/firmware/x", "ab\0\0").End());
        Assert.Equal("0-3\n", root.Text("sys/devices/system/cpu/online").Content);
        Assert.Equal("ab\0\0", root.Text("sys/firmware/x").Content);
    }

    [Fact]
    public void One_folder_around_everything_is_the_root()
    {
        var root = Open(new TarBytes().File("web07/etc/os-release", "ID=zz").Link("web07/etc/link", "/etc/os-release").End());
        Assert.Equal("ID=zz", root.Value("etc/link").Content);
        Assert.Equal("etc/os-release", root.Target("etc/link").Content);
    }

    [Fact]
    public void Names_that_are_not_UTF8_are_marked()
    {
        var root = Open(new TarBytes().File("etc/a\u00ffb", "x").End());
        Assert.Equal(["a\ufffdb"], Names(root, "etc"));
    }

    [Fact]
    public void A_large_file_is_unknown_and_of_a_program_only_the_header_is_kept()
    {
        var program = "\u007fELF"u8.ToArray().Concat(new byte[100_000]).ToArray();
        var root = Open(new TarBytes().Member('0', "bin/sh", program).Member('0', "var/big", new byte[65 * 1024 * 1024]).End());
        Assert.Equal(4096, root.Bytes("bin/sh").Content?.Length);
        Assert.Equal(100_004, root.Entry("bin/sh").Content?.Size);
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Failed<byte[]>>(root.Bytes("var/big")).Cause);
    }

    [Fact]
    public void What_is_no_whole_archive_is_refused()
    {
        var whole = new TarBytes().File("etc/os-release", new string('x', 2000)).End();
        var noise = new TarBytes().File("a", string.Concat(Enumerable.Range(0, 9999).Select(number => (number * 7919) % 65521))).End();
        Assert.Equal("empty", Refusal([]));
        Assert.Equal("no tar archive", Refusal("hello"u8.ToArray()));
        Assert.Equal("no tar archive", Refusal(new byte[4096]));
        Assert.Contains("cut off", Refusal(whole[..1500]), StringComparison.Ordinal);
        Assert.Contains("cut off", Refusal(whole[..^1024]), StringComparison.Ordinal);
        Assert.Contains("cut off", Refusal(Gzip(noise)[..^2000]), StringComparison.Ordinal);
        Assert.Contains("damaged", Refusal(new TarBytes().File("a", "b").Raw("no header"u8.ToArray()).End()), StringComparison.Ordinal);
        Assert.NotEmpty(Refusal(Convert.FromBase64String(Xz)[..100]));
        Assert.NotEmpty(Refusal(Convert.FromBase64String(Zstd)[..100]));
    }

    [Theory]
    [InlineData('x')]
    [InlineData('L')]
    public void A_header_of_gigabytes_is_refused_before_it_is_read(char type) =>
        Assert.Contains("an extended header of 8589934591 bytes", Refusal(new TarBytes().Header(type, "x", 8589934591).End()), StringComparison.Ordinal);

    [Fact]
    public void A_bomb_is_refused()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(new TarBytes().Header('0', "etc/bomb", 8_000_000_000).Cut());
            for (var written = 0; written < 300; written++)
            {
                gzip.Write(new byte[1024 * 1024]);
            }
        }

        Assert.Contains("unpacks to more than", Refusal(packed.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_never_throws()
    {
        var whole = new TarBytes().File("etc/os-release", "ID=zz").Pax(("path", "a")).File("b", "c").Link("d", "a").End();
        byte[][] forms = [whole, Gzip(whole), Convert.FromBase64String(Xz), Convert.FromBase64String(Zstd), Convert.FromBase64String(Bzip2)];
        var random = new Random(1);
        for (var round = 0; round < 400 * Exam.Factor; round++)
        {
            var bytes = forms[round % forms.Length].ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            _ = HostRoot.OfArchive(new MemoryStream(bytes), "x");
        }
    }

    private static HostRoot Open(byte[] archive) => Assert.IsType<Got<HostRoot>>(HostRoot.OfArchive(new MemoryStream(archive), "x.tar")).Value;

    private static string[] Names(HostRoot root, string path) => Assert.IsType<Got<string[]>>(root.Names(path)).Value;

    private static string Refusal(byte[] archive)
    {
        var failed = Assert.IsType<Failed<HostRoot>>(HostRoot.OfArchive(new MemoryStream(archive), "x.tar"));
        Assert.Equal(UnknownCause.Malformed, failed.Cause);
        return failed.Detail;
    }

    private static string? Text(Reading<string> reading, string label) => reading.Content?[label.Length..];

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}

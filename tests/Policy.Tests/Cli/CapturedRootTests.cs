namespace Policy.Tests.Cli;

/// <summary>A captured root is judged without this host.</summary>
public sealed class CapturedRootTests
{
    // A root of its own with nothing of the host but libraries and the runtime; of /proc only processes, without which the runtime does not start.
    private const string InEmptyNamespace = """
        set -e
        tool="$0"; home=$(dirname "$(readlink -f "$(command -v dotnet)")"); chroot=$(command -v chroot)
        mkdir root; export tool home chroot
        unshare -rmpf sh -ec '
          mount -t tmpfs none root; capture=$PWD/web.tar.gz; cd root
          for d in /lib /lib64; do if [ -L $d ]; then ln -s "$(readlink $d)" .$d; fi; done
          for d in /usr/lib/*-linux-gnu* /usr/lib64 /lib64 "$home" "$(dirname "$tool")"; do
            if [ -d "$d" ] && [ ! -L "$d" ]; then mkdir -p ".$d"; mount --rbind "$d" ".$d"; fi
          done
          cp "$capture" web.tar.gz; mkdir -p tmp proc; mount -t proc -o subset=pid proc proc
          exec env -i DOTNET_ROOT="$home" DOTNET_EnableDiagnostics=0 "$chroot" . "$tool" facts --root web.tar.gz'
        """;

    [Fact]
    public void An_empty_mount_namespace_gives_the_same_bytes()
    {
        using var folder = new ToolFolder();
        Assert.Equal(0, folder.Run("facts", "--capture", "web.tar.gz").ExitCode);
        var inside = folder.Shell(InEmptyNamespace);
        if (inside.ExitCode != 0 && inside.Output.Length == 0)
        {
            Console.WriteLine($"skipped: no namespace of our own: {inside.Error}");
            return;
        }

        Assert.Equal(folder.Run("facts", "--root", "web.tar.gz").Output, inside.Output);
    }

    [Fact]
    public void A_capture_has_the_verdicts_of_the_live_host()
    {
        using var folder = new ToolFolder();
        Assert.Equal(0, folder.Run("facts", "--capture", "web.tar.gz").ExitCode);
        var (live, captured) = (folder.Run("check", "--format", "ndjson"), folder.Run("check", "--root", "web.tar.gz", "--format", "ndjson"));
        Assert.Equal(live.ExitCode, captured.ExitCode);
        Assert.Equal(Verdicts(live.Output), Verdicts(captured.Output));
    }

    [Theory]
    [InlineData("--root", "web.tar.gz")]
    [InlineData("-o", "facts.json")]
    public void A_capture_is_of_this_host_and_nothing_else(string option, string value)
    {
        using var folder = new ToolFolder();
        Assert.Equal(64, folder.Run("facts", "--capture", "x.tar.gz", option, value).ExitCode);
        Assert.Equal(64, folder.Run("facts", "--capture", "x.zip").ExitCode);
    }

    [Fact]
    public void A_file_that_is_no_archive_is_bad_data()
    {
        using var folder = new ToolFolder();
        var run = folder.Run("check", "rack.yaml", "--root", "rack.yaml");
        Assert.Equal(65, run.ExitCode);
        Assert.Contains("rack.yaml: no tar archive", run.Error, StringComparison.Ordinal);
    }

    private static string[] Verdicts(string line)
    {
        using var document = System.Text.Json.JsonDocument.Parse(line);
        return
        [
            .. from policy in document.RootElement.GetProperty("policies").EnumerateArray()
               from rule in policy.GetProperty("rules").EnumerateArray()
               select $"{policy.GetProperty("policy")}/{rule.GetProperty("id")} {rule.GetProperty("verdict")}",
        ];
    }
}

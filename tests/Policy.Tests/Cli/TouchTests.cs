using System.Diagnostics;
using System.Runtime.InteropServices;
using Policy.Collection.Footprints;

namespace Policy.Tests.Cli;

/// <summary>What the kernel saw of a check, beside what the plan promised.</summary>
public sealed class TouchTests
{
    private static readonly string[] Changes =
    [
        "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "chmod", "fchmodat",
        "chown", "lchown", "fchownat", "truncate", "mknod", "mknodat", "mount", "umount2", "setxattr", "lsetxattr", "utimensat", "init_module",
        "finit_module", "delete_module", "sethostname", "chroot", "pivot_root", "bind", "listen", "swapon", "swapoff", "unshare", "setns",
    ];

    [Fact]
    public void A_check_touches_what_the_plan_says_and_changes_nothing()
    {
        using var folder = new ToolFolder();
        var plan = Trace(folder, "facts", "--plan");
        var check = Trace(folder, "check");
        if (plan is null || check is null)
        {
            Console.WriteLine("skipped: strace is not here, or may not trace");
            return;
        }

        var touches = Touches(folder.Run("facts", "--plan").Output);
        var runtime = plan.Calls.Select(call => call.Path).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unplanned = check.Calls.Where(call => call.Name != "statfs")
            .Select(call => call.Path).OfType<string>().Distinct()
            .Where(path => !runtime.Contains(path) && !IsOfProgram(path) && !IsPlanned(touches, path.Trim('/')));
        var written = check.Written().Where(path => path != "/dev/null" && !path.StartsWith("/proc/self/task/", StringComparison.Ordinal) && !touches.Any(touch => touch.Kind == TouchKind.Device && touch.Covers(path.TrimStart('/'))));
        Assert.Equal([], unplanned);
        Assert.Equal([], written);
        Assert.DoesNotContain(check.Calls, call => Changes.Contains(call.Name));
        Assert.DoesNotContain(check.Calls, call => call.Name == "socket" && !call.Arguments.StartsWith("AF_UNIX", StringComparison.Ordinal));
    }

    private static SystemCallTrace? Trace(ToolFolder folder, params string[] words)
    {
        var file = folder.File($"{words[0]}.strace");
        var start = new ProcessStartInfo("strace", ["-f", "-qq", "-s", "4096", "-e", "trace=%file,%network,%process", "-o", file, ToolRun.Tool, .. words]);

        // Without the debugger's socket, which is the runtime's and not the tool's.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.WorkingDirectory = folder.Path;
        try
        {
            _ = ToolRun.Of(start, string.Empty);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        return File.Exists(file) && SystemCallTrace.Read(file) is { Calls.Count: > 0 } trace ? trace : null;
    }

    private static Touch[] Touches(string plan) =>
    [
        .. plan.Split('\n')
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("   ", StringComparison.Ordinal))
            .Select(line => Touch.Of(line[2..].Split("  (")[0])).OfType<Touch>(),
    ];

    // To follow links, folders on the way are looked at, and of what a listed folder holds whether it is a link.
    private static bool IsPlanned(Touch[] touches, string path) => touches.Any(touch =>
        touch.Covers(path)
        || touch.Name.StartsWith($"{path}/", StringComparison.Ordinal)
        || path.Length == 0
        || touch.Covers($"{Path.GetDirectoryName(path)}/*")
        || (touch.Name.Contains('*', StringComparison.Ordinal) && touch.Covers(Path.GetDirectoryName(path)!) && path.Count(letter => letter == '/') <= touch.Name.Count(letter => letter == '/'))
        || (touch.Kind == TouchKind.Command && path.EndsWith($"/{touch.Name.Split(' ')[0]}", StringComparison.Ordinal)));

    private static bool IsOfProgram(string path) =>
        path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)
        || path.StartsWith(Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "../../..")), StringComparison.Ordinal)
        || path.StartsWith("/proc/self/task/", StringComparison.Ordinal)
        || path.Contains(".so", StringComparison.Ordinal);
}

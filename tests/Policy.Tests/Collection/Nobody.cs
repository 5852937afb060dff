using System.Runtime.InteropServices;

namespace Policy.Tests.Collection;

/// <summary>Does something without root's right to read everything.</summary>
internal static partial class Nobody
{
    private const uint NobodyId = 65534;

    /// <summary>Runs on a thread of its own, whose user the kernel takes for nobody where files are concerned: setfsuid(2).</summary>
    public static T Run<T>(Func<T> action)
    {
        T? result = default;
        var thread = new Thread(() =>
        {
            _ = SetFileUser(NobodyId);
            result = action();
        });
        thread.Start();
        thread.Join();
        return result!;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetFileUser(uint user);
}

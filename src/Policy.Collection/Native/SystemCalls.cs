using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>Calls of the C library about the machine and the process.</summary>
internal static unsafe partial class SystemCalls
{
    /// <summary>SYSLOG_ACTION_READ_ALL: the newest records that fit, none of them used up.</summary>
    internal const int LogReadAll = 3;

    /// <summary>SYSLOG_ACTION_SIZE_BUFFER: bytes of the kernel's buffer.</summary>
    internal const int LogSize = 10;

    /// <summary>Bytes of one field of struct utsname on Linux.</summary>
    internal const int NameField = 65;

    [LibraryImport("libc", EntryPoint = "klogctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial int KernelLog(int action, byte* buffer, int length);

    [LibraryImport("libc", EntryPoint = "uname", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial int Names(byte* fields);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial uint User();

    [LibraryImport("libc", EntryPoint = "getegid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial uint Group();

    [LibraryImport("libc", EntryPoint = "getgroups", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    internal static partial int Groups(int size, uint* groups);
}

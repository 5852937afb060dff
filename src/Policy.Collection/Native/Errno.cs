using System.Globalization;
using System.Runtime.InteropServices;

namespace Policy.Collection.Native;

/// <summary>Error numbers of Linux: asm-generic/errno.h.</summary>
internal static class Errno
{
    internal const int NotPermitted = 1;
    internal const int NoEntry = 2;
    internal const int NoProcess = 3;
    internal const int Interrupted = 4;
    internal const int NoDeviceOrAddress = 6;
    internal const int NoChild = 10;
    internal const int TryAgain = 11;
    internal const int Denied = 13;
    internal const int NoDevice = 19;
    internal const int NotFolder = 20;
    internal const int Invalid = 22;
    internal const int NotTerminal = 25;
    internal const int NameTooLong = 36;
    internal const int NoCall = 38;
    internal const int LinkLoop = 40;
    internal const int NoData = 61;
    internal const int BadSequence = 84;
    internal const int NotSupported = 95;
    internal const int TimedOut = 110;

    /// <summary>Of the last failed call of this thread.</summary>
    internal static int Last => Marshal.GetLastPInvokeError();

    /// <summary>The name, such as <c>EACCES</c>; of rare numbers <c>errno 77</c>.</summary>
    internal static string Name(int number) => number switch
    {
        <= 34 => LowName(number),
        _ => HighName(number),
    } ?? string.Create(CultureInfo.InvariantCulture, $"errno {number}");

    private static string? LowName(int number) => number switch
    {
        1 => "EPERM",
        2 => "ENOENT",
        3 => "ESRCH",
        4 => "EINTR",
        5 => "EIO",
        6 => "ENXIO",
        7 => "E2BIG",
        8 => "ENOEXEC",
        9 => "EBADF",
        10 => "ECHILD",
        11 => "EAGAIN",
        12 => "ENOMEM",
        13 => "EACCES",
        14 => "EFAULT",
        16 => "EBUSY",
        17 => "EEXIST",
        19 => "ENODEV",
        20 => "ENOTDIR",
        21 => "EISDIR",
        22 => "EINVAL",
        23 => "ENFILE",
        24 => "EMFILE",
        25 => "ENOTTY",
        26 => "ETXTBSY",
        27 => "EFBIG",
        28 => "ENOSPC",
        30 => "EROFS",
        _ => null,
    };

    private static string? HighName(int number) => number switch
    {
        36 => "ENAMETOOLONG",
        38 => "ENOSYS",
        40 => "ELOOP",
        61 => "ENODATA",
        75 => "EOVERFLOW",
        80 => "ELIBBAD",
        84 => "EILSEQ",
        91 => "EPROTOTYPE",
        93 => "EPROTONOSUPPORT",
        95 => "EOPNOTSUPP",
        97 => "EAFNOSUPPORT",
        104 => "ECONNRESET",
        107 => "ENOTCONN",
        110 => "ETIMEDOUT",
        111 => "ECONNREFUSED",
        112 => "EHOSTDOWN",
        116 => "ESTALE",
        117 => "EUCLEAN",
        121 => "EREMOTEIO",
        126 => "ENOKEY",
        _ => null,
    };
}

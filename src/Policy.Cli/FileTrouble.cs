namespace Policy.Cli;

/// <summary>Why a file could not be used, in one line.</summary>
internal static class FileTrouble
{
    /// <summary>The reason behind an exception of the file system.</summary>
    public static string Reason(Exception error) => error switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "permission denied",
        ArgumentOutOfRangeException => "the file would be larger than it may be",
        _ => error.Message.TrimEnd('.'),
    };

    /// <summary>Whether an exception tells of the file system and not of a bug.</summary>
    /// <remarks>A limit on the size of files (EFBIG) comes out of .NET as an argument out of range.</remarks>
    public static bool Explains(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;
}

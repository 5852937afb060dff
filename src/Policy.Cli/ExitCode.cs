namespace Policy.Cli;

/// <summary>What the process says to its caller; the numbers from 64 on are those of sysexits(3).</summary>
internal static class ExitCode
{
    /// <summary>Every rule is met, and at least one was decided.</summary>
    public const int Compliant = 0;

    /// <summary>At least one rule fails.</summary>
    public const int NonCompliant = 1;

    /// <summary>No rule fails, but at least one is unknown, or nothing was decided.</summary>
    public const int Undetermined = 2;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 64;

    /// <summary>A document is not sound.</summary>
    public const int BadData = 65;

    /// <summary>A named input is not there or cannot be read.</summary>
    public const int NoInput = 66;

    /// <summary>A bug of the program.</summary>
    public const int Internal = 70;

    /// <summary>An output cannot be created.</summary>
    public const int CannotCreate = 73;

    /// <summary>An output cannot be written.</summary>
    public const int InputOutput = 74;

    /// <summary>Somebody else changes the same thing.</summary>
    public const int Busy = 75;

    /// <summary>Something takes more time or memory than it may.</summary>
    public const int Limit = 78;
}

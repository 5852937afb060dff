using System.Globalization;

namespace Policy.Cli.Terminal;

/// <summary>What standard output is: how wide, and whether colour is wanted there.</summary>
internal static class TerminalWindow
{
    /// <summary>The width where nobody says it.</summary>
    private const int UsualWidth = 100;

    /// <summary>Whether a person looks at standard output.</summary>
    public static bool IsWatched => !Console.IsOutputRedirected;

    /// <summary>Colour goes to a terminal that is not dumb, unless NO_COLOR is set.</summary>
    public static bool HasColour => IsWatched && AllowsColour;

    /// <summary>The same for standard error.</summary>
    public static bool HasErrorColour => !Console.IsErrorRedirected && AllowsColour;

    private static bool AllowsColour => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb");

    /// <summary>Columns: COLUMNS, else the terminal's own, else 100.</summary>
    public static int Width
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0)
            {
                return columns;
            }

            return IsWatched && Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
        }
    }
}

using System.Text.RegularExpressions;

namespace Policy.Tests.Cli;

/// <summary>A system call of a trace.</summary>
internal sealed record SystemCall(int Process, string Name, string Arguments);

/// <summary>What strace(1) saw of the tool, without what the programs did that it started.</summary>
internal sealed partial record SystemCallTrace(IReadOnlyList<SystemCall> Calls)
{
    /// <summary>Reads the file of <c>strace -f -o</c>.</summary>
    public static SystemCallTrace Read(string file)
    {
        var calls = new List<SystemCall>();
        var others = new HashSet<int>();
        var isStarted = false;
        foreach (var match in File.ReadLines(file).Select(line => Line().Match(line)).Where(match => match.Success))
        {
            var call = new SystemCall(int.Parse(match.Groups[1].Value, null), match.Groups[2].Value, match.Groups[3].Value);
            var isOther = others.Contains(call.Process);
            if (!isOther)
            {
                calls.Add(call);
            }

            // The first program that is started is the tool itself.
            if (call.Name == "execve" && isStarted)
            {
                _ = others.Add(call.Process);
            }
            else if (isOther && call.Name is "clone" or "clone3" or "fork" or "vfork" && int.TryParse(match.Groups[4].Value, out var child))
            {
                _ = others.Add(child);
            }

            isStarted |= call.Name == "execve";
        }

        return new SystemCallTrace(calls);
    }

    /// <summary>The absolute paths that calls named.</summary>
    public IEnumerable<string> Paths() => Calls.Select(Path).OfType<string>().Distinct();

    /// <summary>The paths that were opened to be written.</summary>
    public IEnumerable<string> Written() => Calls
        .Where(call => call.Name is "open" or "openat" or "creat" && Writes().IsMatch(call.Arguments))
        .Select(Path).OfType<string>().Distinct();

    private static string? Path(SystemCall call) => QuotedPath().Match(call.Arguments) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("""^(\d+) +(\w+)\((.*?)(?:\) += (-?\d+).*|<unfinished \.\.\.>)$""")]
    private static partial Regex Line();

    [GeneratedRegex("\"(/[^\"]*)\"")]
    private static partial Regex QuotedPath();

    [GeneratedRegex("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")]
    private static partial Regex Writes();
}

using System.Text.RegularExpressions;

namespace Policy.Tests.Cli;

/// <summary>A system call of a trace.</summary>
internal sealed partial record SystemCall(int Process, string Name, string Arguments)
{
    /// <summary>The first absolute path that it names; of the tool's own process without its number.</summary>
    public string? Path => QuotedPath().Match(Arguments) is { Success: true } match
        ? match.Groups[1].Value.Replace($"/proc/{Process}", "/proc/self", StringComparison.Ordinal)
        : null;

    [GeneratedRegex("\"(/[^\"]*)\"")]
    private static partial Regex QuotedPath();
}

/// <summary>What strace(1) saw of the tool, without what the programs did that it started.</summary>
internal sealed partial record SystemCallTrace(IReadOnlyList<SystemCall> Calls)
{
    /// <summary>Reads the file of <c>strace -f -o</c>.</summary>
    public static SystemCallTrace Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => Line().Match(line)).Where(match => match.Success).ToArray();

        // Twice, because a thread's first call may stand before the end of the call that made it.
        return new SystemCallTrace(OfTool(lines, OfTool(lines, []).Children).Calls);
    }

    private static (List<SystemCall> Calls, HashSet<int> Children) OfTool(Match[] lines, HashSet<int> children)
    {
        var calls = new List<SystemCall>();
        var others = children.ToHashSet();
        var isStarted = false;
        foreach (var match in lines)
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
                _ = others.Add(child) | children.Add(child);
            }

            isStarted |= call.Name == "execve";
        }

        return (calls, children);
    }

    /// <summary>The paths that were opened to be written.</summary>
    public IEnumerable<string> Written() => Calls
        .Where(call => call.Name is "open" or "openat" or "creat" && Writes().IsMatch(call.Arguments))
        .Select(call => call.Path).OfType<string>().Distinct();

    [GeneratedRegex("""^(\d+) +(?:<\.\.\. )?(\w+)(?:\(| resumed>)(.*?)(?:\) += (-?\d+).*|<unfinished \.\.\.>)$""")]
    private static partial Regex Line();

    [GeneratedRegex("O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")]
    private static partial Regex Writes();
}

using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The kernel's knobs.</summary>
internal static class SysctlTree
{
    /// <summary>The folder of the knobs.</summary>
    internal const string Folder = "proc/sys";

    // Keys of cryptography, which only root may read.
    private static readonly string[] Secrets = ["stable_secret", "tcp_fastopen_key"];

    /// <summary>The value of a knob.</summary>
    /// <param name="host">The host.</param>
    /// <param name="name">As sysctl(8) writes it: <c>net.ipv4.ip_forward</c>, or with a dot inside a name <c>net/ipv4/conf/eth0.1/forwarding</c>.</param>
    /// <returns>Absent if the kernel does not have the knob, as that of a module that is not loaded.</returns>
    internal static Observation Ask(Host host, string name)
    {
        var path = PathOf(name);
        var parts = path.Split('/');
        if (Array.Exists(parts, part => part is "" or "." or ".."))
        {
            return new Unknown(UnknownCause.Unsupported, $"{name} names no knob");
        }

        if (Secrets.Contains(parts[^1]))
        {
            return new Unknown(UnknownCause.Unsupported, $"{name} is a secret");
        }

        return host.Root.Value($"{Folder}/{path}") switch
        {
            Missing<string> missing when CapturedTree.HasAllKnobs(host) => new Absent(missing.Source),
            var reading => reading.Observe((value, source) => Answer.Of(value, source)),
        };
    }

    // The first separator decides: net.ipv4.conf.eth0/1.forwarding and net/ipv4/conf/eth0.1/forwarding are the same.
    private static string PathOf(string name) =>
        name.AsSpan().IndexOfAny('.', '/') is >= 0 and var first && name[first] == '.'
            ? string.Create(name.Length, name, (letters, text) => Swap(text, letters))
            : name;

    private static void Swap(string text, Span<char> letters)
    {
        for (var index = 0; index < text.Length; index++)
        {
            letters[index] = text[index] switch
            {
                '.' => '/',
                '/' => '.',
                var letter => letter,
            };
        }
    }
}

using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>The sockets of runtimes that users run for themselves, in their folder of <c>run/user</c>.</summary>
internal static class RootlessSockets
{
    /// <summary>A folder for each user who is logged in, readable by that user and root alone.</summary>
    public const string Folder = "run/user";

    /// <summary>The numbers of the users whose socket stands; unknown where folders of others cannot be read, or a capture may have left it out.</summary>
    public static Observation Of(Host host, string? socket)
    {
        if (socket is null)
        {
            return new Absent();
        }

        var users = host.Root.Names(Folder);
        var entries = (users.Content ?? []).Where(IsNumber).Select(user => (User: user, Entry: host.Root.Entry($"{Folder}/{user}/{socket}"))).ToList();
        var found = entries.Where(item => item.Entry is Got<HostEntry>).Select(item => Answer.Of(decimal.Parse(item.User, CultureInfo.InvariantCulture)));
        return (entries.Find(item => item.Entry is Failed<HostEntry>).Entry, users) switch
        {
            (Failed<HostEntry> failed, _) => failed.Observe((_, _) => new Absent()),
            (_, Failed<string[]>) => users.Observe((_, _) => new Absent()),
            _ when !host.IsLive && !entries.Exists(item => item.Entry is Got<HostEntry>) => new Unknown(UnknownCause.NotCollected, Folder),
            _ => Answer.Of(found),
        };
    }

    private static bool IsNumber(string name) => name.Length is > 0 and <= 10 && name.All(char.IsAsciiDigit);
}

using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Software.Databases;

/// <summary>A database server; its client alone does not count.</summary>
/// <param name="Tool">Its programs and packages.</param>
/// <param name="Processes">How its processes are called, at most fifteen letters.</param>
/// <param name="Port">The TCP port at which it listens unless told otherwise.</param>
/// <param name="Sockets">The ends of the paths of its local sockets.</param>
internal sealed record DatabaseServer(Tool Tool, Sequence<string> Processes, int Port, Sequence<string> Sockets)
{
    /// <summary>Where it keeps its data unless told otherwise; the first that is there counts.</summary>
    public Sequence<string> DataFolders { get; init; } = [];
}

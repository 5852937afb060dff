namespace Policy.Collection;

/// <summary>The only door to programs: a fixed table, no shell, a deadline, a cap on the output, the whole process group killed.</summary>
/// <remarks>On a captured root it gives the output recorded under <c>.policy/commands/PROGRAM ARGUMENTS</c>.</remarks>
public sealed class HostCommands
{
    private readonly HostRoot root;

    /// <summary>The programs of the machine that a root stands for.</summary>
    public HostCommands(HostRoot root) => this.root = root;

    /// <summary>The standard output of a program of <see cref="HostCommand.Everything"/>.</summary>
    /// <returns>Missing if the program is not there, or not recorded; failed with <c>timeout</c> or <c>malformed</c>.</returns>
    public Reading<string> Run(HostCommand command) => root.IsLive ? throw new NotImplementedException() : root.Text($".policy/commands/{command}");
}

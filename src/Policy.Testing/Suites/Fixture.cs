using Policy.Core.Facts;

namespace Policy.Testing.Suites;

/// <summary>What stands in the file that a host of tests names.</summary>
public abstract record Fixture
{
    private protected Fixture()
    {
    }
}

/// <summary>A fact document.</summary>
/// <param name="Bytes">The document; nobody has read it yet.</param>
public sealed record FactFixture(ReadOnlyMemory<byte> Bytes) : Fixture;

/// <summary>Nothing that could be used.</summary>
/// <param name="Message">Why, in one line.</param>
/// <param name="Help">What to do, such as the nearest name; null if the message says all.</param>
public sealed record MissingFixture(string Message, string? Help = null) : Fixture;

/// <summary>Finds what a host of tests names.</summary>
/// <param name="name">The name as the tests write it.</param>
/// <param name="wanted">The facts that are read.</param>
public delegate Fixture FixtureReader(string name, IReadOnlyList<FactReference> wanted);

/// <summary>Collects the facts of a captured root.</summary>
/// <param name="root">A folder or an archive.</param>
/// <param name="wanted">The facts that are read.</param>
public delegate Fixture RootCollector(string root, IReadOnlyList<FactReference> wanted);

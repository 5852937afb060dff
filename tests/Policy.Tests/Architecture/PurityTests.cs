using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Policy.Core.Facts;

namespace Policy.Tests.Architecture;

/// <summary>The core reads no file, process, clock, environment, console, socket or random number: the built assembly does not even name them.</summary>
public class PurityTests
{
    private static readonly string[] ForbiddenTypes =
    [
        "System.Console", "System.Random", "System.AppContext", "System.AppDomain", "System.Activator",
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo", "System.Diagnostics.Stopwatch", "System.TimeProvider",
        "System.Security.Cryptography.RandomNumberGenerator", "System.Threading.Timer", "System.Threading.Thread",
    ];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeZoneInfo.get_Local", "System.Threading.Thread.Sleep", "System.Type.GetType",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Net.Dns.GetHostName",
    ];

    // Streams of memory are values; every other type of System.IO is a door to the outside.
    private static readonly string[] AllowedIo = ["System.IO.MemoryStream", "System.IO.Stream", "System.IO.IOException"];

    // Texts of addresses are parsed and never connected to.
    private static readonly string[] AllowedNet = ["System.Net.IPAddress", "System.Net.Sockets.AddressFamily"];

    [Fact]
    public void The_core_names_no_type_with_a_door_to_the_outside()
    {
        var types = Read(reader => reader.TypeReferences.Select(handle => NameOf(reader, handle)).ToList());

        var forbidden = types.Where(IsForbidden);

        Assert.NotEmpty(types);
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_core_calls_no_member_that_answers_differently_the_next_time()
    {
        var members = Read(reader => reader.MemberReferences.Select(handle => NameOf(reader, handle)).OfType<string>().ToList());

        var forbidden = members.Intersect(ForbiddenMembers);

        Assert.NotEmpty(members);
        Assert.Empty(forbidden);
    }

    [Fact]
    public void The_core_asks_the_environment_nothing()
    {
        var members = Read(reader => reader.MemberReferences.Select(handle => NameOf(reader, handle)).OfType<string>().ToList());

        // Iterators that the compiler writes compare threads.
        var asked = members.Where(name => name.StartsWith("System.Environment.", StringComparison.Ordinal) && name != "System.Environment.get_CurrentManagedThreadId");

        Assert.Empty(asked);
    }

    [Fact]
    public void The_core_calls_no_native_code()
    {
        var imports = Read(reader => reader.GetTableRowCount(TableIndex.ImplMap));

        Assert.Equal(0, imports);
    }

    private static bool IsForbidden(string type) =>
        ForbiddenTypes.Contains(type)
        || (type.StartsWith("System.IO.", StringComparison.Ordinal) && !AllowedIo.Contains(type))
        || (type.StartsWith("System.Net.", StringComparison.Ordinal) && !AllowedNet.Contains(type))
        || type.StartsWith("System.Reflection.Emit.", StringComparison.Ordinal)
        || type.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);

    private static T Read<T>(Func<MetadataReader, T> ask)
    {
        using var file = File.OpenRead(typeof(FactPath).Assembly.Location);
        using var assembly = new PEReader(file);
        return ask(assembly.GetMetadataReader());
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static string? NameOf(MetadataReader reader, MemberReferenceHandle handle)
    {
        var member = reader.GetMemberReference(handle);
        return member.Parent.Kind == HandleKind.TypeReference ? $"{NameOf(reader, (TypeReferenceHandle)member.Parent)}.{reader.GetString(member.Name)}" : null;
    }
}

using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>Which operating system is installed; in a container it is the image's.</summary>
internal static class OsSource
{
    private const string Like = "ID_LIKE";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "operating-system",
        [
            Text("os.id", "ID", "The distribution's short name, such as `debian`, as it spells it."),
            Text("os.version_id", "VERSION_ID", "The version, such as `12` or `41`; rolling distributions have none."),
            Text("os.variant_id", "VARIANT_ID", "The edition, such as `coreos` of Fedora."),
            Text("os.image_id", "IMAGE_ID", "The name of the image that the system was installed as."),
            Text("os.name", "NAME", "The name for people, such as `Debian GNU/Linux`."),
            Text("os.pretty_name", "PRETTY_NAME", "Name and version for people."),
            Text("os.version_codename", "VERSION_CODENAME", "The version's short name, such as `bookworm`."),
            new SingleFact(
                Describe("os.id_like", new ListType(new StringType()), Like, "The distributions that this one is derived from, the nearest first."),
                host => OsRelease.Find(host, Like, (value, source) => Answer.Of(Words(value), source))),
            OsFamily.Fact,
        ]);

    private static SingleFact Text(string path, string name, string describe) =>
        new(Describe(path, new StringType(), name, describe), host => OsRelease.Find(host, name, (value, source) => Answer.Of(value, source)));

    private static FactDescription Describe(string path, FactType type, string name, string describe) =>
        FactDescription.Of(path, type, $"{describe} Absent if os-release has no {name}.", OsRelease.File, OsRelease.VendorFile);

    private static string[] Words(string value) => value.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
}

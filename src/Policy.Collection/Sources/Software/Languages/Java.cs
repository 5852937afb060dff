using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>A Java virtual machine.</summary>
internal static class Java
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new(
        "java",
        ["java"],
        [
            "openjdk-#-jre-headless", "java-#-openjdk-headless", "openjdk@-jre-base", "jre-openjdk-headless", "jre#-openjdk-headless", "temurin-#-jdk",
            "temurin-#-jre",
        ])
    {
        // Of Java 8 the program stands in `jre/bin`, and the file above both.
        FromFiles = (root, program) => VersionText.Behind(root, $"{program.Prefix}/release", "JAVA_VERSION")
            ?? VersionText.Behind(root, $"{program.Prefix}/../release", "JAVA_VERSION"),
    };
}

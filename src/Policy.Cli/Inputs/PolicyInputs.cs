using Policy.Authoring;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Cli.Inputs;

/// <summary>Finds and loads the policies and profiles that the command line names.</summary>
internal sealed class PolicyInputs
{
    private readonly Dictionary<string, AuthoredDocument?> byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The texts that were read, by the name under which complaints speak of them.</summary>
    public Dictionary<string, byte[]> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The complaints so far.</summary>
    public Sequence<Diagnostic> Diagnostics => diagnostics.ToSequence();

    /// <summary>Loads what the command line names; nothing named means the shipped profiles.</summary>
    /// <exception cref="CommandFailure">Something named is not there (66).</exception>
    public IReadOnlyList<AuthoredDocument> Load(IReadOnlyList<string> names)
    {
        var files = names.Count == 0 ? [] : names.SelectMany(Files).Distinct(StringComparer.Ordinal).ToList();
        var documents = files.Select(LoadFile).OfType<AuthoredDocument>().ToList();
        foreach (var same in documents.GroupBy(document => document.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var origins = string.Join(", ", same.Select(document => document.About.Origin.File));
            diagnostics.Add(new Diagnostic(DiagnosticCodes.DuplicateName, SourceSpan.StartOf(same.Last().About.Origin.File), $"the id `{same.Key}` stands in {origins}"));
        }

        return names.Count == 0 ? ShippedProfiles() : documents;
    }

    /// <summary>Composes a run, or complains and ends the command (65).</summary>
    public PolicyRun Compose(IReadOnlyList<AuthoredDocument> documents, IReadOnlyList<ParameterChoice> choices)
    {
        var composed = Composition.Compose(documents, Find, choices);
        diagnostics.AddRange(composed.Diagnostics);
        if (composed.Value is null || diagnostics.Exists(item => item.Code.Severity == DiagnosticSeverity.Error))
        {
            DiagnosticPrinter.Print(Console.Error, diagnostics.ToSequence(), Texts);
            throw new CommandFailure(ExitCode.BadData, string.Empty);
        }

        return composed.Value;
    }

    /// <summary>The complaints that only the composition of documents shows; values that a user still has to choose are none.</summary>
    public Sequence<Diagnostic> Inspect(IReadOnlyList<AuthoredDocument> documents) =>
        Composition.Compose(documents, Find, []).Diagnostics.Where(item => item.Code != DiagnosticCodes.MissingValue).ToSequence();

    private static List<AuthoredDocument> ShippedProfiles() =>
        [.. ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue)).OfType<ProfileDocument>()];

    private static IEnumerable<string> Files(string name)
    {
        if (Directory.Exists(name))
        {
            var found = Yaml(name).ToList();
            return found.Count > 0 ? found : throw new CommandFailure(ExitCode.NoInput, $"no policy in {name}: no .yaml file is there");
        }

        if (name == "-" || File.Exists(name) || ShippedDocuments.FileOf(name) is not null)
        {
            return [name];
        }

        var help = NearestName.Help(name, ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension).OfType<string>());
        throw new CommandFailure(ExitCode.NoInput, $"{name}: no such file, folder or shipped policy{(help is null ? string.Empty : $"\nhelp: {help}")}");
    }

    private static IEnumerable<string> Yaml(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" && !Path.GetFileNameWithoutExtension(file).EndsWith(".test", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private AuthoredDocument? LoadFile(string name)
    {
        var isShipped = name != "-" && !File.Exists(name);
        var (file, bytes) = isShipped ? ($"policies/{ShippedDocuments.FileOf(name)}", ShippedDocuments.Bytes(ShippedDocuments.FileOf(name)!)) : (name, InputFile.Read(name));
        if (!isShipped && name != "-")
        {
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(name))!);
        }

        Texts[file] = bytes;
        var loaded = DocumentLoader.Load(file, bytes, FactSources.Catalogue);
        diagnostics.AddRange(loaded.Diagnostics);
        if (loaded.Value is { } document)
        {
            byId.TryAdd(document.Id, document);
        }

        return loaded.Value;
    }

    // What a profile names: among the named files, beside them, among the shipped ones.
    private AuthoredDocument? Find(string id)
    {
        if (!byId.TryGetValue(id, out var document))
        {
            var beside = folders.SelectMany(Yaml).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);
            document = beside is not null ? LoadFile(beside) : ShippedDocuments.Find(id, FactSources.Catalogue);
            byId.TryAdd(id, document);
        }

        return document;
    }
}

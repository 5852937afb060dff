using Policy.Authoring;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Cli.Inputs;

/// <summary>Finds and loads the policies and profiles that the command line names.</summary>
/// <param name="replaced">Contents that are read instead of those of files, by name; null for none.</param>
internal sealed class PolicyInputs(IReadOnlyDictionary<string, byte[]>? replaced = null)
{
    private readonly Dictionary<string, AuthoredDocument?> byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> unsound = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The texts that were read, by the name under which complaints speak of them.</summary>
    public Dictionary<string, byte[]> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The files that the command line names, itself or by their folder.</summary>
    public IReadOnlyList<string> Named { get; private set; } = [];

    /// <summary>The complaints so far.</summary>
    public Sequence<Diagnostic> Diagnostics => diagnostics.ToSequence();

    /// <summary>Loads what the command line names; nothing named means the shipped profiles.</summary>
    /// <exception cref="CommandFailure">Something named is not there (66).</exception>
    public IReadOnlyList<AuthoredDocument> Load(IReadOnlyList<string> names)
    {
        var files = names.SelectMany(name => Files(name, withTests: false)).Distinct(StringComparer.Ordinal).ToList();
        var documents = files.Select(file => LoadFile(Text(file))).OfType<AuthoredDocument>().ToList();
        CheckIds(documents);
        return names.Count == 0 ? ShippedProfiles() : documents;
    }

    /// <summary>Loads documents of every kind; waivers and tests come behind the policies that they can name.</summary>
    /// <exception cref="CommandFailure">Something named is not there (66).</exception>
    public IReadOnlyList<SourceDocument> LoadEverything(IReadOnlyList<string> names)
    {
        Named = [.. names.SelectMany(name => Files(name, withTests: true)).Distinct(StringComparer.Ordinal)];
        var texts = Named.Select(Text).ToList();
        var isLate = texts.ToLookup(text => DocumentHead.Of(text.File, text.Bytes) is { IsAboutPolicies: true });
        var documents = isLate[false].Select(LoadFile).OfType<SourceDocument>().ToList();
        CheckIds([.. documents.OfType<AuthoredDocument>()]);
        foreach (var loaded in isLate[true].Select(text => DocumentLoader.Load(text, FactSources.Catalogue, Library)))
        {
            diagnostics.AddRange(loaded.Diagnostics);
            documents.AddRange(loaded.Value is { } document ? [document] : []);
        }

        return documents;
    }

    /// <summary>The policy of an id, as profiles and tests find it; null if there is none.</summary>
    public PolicyDocument? Policy(string id) => Find(id) as PolicyDocument;

    /// <summary>Loads waivers, behind the policies that they can name; of a folder the files that are waivers.</summary>
    /// <exception cref="CommandFailure">Something named is not there (66).</exception>
    public Sequence<WaiverDocument> LoadWaivers(IReadOnlyList<string> names)
    {
        var texts = names.SelectMany(WaiverFiles).Distinct(StringComparer.Ordinal).Select(Text).ToList();
        return texts.Select(LoadWaivers).OfType<WaiverDocument>().ToSequence();
    }

    /// <summary>Composes a run, or complains and ends the command (65).</summary>
    public PolicyRun Compose(IReadOnlyList<AuthoredDocument> documents, IReadOnlyList<ParameterChoice> choices, Sequence<WaiverDocument> waivers = default)
    {
        var composed = Composition.Compose(documents, Find, choices, waivers);
        diagnostics.AddRange(composed.Diagnostics);
        if (composed.Value is null || diagnostics.Exists(item => item.Code.Severity == DiagnosticSeverity.Error))
        {
            DiagnosticPrinter.Print(Console.Error, diagnostics.ToSequence(), Texts);
            var isUsage = diagnostics.TrueForAll(item => ParameterChoice.IsPlace(item.Span));
            throw new CommandFailure(isUsage ? ExitCode.Usage : ExitCode.BadData, string.Empty);
        }

        return composed.Value;
    }

    /// <summary>Ends the command with the complaints so far, if one of them is an error.</summary>
    /// <exception cref="CommandFailure">There is an error (65).</exception>
    public void Refuse()
    {
        if (diagnostics.Exists(item => item.Code.Severity == DiagnosticSeverity.Error))
        {
            DiagnosticPrinter.Print(Console.Error, Diagnostics, Texts);
            throw new CommandFailure(ExitCode.BadData, string.Empty);
        }
    }

    /// <summary>The complaints that only the composition of documents shows; values that a user still has to choose are none.</summary>
    public Sequence<Diagnostic> Inspect(IReadOnlyList<AuthoredDocument> documents) =>
        Composition.Inspect(documents, Find);

    private PolicyLibrary Library =>
        new(Find, id => Find(id) is null && unsound.Contains(id), () => byId.Where(item => item.Value is not null).Select(item => item.Key).Concat(ShippedNames));

    private static IEnumerable<string> ShippedNames => ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension).OfType<string>();

    private static List<AuthoredDocument> ShippedProfiles() =>
        [.. ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue)).OfType<ProfileDocument>()];

    private List<string> Files(string name, bool withTests)
    {
        if (Directory.Exists(name))
        {
            var found = PolicyFolder.Files(name, isDeep: true, withTests).ToList();
            return found.Count > 0 ? found : throw new CommandFailure(ExitCode.NoInput, $"no policy in {name}: no .yaml file is there");
        }

        if (name == "-" || replaced?.ContainsKey(name) == true || File.Exists(name) || ShippedDocuments.FileOf(name) is not null)
        {
            return [name];
        }

        var help = NearestName.Help(name, ShippedNames);
        throw new CommandFailure(ExitCode.NoInput, $"{name}: no such file, folder or shipped policy{(help is null ? string.Empty : $"\nhelp: {help}")}");
    }

    // Of a file in a folder whose beginning cannot be read nobody knows that it is no waivers.
    private static List<string> WaiverFiles(string name)
    {
        if (!Directory.Exists(name))
        {
            return name == "-" || File.Exists(name) ? [name] : throw new CommandFailure(ExitCode.NoInput, $"{name}: no such file or folder");
        }

        var found = PolicyFolder.Files(name, isDeep: true, withTests: false).Where(file => DocumentHead.Of(file, InputFile.Read(file)) is null or { Kind: "waivers" }).ToList();
        return found.Count > 0 ? found : throw new CommandFailure(ExitCode.NoInput, $"no waivers in {name}: no .yaml file there begins with `waivers:`");
    }

    private WaiverDocument? LoadWaivers(DocumentText text)
    {
        if (DocumentHead.Of(text.File, text.Bytes) is { Kind: not "waivers" } head && DocumentLoader.Kinds.Contains(head.Kind))
        {
            var start = SourceSpan.StartOf(text.File);
            diagnostics.Add(new Diagnostic(DiagnosticCodes.DocumentKind, start, $"the document is of the kind `{head.Kind}`, and waivers are wanted", "begin with `waivers: an-id`"));
            return null;
        }

        var loaded = DocumentLoader.Load(text, FactSources.Catalogue, Library);
        diagnostics.AddRange(loaded.Diagnostics);
        return loaded.Value as WaiverDocument;
    }

    private void CheckIds(IReadOnlyList<AuthoredDocument> documents)
    {
        foreach (var same in documents.GroupBy(document => document.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var origins = string.Join(", ", same.Select(document => document.Origin.File));
            diagnostics.Add(new Diagnostic(DiagnosticCodes.DuplicateName, SourceSpan.StartOf(same.Last().Origin.File), $"the id `{same.Key}` stands in {origins}"));
        }
    }

    private DocumentText Text(string name)
    {
        var isShipped = name != "-" && !File.Exists(name);
        if (replaced?.TryGetValue(name, out var other) == true)
        {
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(name))!);
            Texts[name] = other;
            return new DocumentText(name, other);
        }

        var (file, bytes) = isShipped ? ($"policies/{ShippedDocuments.FileOf(name)}", ShippedDocuments.Bytes(ShippedDocuments.FileOf(name)!)) : (name, InputFile.Read(name));
        if (!isShipped && name != "-")
        {
            folders.Add(Path.GetDirectoryName(Path.GetFullPath(name))!);
        }

        Texts[file] = bytes;
        return new DocumentText(file, bytes);
    }

    private AuthoredDocument? LoadFile(DocumentText text)
    {
        var loaded = DocumentLoader.Load(text.File, text.Bytes, FactSources.Catalogue);
        diagnostics.AddRange(loaded.Diagnostics);
        if (loaded.Value is { } document)
        {
            byId.TryAdd(document.Id, document);
        }
        else if (DocumentHead.Of(text.File, text.Bytes) is { } head)
        {
            unsound.Add(head.Id);
            byId.TryAdd(head.Id, null);
        }

        return loaded.Value;
    }

    // Below the current folder a short name; an editor knows its documents by their whole names.
    private string Near(string file) => replaced is null && Path.GetRelativePath(".", file) is var near && !near.StartsWith("..", StringComparison.Ordinal) ? near : file;

    // What a profile names: among the named files, beside them, among the shipped ones.
    private AuthoredDocument? Find(string id)
    {
        if (!byId.TryGetValue(id, out var document))
        {
            var beside = folders.SelectMany(folder => PolicyFolder.Files(folder, isDeep: false, withTests: false)).FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);
            document = beside is not null ? LoadFile(Text(Near(beside))) : ShippedDocuments.Find(id, FactSources.Catalogue);
            byId.TryAdd(id, document);
        }

        return document;
    }
}

using Policy.Authoring.Reading;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Authoring;

/// <summary>Composes named policies and profiles to a run.</summary>
public sealed class Composition
{
    private readonly Func<string, AuthoredDocument?> find;
    private readonly IReadOnlyList<ParameterChoice> choices;
    private readonly Complaints complaints = new();
    private readonly List<Variant> variants = [];
    private readonly List<ProfileSelection> profiles = [];

    private Composition(Func<string, AuthoredDocument?> find, IReadOnlyList<ParameterChoice> choices) => (this.find, this.choices) = (find, choices);

    /// <summary>Composes a run, with all complaints at once.</summary>
    /// <param name="documents">What hosts are to be judged by.</param>
    /// <param name="find">Finds the documents that profiles name.</param>
    /// <param name="choices">Values that the user chose; they go before those of profiles.</param>
    /// <param name="waivers">Failures that are accepted.</param>
    public static Checked<PolicyRun> Compose(
        IEnumerable<AuthoredDocument> documents, Func<string, AuthoredDocument?> find, IReadOnlyList<ParameterChoice> choices, Sequence<WaiverDocument> waivers = default)
    {
        var composition = new Composition(find, choices);
        var tailored = composition.Tailored(documents);
        var run = composition.complaints.IsFine ? new PolicyRun(tailored, [.. composition.profiles], waivers) : null;
        return new Checked<PolicyRun>(run, composition.complaints.InOrder());
    }

    /// <summary>The complaints that composing a run would bring, without making one; values that a user still has to choose are none.</summary>
    public static Sequence<Diagnostic> Inspect(IEnumerable<AuthoredDocument> documents, Func<string, AuthoredDocument?> find)
    {
        var composition = new Composition(find, []);
        composition.Tailored(documents);
        return composition.complaints.InOrder().Where(item => item.Code != DiagnosticCodes.MissingValue).ToSequence();
    }

    private List<TailoredPolicy> Tailored(IEnumerable<AuthoredDocument> documents)
    {
        foreach (var document in documents)
        {
            Add(document);
        }

        CheckChoices();
        return [.. variants.Select(variant => PolicyTailor.Apply(variant.Policy, variant.Tailoring, Label(variant), choices, complaints))];
    }

    private void Add(AuthoredDocument document)
    {
        switch (document)
        {
            case PolicyDocument policy:
                Index(policy, Tailoring.None, profile: null);
                break;
            case ProfileDocument profile:
                Add(profile, []);
                break;
        }
    }

    private Sequence<int> Add(ProfileDocument profile, HashSet<string> open)
    {
        if (profiles.Find(done => done.Profile.Id == profile.Id) is { } known)
        {
            return known.Policies;
        }

        open.Add(profile.Id);
        var policies = profile.Include.SelectMany(entry => Include(entry, profile, open)).Distinct().ToSequence();
        open.Remove(profile.Id);
        profiles.Add(new ProfileSelection(profile, policies));
        return policies;
    }

    private Sequence<int> Include(ProfileEntry entry, ProfileDocument profile, HashSet<string> open)
    {
        if (entry.IsProfile && open.Contains(entry.Id))
        {
            complaints.Add(DiagnosticCodes.Cycle, entry.Span, $"the profile `{entry.Id}` includes itself", "take one of the includes out of the circle");
            return [];
        }

        switch (find(entry.Id))
        {
            case PolicyDocument policy when !entry.IsProfile:
                return [Index(policy, entry.Tailoring, profile.Id)];
            case ProfileDocument inner when entry.IsProfile:
                return Add(inner, open);
            default:
                var kind = entry.IsProfile ? "profile" : "policy";
                var help = NearestName.Help(entry.Id, ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension).OfType<string>());
                complaints.Add(DiagnosticCodes.UnknownPolicy, entry.Span, $"there is no {kind} `{entry.Id}`", help ?? "it is looked for beside this file and among the shipped ones");
                return [];
        }
    }

    private int Index(PolicyDocument policy, Tailoring tailoring, string? profile)
    {
        var known = variants.FindIndex(item => item.Policy.Id == policy.Id && item.Tailoring.HasSameEffectAs(tailoring));
        if (known >= 0)
        {
            return known;
        }

        variants.Add(new Variant(policy, tailoring, profile));
        return variants.Count - 1;
    }

    private string? Label(Variant variant) => variants.Count(item => item.Policy.Id == variant.Policy.Id) > 1 ? variant.Profile : null;

    private void CheckChoices()
    {
        foreach (var choice in choices.Where(choice => !variants.Exists(variant => variant.Policy.Id == choice.Policy)))
        {
            var names = variants.Select(variant => variant.Policy.Id);
            complaints.Add(DiagnosticCodes.UnknownPolicy, choice.Span, $"no policy `{choice.Policy}` takes part in this run", NearestName.Help(choice.Policy, names));
        }
    }

    private sealed record Variant(PolicyDocument Policy, Tailoring Tailoring, string? Profile);
}

/// <summary>A value that the user chose for a parameter.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Text">The value; the items of a list are separated by commas.</param>
/// <param name="Span">Where it was given.</param>
public sealed record ParameterChoice(string Policy, string Parameter, string Text, SourceSpan Span)
{
    /// <summary>Whether a complaint there is about a choice and not about a document.</summary>
    public static bool IsPlace(SourceSpan span) => span.File.StartsWith("--set ", StringComparison.Ordinal);

    /// <summary>Reads <c>POLICY.PARAMETER=VALUE</c>; null if it is not of that form.</summary>
    public static ParameterChoice? Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var dot = equals < 0 ? -1 : text[..equals].LastIndexOf('.');
        return dot <= 0 || dot == equals - 1 ? null
            : new ParameterChoice(text[..dot], text[(dot + 1)..equals], text[(equals + 1)..], new SourceSpan($"--set {text}", 1, 1, 1));
    }
}

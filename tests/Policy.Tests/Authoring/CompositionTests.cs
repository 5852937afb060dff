using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Tests.Authoring.Reading;

namespace Policy.Tests.Authoring;

public sealed class CompositionTests
{
    private const string Memory =
        """
        policy: memory
        version: 1.0.0
        title: Has memory
        parameters:
          least: { type: size, at_least: 1 GiB }
          flags: { type: list, of: { type: string }, default: [] }
        rules:
          - { id: enough, title: t, severity: low, require: { memory.total: { at_least: { parameter: least } } } }
          - { id: flagged, title: t, severity: low, require: { cpu.flags: { contains_all: { parameter: flags } } } }
        """;

    [Theory]
    [InlineData("policy: memroy", "p:4:21: POL2018: there is no policy `memroy`")]
    [InlineData("policy: p", "p:4:21: POL2018: there is no policy `p`")]
    [InlineData("profile: memory", "p:4:22: POL2018: there is no profile `memory`")]
    [InlineData("profile: p", "p:4:22: POL2013: the profile `p` includes itself")]
    [InlineData("policy: memory, parameters: { laest: 1 GiB, least: 2 GiB }", "p:4:50: POL2010: `memory` has no parameter `laest`")]
    [InlineData("policy: memory, parameters: { least: 512 MiB }", "p:4:50: POL2009: `512 MiB` is out of the bounds of `least`")]
    [InlineData("policy: memory, parameters: { least: 2 }", "p:4:50: POL2006: `2` has no unit")]
    [InlineData("policy: memory, parameters: { least: [2 GiB] }", "p:4:50: POL1103: expected a size, found a list")]
    [InlineData("policy: memory, parameters: { least: 2 GiB, flags: vmx }", "p:4:64: POL1103: expected a list of string")]
    [InlineData("policy: memory, parameters: { least: 2 GiB }, severity: { enouhg: low }", "p:4:71: POL2012: `memory` has no rule `enouhg`")]
    [InlineData("policy: memory, parameters: { least: 2 GiB }, without: [flaged]", "p:4:69: POL2012: `memory` has no rule `flaged`")]
    [InlineData("policy: memory", "m:5:3: POL2019: the parameter `least` has no default and no value")]
    public void A_profile_that_cannot_be_composed_is_told_where(string entry, string complaint)
    {
        var composed = Compose([Profile("p", entry)]);

        Assert.Null(composed.Value);
        Assert.Equal(complaint, Assert.Single(composed.Diagnostics).ToString());
    }

    [Fact]
    public void A_circle_of_profiles_is_told_once()
    {
        var composed = Compose([Profile("p", "profile: q"), Profile("q", "profile: r"), Profile("r", "profile: p")]);

        Assert.Equal(DiagnosticCodes.Cycle, Assert.Single(composed.Diagnostics).Code);
    }

    [Theory]
    [InlineData("memory.least=512 MiB", "POL2009", "it must hold: at least 1 GiB")]
    [InlineData("memory.laest=1 GiB", "POL2010", "did you mean `least`?")]
    [InlineData("memroy.least=1 GiB", "POL2018", "did you mean `memory`?")]
    [InlineData("memory.least=lots", "POL2005", "write a number with its unit, such as `8 GiB`")]
    public void A_choice_that_cannot_be_taken_is_told_with_what_can(string choice, string code, string help)
    {
        var composed = Compose([Policy(Memory, "m")], ParameterChoice.Parse("memory.least=4 GiB")!, ParameterChoice.Parse(choice)!);

        var complaint = Assert.Single(composed.Diagnostics);
        Assert.Equal((code, help), (complaint.Code.Id, complaint.Help));
        Assert.True(ParameterChoice.IsPlace(complaint.Span));
    }

    [Fact]
    public void A_choice_of_the_user_goes_before_that_of_a_profile()
    {
        var composed = Compose([Profile("p", "policy: memory, parameters: { least: 2 GiB }")], ParameterChoice.Parse("memory.least=8 GiB")!, ParameterChoice.Parse("memory.flags=vmx, svm")!);

        var values = Assert.Single(composed.Value!.Plans).Settings.Parameters;
        Assert.Equal("NumberValue { Value = 8589934592 }", values["least"].ToString());
        Assert.Equal(2, Assert.IsType<Core.Facts.ListValue>(values["flags"]).Items.Count);
    }

    [Fact]
    public void A_policy_that_two_profiles_tailor_alike_is_judged_once()
    {
        const string Entry = "policy: memory, parameters: { least: 2 GiB }, without: [flagged]";

        var composed = Compose([Profile("p", Entry), Profile("q", Entry)]);

        Assert.Single(composed.Value!.Plans);
        Assert.Equal("enough", Assert.Single(composed.Value.Plans[0].Policy.Rules).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a=b")]
    [InlineData(".a=b")]
    [InlineData("a.=b")]
    [InlineData("=a.b")]
    public void A_choice_of_another_form_is_none(string text)
    {
        var choice = ParameterChoice.Parse(text);

        Assert.Null(choice);
    }

    private static ProfileDocument Profile(string id, string entry) =>
        (ProfileDocument)AuthoredText.Sound($"profile: {id}\nversion: 1.0.0\ntitle: t\ninclude: [{{ {entry} }}]\n");

    private static PolicyDocument Policy(string text, string file) =>
        (PolicyDocument)DocumentLoader.Load(file, System.Text.Encoding.UTF8.GetBytes(text), AuthoredText.Catalogue).Value!;

    private static Checked<PolicyRun> Compose(AuthoredDocument[] documents, params ParameterChoice[] choices)
    {
        var known = documents.Append(Policy(Memory, "m")).DistinctBy(document => document.Id).ToDictionary(document => document.Id);
        return Composition.Compose(documents, known.GetValueOrDefault, choices);
    }
}

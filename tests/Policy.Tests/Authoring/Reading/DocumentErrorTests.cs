namespace Policy.Tests.Authoring.Reading;

public sealed class DocumentErrorTests
{
    [Theory]
    [InlineData("policy: a\nversion: 1.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x } }]", "2:10: POL2005: `1.0` is not a version of the scheme `semver`", "write three numbers, such as `1.0.0`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x } }, { id: r, title: t, severity: low, require: { os.id: y } }]", "4:74: POL2014: there are two rules `r`", "an id stands once in a policy")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r-1, title: t, severity: low, require: { os.id: x }, needs: [r-2] }]", "4:76: POL2012: this policy has no rule `r-2`", "did you mean `r-1`?")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: memory, title: t, severity: low, require: { os.id: x } }, { id: s, title: t, severity: low, require: { os.id: y }, needs: [memroy] }]", "4:138: POL2012: this policy has no rule `memroy`", "did you mean `memory`?")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, needs: [r] }]", "4:74: POL2013: `r` leads back to itself", "take one of the references out of the circle")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, needs: [s] }, { id: s, title: t, severity: low, require: { os.id: y }, needs: [r] }]", "4:145: POL2013: `r` leads back to itself", "take one of the references out of the circle")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: lowest, require: { os.id: x } }]", "4:38: POL1104: `lowest` is not one of `critical`, `high`, `medium`, `low`, `info`", null)]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low }]", "4:9: POL1102: the rule has no `require`", null)]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: {} }]", "4:52: POL1106: an empty condition", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, recommend: { os.idd: x } }]", "4:79: POL2002: no source gives the fact `os.idd`", "did you mean `os.id`?")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, applies: { os.id: ~ } }]", "4:84: POL2017: `~` means null, and a string is expected", "quote it to mean the text: \"~\"")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, fix: { text: t, when: { os.iid: x } } }]", "4:90: POL2002: no source gives the fact `os.iid`", "did you mean `os.id`?")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, fix: [{ text: t, when: {} }] }]", "4:89: POL1106: an empty condition", "write `{ cpu.flags: { contains: vmx } }`")]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x }, fix: { effort: easy, text: t } }]", "4:81: POL1104: `easy` is not one of `configuration`, `software`, `reboot`, `firmware`, `hardware`", null)]
    public void A_rule_that_cannot_be_used_is_told(string text, string complaint, string? help)
    {
        var diagnostic = AuthoredText.Complaint(text);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }

    [Theory]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: []", "4:10: POL1106: found an empty list, expected at least one entry", null)]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: a, profile: b }]", "4:11: POL2016: expected either `policy` or `profile`, found both", "write `- policy: an-id`, and one entry for each")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{}]", "4:11: POL2016: expected either `policy` or `profile`, found neither", "write `- policy: an-id`, and one entry for each")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ without: [x] }]", "4:11: POL2016: expected either `policy` or `profile`, found neither", "write `- policy: an-id`, and one entry for each")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ profile: b, without: [x] }]", "4:25: POL2016: `without` tailors a policy, not a profile", "include the policy itself to tailor it")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, severity: { x: lower } }]", "4:39: POL1104: `lower` is not one of `critical`, `high`, `medium`, `low`, `info`", "did you mean `low`?")]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, parameters: { x: { y: 1 } } }]", "4:41: POL1103: expected a value or a list of values", null)]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, parameters: { x: ~ } }]", "4:41: POL1103: expected text or a list, found null", null)]
    [InlineData("profile: p\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: b, parameters: { x: [~, a] } }]", "4:42: POL1103: expected text, found null", "put `~` in quotes if the word is meant")]
    public void A_profile_that_cannot_be_used_is_told(string text, string complaint, string? help)
    {
        var diagnostic = AuthoredText.Complaint(text);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }

    [Theory]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t\nrules: []", "4:8: POL1106: found an empty list, expected at least one entry", null)]
    [InlineData("policy: a\nversion: 1.0.0\ntitle: t", "1:1: POL1102: the policy has no `rules`", null)]
    [InlineData("polcy: a\nversion: 1.0.0", "1:1: POL1013: the first key says the kind of the document, and `polcy` is none", "did you mean `policy`?")]
    [InlineData("version: 1.0.0\npolicy: a\ntitle: t\nrules: [{ id: r, title: t, severity: low, require: { os.id: x } }]", "1:1: POL1013: the first key says the kind of the document, and `version` is none", "begin with `policy: an-id`")]
    [InlineData("[policy]", "1:1: POL1103: a document is a mapping", "begin with `policy: an-id`")]
    [InlineData("waivers: []", "1:1: POL1013: a document of the kind `waivers` cannot be judged by", "name a policy or a profile")]
    [InlineData("tests: a", "1:1: POL1013: a document of the kind `tests` cannot be judged by", "name a policy or a profile")]
    public void A_document_that_cannot_be_used_is_told(string text, string complaint, string? help)
    {
        var diagnostic = AuthoredText.Complaint(text);

        Assert.Equal($"p:{complaint}", diagnostic.ToString());
        Assert.Equal(help, diagnostic.Help);
    }
}

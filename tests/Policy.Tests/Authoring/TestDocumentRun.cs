using System.Text;
using Policy.Core.Evaluation;
using Policy.Core.Rules;
using Policy.Testing.Suites;

namespace Policy.Tests.Authoring;

/// <summary>Judges the hosts of a document of tests: what the rules of its policy say, beside what it expects.</summary>
internal static class TestDocumentRun
{
    /// <summary>A line for each rule of each case: <c>host/rule: verdict</c>, as expected and as judged.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="policy">Their policy.</param>
    /// <param name="file">The text of a fact document that stands beside the tests.</param>
    public static IEnumerable<(string Expected, string Judged)> Of(TestDocument tests, PolicyDocument policy, Func<string, string> file)
    {
        var suite = new TestSuite(tests, policy, (name, _) => new FactFixture(Encoding.UTF8.GetBytes(file(name))), new Dictionary<string, WaiverDocument>(), string.Empty);
        var run = SuiteRun.Of(suite);
        Assert.Empty(run.Diagnostics);
        return from item in run.Value!.Cases
               from expectation in item.Expectations
               let name = $"{item.Case.Written.Host}/{expectation.Finding.Rule.Id}"
               select ($"{name}: {expectation.Written.Verdict}", $"{name}: {expectation.Finding.Verdict.Name()}");
    }
}

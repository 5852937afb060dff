using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Facts;
using Policy.Core.Reasoning;
using Policy.Core.Rules;

namespace Policy.Tests.Reasoning;

/// <summary>The shipped policies mean what they say.</summary>
public class ShippedReasoningTests
{
    private static readonly FactCatalogue Catalogue = FactSources.Catalogue;

    [Fact]
    public void The_shipped_policies_give_no_warning()
    {
        var policies = ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), Catalogue)).OfType<PolicyDocument>().ToList();

        Assert.NotEmpty(policies);
        Assert.Empty(policies.SelectMany(PolicyReasoner.Check).Select(warning => $"{warning} ({warning.Help})"));
    }
}

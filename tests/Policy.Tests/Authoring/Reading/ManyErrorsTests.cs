namespace Policy.Tests.Authoring.Reading;

public sealed class ManyErrorsTests
{
    private const string Broken =
        """
        policy: a
        version: 1.0
        titel: t
        parameters:
          least: { type: size, default: 512 MiB, at_least: 1 GiB }
        define:
          one: { use: two }
          two: { use: one }
        rules:
          - id: first
            title: t
            severity: hgih
            require:
              cpu.flag: { contains: vmx }
              memory.total: { at_least: 8, at_most: { parameter: laest } }
              cpu.flags: { every: { starts_with: v }, contain: vmx }
              any: []
            needs: [second, thrid]
          - id: first
            title: t
            severity: low
            require: { kvm.registered: yes, os.id: [debian], use: three }
        """;

    [Fact]
    public void Every_mistake_of_a_policy_is_told_at_once_and_none_twice()
    {
        var places = AuthoredText.Load(Broken).Diagnostics.Select(item => $"{item.Span.Line}:{item.Span.Column} {item.Code.Id}");

        Assert.Equal(
            [
                "2:10 POL2005", "3:1 POL1101", "5:33 POL2009", "8:15 POL2013", "12:15 POL1104", "14:7 POL2002", "15:33 POL2006", "15:58 POL2010",
                "16:20 POL1102", "16:47 POL2003", "17:12 POL1106", "18:13 POL2012", "18:21 POL2012", "19:9 POL2014", "22:32 POL2005", "22:44 POL1103", "22:59 POL2011",
            ],
            places);
    }

    [Fact]
    public void A_document_with_a_mistake_is_not_given_out()
    {
        var loaded = AuthoredText.Load(Broken);

        Assert.Null(loaded.Value);
    }

    [Fact]
    public void Many_declared_facts_are_read_in_time_in_proportion()
    {
        var facts = string.Concat(Enumerable.Range(0, 50_000).Select(number => $"  site.fact{number}: {{ type: string, describe: d }}\n"));

        var loaded = AuthoredText.Load($"{AuthoredText.Head}facts:\n{facts}{AuthoredText.Rule}");

        Assert.Empty(loaded.Diagnostics);
    }
}

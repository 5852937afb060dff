using System.Text;
using Policy.Core.Facts;

namespace Policy.Tests.Facts;

public sealed class FactDocumentReaderTests
{
    private static readonly RecordType Package = new([new FactField("version", new VersionType(VersionScheme.Deb)), new FactField("size", new NumberType(FactUnit.Size))]);

    private static readonly FactCatalogue Catalogue = new(
    [
        FactDescription.Of("t.flag", new BooleanType(), ""),
        FactDescription.Of("t.n", new NumberType(), ""),
        FactDescription.Of("t.mem", new NumberType(FactUnit.Size), ""),
        FactDescription.Of("t.kind", new StringType(["red"]), ""),
        FactDescription.Of("t.ver", new VersionType(VersionScheme.Dotted), ""),
        FactDescription.Of("t.date", new DateType(), ""),
        FactDescription.Of("t.tags", new ListType(new StringType()), ""),
        FactDescription.Of("t.disk", Package, ""),
        FactDescription.Of("t.pkg(*)", new MapType("name", Package), ""),
        FactDescription.Of("sysctl(*)", new MapType("name", new StringType()), ""),
    ]);

    private static readonly Present OneSize = new(new RecordValue(new FactMap([new("size", new Present(new NumberValue(1)))])));

    [Fact]
    public void A_document_says_whose_facts_it_holds()
    {
        var read = Assert.IsType<ReadFacts>(Document("""{"format":1,"host":"pve01","collected_at":"2026-11-22T09:59:31Z","collector":"x","facts":{},"more":[{}]}"""));

        Assert.Equal(new FactOrigin("pve01", new DateTimeOffset(2026, 11, 22, 9, 59, 31, TimeSpan.Zero), "x"), read.Facts.Origin);
        Assert.Null(Assert.IsType<ReadFacts>(Document("""{"format":1,"host":"h","facts":{}}""")).Facts.Origin.CollectedAt);
    }

    [Fact]
    public void The_digest_is_that_of_the_bytes()
    {
        const string Json = """{"format":1,"host":"h","facts":{}}""";

        var read = Assert.IsType<ReadFacts>(Document(Json));

        Assert.Equal("sha256:82258fdf961f9474b97b976e3a93de68e2a7d6ef626c63923967bfb73c203873", read.Facts.Digest);
    }

    [Theory]
    [InlineData("t.flag", "true")]
    [InlineData("t.n", "2.50")]
    [InlineData("t.n", "-1e2")]
    [InlineData("t.n", "1234567890123456789012345678")]
    [InlineData("t.mem", "1024")]
    [InlineData("t.mem", "\"8 GiB\"")]
    [InlineData("t.mem", "\"0\"")]
    [InlineData("t.kind", "\"green\"")]
    [InlineData("t.ver", "\"1.0+b\"")]
    [InlineData("t.date", "\"2026-11-22\"")]
    [InlineData("t.tags", "[]")]
    [InlineData("t.disk", "{\"other\":{\"a\":1}}")]
    [InlineData("t.pkg(*)", "{}")]
    public void A_value_of_the_type_is_present(string path, string json) => Assert.IsType<Present>(Observe(path, Facts(path, json)));

    [Theory]
    [InlineData("t.flag", "\"true\"")]
    [InlineData("t.flag", "1")]
    [InlineData("t.n", "\"4\"")]
    [InlineData("t.n", "true")]
    [InlineData("t.n", "12345678901234567890123456789")]
    [InlineData("t.n", "1e29")]
    [InlineData("t.n", "1e-29")]
    [InlineData("t.n", "1e999999999999")]
    [InlineData("t.mem", "\"8\"")]
    [InlineData("t.mem", "\"text\"")]
    [InlineData("t.kind", "{\"a\":1}")]
    [InlineData("t.kind", "\"\\ud800\"")]
    [InlineData("t.ver", "3")]
    [InlineData("t.ver", "\"text\"")]
    [InlineData("t.date", "3")]
    [InlineData("t.date", "\"text\"")]
    [InlineData("t.tags", "{}")]
    [InlineData("t.disk", "[1]")]
    [InlineData("t.disk", "\"text\"")]
    [InlineData("t.pkg(*)", "[]")]
    public void A_value_of_another_type_is_malformed(string path, string json) =>
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(Observe(path, Facts(path, json))).Cause);

    [Theory]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":{"a":{"size":null}}}}""")]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":{"a":null}}}""")]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":{"*":null,"b":{}}}}""")]
    [InlineData("t.pkg(a)", """{"t":{"pkg":{"b":{},"*":null}}}""")]
    [InlineData("t.pkg(a)", """{"t":{"pkg":null}}""")]
    [InlineData("t.pkg(*)", """{"t":{"pkg":null}}""")]
    [InlineData("t.disk.size", """{"t":{"disk":null}}""")]
    [InlineData("t.flag", """{"t":null}""")]
    public void Null_and_what_is_below_null_or_not_in_a_complete_map_is_absent(string path, string facts) => Assert.Equal(new Absent(), Observe(path, facts));

    [Theory]
    [InlineData("t.pkg(a)", """{"t":{"pkg":{"*":1}}}""")]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":{"a":{},"*":null}}}""")]
    [InlineData("t.disk.size", """{"t":{"disk":{"*":null}}}""")]
    [InlineData("t.flag", "{}")]
    public void What_is_not_there_is_not_collected(string path, string facts) => Assert.Equal(new Unknown(UnknownCause.NotCollected), Observe(path, facts));

    [Theory]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":{"a":true}}}""")]
    [InlineData("t.pkg(a).size", """{"t":{"pkg":[1]}}""")]
    [InlineData("t.disk.size", """{"t":{"disk":"x"}}""")]
    [InlineData("t.flag", """{"t":3}""")]
    public void What_is_below_a_malformed_value_is_malformed(string path, string facts) =>
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(Observe(path, facts)).Cause);

    [Theory]
    [InlineData("t.flag", "t", UnknownCause.Denied)]
    [InlineData("t.flag", "t.flag", UnknownCause.Denied)]
    [InlineData("t.pkg(a)", "t.pkg(a)", UnknownCause.Denied)]
    [InlineData("t.pkg(a)", "t.pkg(*)", UnknownCause.Denied)]
    [InlineData("t.pkg(a)", "t.pkg", UnknownCause.Denied)]
    [InlineData("t.pkg(a)", "t", UnknownCause.Denied)]
    [InlineData("t.pkg(a).size", "t.pkg(a)", UnknownCause.Denied)]
    [InlineData("t.pkg(*)", "t.pkg(*)", UnknownCause.Denied)]
    [InlineData("t.pkg(*)", "t.pkg", UnknownCause.Denied)]
    [InlineData("t.pkg(a\\)b)", "t.pkg(a\\\\)b)", UnknownCause.Denied)]
    [InlineData("sysctl(net.ipv4.ip_forward)", "sysctl(net.ipv4.ip_forward)", UnknownCause.Denied)]
    [InlineData("t.pkg(a)", "t.pkg(b)", UnknownCause.NotCollected)]
    [InlineData("t.pkg(*)", "t.pkg(a)", UnknownCause.NotCollected)]
    [InlineData("t.flag", "t.flag(", UnknownCause.NotCollected)]
    [InlineData("t.flag", "t.flag.more", UnknownCause.NotCollected)]
    [InlineData("t.flag", "", UnknownCause.NotCollected)]
    public void The_nearest_named_ancestor_says_why_a_fact_is_unknown(string path, string named, UnknownCause cause)
    {
        var json = $$$"""{"format":1,"host":"h","unknown":{"{{{named}}}":{"cause":"denied"},"other":{"cause":"timeout"}},"facts":{}}""";

        Assert.Equal(new Unknown(cause), Only(Document(json, path)));
    }

    [Fact]
    public void The_nearer_of_two_ancestors_counts_for_causes_and_sources()
    {
        const string Json = """
            {"format":1,"host":"h","facts":{"t":{"flag":true,"kind":null}},
             "unknown":{"t":{"cause":"denied","detail":"a"},"t.pkg(a)":{"detail":"b","cause":"timeout"}},
             "sources":{"t.flag":["near","far"],"t":["all"],"sysctl":[]}}
            """;

        var slots = Assert.IsType<ReadFacts>(Document(Json, "t.n", "t.pkg(a).size", "t.flag", "t.kind")).Facts.Slots;

        Assert.Equal(
            [new Unknown(UnknownCause.Denied, "a"), new Unknown(UnknownCause.Timeout, "b"), new Present(new BooleanValue(true), "near"), new Absent("all")],
            slots);
    }

    [Fact]
    public void A_list_keeps_the_places_of_what_it_cannot_read()
    {
        var list = Assert.IsType<ListValue>(Assert.IsType<Present>(Observe("t.tags", """{"t":{"tags":["a",null,{"b":1},"c"]}}""")).Value);

        Assert.Equal([typeof(Present), typeof(Unknown), typeof(Unknown), typeof(Present)], list.Items.Select(item => item.GetType()));
    }

    [Fact]
    public void A_whole_map_holds_its_entries_and_what_is_said_of_unknown_ones()
    {
        const string Json = """
            {"format":1,"host":"h","facts":{"t":{"pkg":{"a":{"size":1},"b":null,"c":3}}},
             "unknown":{"t.pkg(d)":{"cause":"denied"},"t.pkg(a).version":{"cause":"timeout"},"t.pkg(a).other":{"cause":"denied"},"t.pkg(b)":{"cause":"denied"}}}
            """;

        var map = Assert.IsType<MapValue>(Assert.IsType<Present>(Only(Document(Json, "t.pkg(*)"))).Value);

        var package = new FactMap([new("size", new Present(new NumberValue(1))), new("version", new Unknown(UnknownCause.Timeout))]);
        Assert.False(map.IsComplete);
        Assert.Equal(["a", "b", "c", "d"], map.Entries.Items.Keys);
        Assert.Equal(new Present(new RecordValue(package)), map.Entries.Find("a"));
        Assert.Equal(new Absent(), map.Entries.Find("b"));
        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(map.Entries.Find("c")).Cause);
        Assert.Equal(new Unknown(UnknownCause.Denied), map.Entries.Find("d"));
    }

    [Fact]
    public void A_map_and_its_entries_are_read_in_one_pass_in_any_order()
    {
        var slots = Assert.IsType<ReadFacts>(Document(
            """{"format":1,"host":"h","facts":{"t":{"pkg":{"g\u002b\u002b":{"size":1},"zz":{},"b":{"size":"1 B"},"*":null,"a":null}}}}""",
            "t.pkg(b)", "t.pkg(*)", "t.pkg(g++).size", "t.pkg(a)", "t.pkg(c)", "t.pkg(zz).size")).Facts.Slots;

        Assert.Equal(OneSize, slots[0]);
        Assert.Equal(4, Assert.IsType<MapValue>(Assert.IsType<Present>(slots[1]).Value).Entries.Items.Count);
        Assert.Equal([new Present(new NumberValue(1)), new Absent(), new Absent(), new Unknown(UnknownCause.NotCollected)], slots.Skip(2));
    }

    [Theory]
    [InlineData("", "the document is not JSON: *")]
    [InlineData("[]", "a fact document is a JSON object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{}} x", "the document is not JSON: *")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{\"a\":", "the document is not JSON: *")]
    [InlineData("{\"format\":2,\"host\":\"h\",\"facts\":{}}", "the format must be 1")]
    [InlineData("{\"format\":\"1\",\"host\":\"h\",\"facts\":{}}", "the format must be 1")]
    [InlineData("{\"host\":\"h\",\"facts\":{}}", "the member `format` is missing")]
    [InlineData("{\"format\":1,\"facts\":{}}", "the member `host` is missing")]
    [InlineData("{\"format\":1,\"host\":3,\"facts\":{}}", "the host must be a text that is not empty")]
    [InlineData("{\"format\":1,\"host\":\"h\"}", "the member `facts` is missing")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":[]}", "`facts` must be an object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"collected_at\":\"today\"}", "`collected_at` must be a date*")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"collector\":1}", "the collector must be a text")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"unknown\":[]}", "`unknown` must be an object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"unknown\":{\"a\":1}}", "an entry of `unknown` must be an object*")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"unknown\":{\"a\":{\"cause\":\"x\"}}}", "an entry of `unknown` must have one of the causes*")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"sources\":{\"a\":\"x\"}}", "an entry of `sources` must be a list of texts")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{\"x\":1,\"x\":1}}", "the name `x` stands twice in one object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{\"x\":1,\"a\":2,\"\\u0078\":1}}", "the name `x` stands twice in one object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{\"a\":[[{\"y\":1,\"x\":1,\"y\":2}]]}}", "the name `y` stands twice in one object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{},\"format\":1}", "the name `format` stands twice in one object")]
    [InlineData("{\"format\":1,\"host\":\"h\",\"facts\":{\"\\ud800\":1}}", "a name holds half a character")]
    public void A_document_that_breaks_the_format_is_refused(string json, string message)
    {
        var refused = Assert.IsType<UnreadableFacts>(Document(json, "t.flag"));

        Assert.Matches("^" + message.Replace("*", ".*", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal) + "$", refused.Message);
    }

    [Fact]
    public void A_refusal_says_where()
    {
        var syntax = Assert.IsType<UnreadableFacts>(Document("{\n  \"format\": 1,\n  oops\n}"));
        var text = Assert.IsType<UnreadableFacts>(FactDocumentReader.Read(new byte[] { (byte)'{', (byte)'\n', (byte)'"', 0xC3, 0x28 }, new FactSlots()));

        Assert.Equal((3, 3), (syntax.Line, syntax.Column));
        Assert.Equal(new UnreadableFacts(2, 2, "the document is not UTF-8"), text);
    }

    [Fact]
    public void Depth_is_bounded_and_a_byte_order_mark_is_passed_over()
    {
        var deep = "{\"format\":1,\"host\":\"h\",\"facts\":{\"a\":" + new string('[', 70) + new string(']', 70) + "}}";
        var most = "{\"format\":1,\"host\":\"h\",\"facts\":{\"a\":" + new string('[', 62) + new string(']', 62) + "}}";

        Assert.IsType<UnreadableFacts>(Document(deep));
        Assert.IsType<ReadFacts>(Document(most));
        Assert.IsType<ReadFacts>(Document("\uFEFF{\"format\":1,\"host\":\"h\",\"facts\":{}}"));
    }

    [Fact]
    public void Every_cut_of_a_document_is_refused_and_no_byte_throws()
    {
        var whole = Encoding.UTF8.GetBytes("""{"format":1,"host":"h","facts":{"t":{"pkg":{"*":null,"a\u0041":{"size":"1 B"}},"tags":["é",null]}},"unknown":{"t":{"cause":"denied"}},"sources":{"t":["x"]}}""");
        var random = new Random(20261122);

        for (var length = 0; length < whole.Length; length++)
        {
            Assert.IsType<UnreadableFacts>(FactDocumentReader.Read(whole.AsMemory(0, length), Slots("t.pkg(*)", "t.pkg(aA).size", "t.tags")));
        }

        for (var run = 0; run < 5_000; run++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.NotNull(FactDocumentReader.Read(bytes, Slots("t.pkg(*)", "t.pkg(aA).size", "t.tags")));
        }
    }

    [Fact]
    public void Many_names_in_any_order_are_checked_quickly()
    {
        var names = Enumerable.Range(0, 200_000).Select(number => $"\"k{number * 7919L % 200_003}\":1").ToList();
        var document = "{\"format\":1,\"host\":\"h\",\"facts\":{\"a\":{" + string.Join(',', names) + "}}}";
        var twice = document.Replace("\"k5\":1", "\"k6\":1", StringComparison.Ordinal);

        Assert.IsType<ReadFacts>(Document(document));
        Assert.Equal("the name `k6` stands twice in one object", Assert.IsType<UnreadableFacts>(Document(twice)).Message);
    }

    private static string Facts(string path, string json)
    {
        var names = FactPath.Parse(path).Names;
        return "{\"" + names[0] + "\":{\"" + names[1] + "\":" + json + "}}";
    }

    private static Observation Observe(string path, string facts) => Only(Document("{\"format\":1,\"host\":\"h\",\"facts\":" + facts + "}", path));

    private static Observation Only(FactDocumentReading reading) => Assert.Single(Assert.IsType<ReadFacts>(reading).Facts.Slots);

    private static FactDocumentReading Document(string json, params string[] paths) => FactDocumentReader.Read(Encoding.UTF8.GetBytes(json), Slots(paths));

    private static FactSlots Slots(params string[] paths)
    {
        var slots = new FactSlots();
        foreach (var path in paths)
        {
            slots.SlotOf(Catalogue.Resolve(FactPath.Parse(path))!);
        }

        return slots;
    }
}

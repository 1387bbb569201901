using GeekCafe.CodeFixes;
using GeekCafe.Generators.Tests.Harness;
using GeekCafe.Generators.Tests.Rules;

namespace GeekCafe.Generators.Tests.CodeFixes;

/// <summary>Fixes that add, remove or correct attributes.</summary>
public class AttributeFixTests
{
    [Theory]
    [InlineData("[Unique] public double Size { get; init; }", "public double Size { get; init; }")]
    [InlineData("[StringLength(9), Unique(Within = [\"Grp\"])] public string? Code { get; init; }", "[StringLength(9)] public string? Code { get; init; }")]
    [InlineData("// How big.\n    [TimeToLive]\n    public double Size { get; init; }", "// How big.\n    public double Size { get; init; }")]
    [InlineData("[CreditCard] public string? Card { get; init; }", "public string? Card { get; init; }")]
    [InlineData("[StringLength(9)]\n    [Computed]\n    public string? Card { get; init; }", "[StringLength(9)]\n    public string? Card { get; init; }")]
    public void An_attribute_that_does_not_fit_is_removed(string before, string after) =>
        Fixed.AssertFixes<RemoveAttributeFix>(Rule.Members(before), Rule.Members(after));

    [Fact]
    public void So_are_all_of_a_file() => Fixed.AssertFixesAll<RemoveAttributeFix>(
        Rule.Members("[Unique] public double Size { get; init; }\n    public int X { get; init; }\n    [Unique] public double Weight { get; init; }"),
        Rule.Members("public double Size { get; init; }\n    public int X { get; init; }\n    public double Weight { get; init; }"));

    [Fact]
    public void What_the_python_sdk_would_take_away_is_removed() => Fixed.AssertFixes<RemoveAttributeFix>(
        Rule.Resource("[PythonItems]\n[PrimaryKey(\"thing#{Id}\", \"thing#{Id}\", CrossTenant = true)]\n[Audited]", ""),
        Rule.Resource("[PythonItems]\n[PrimaryKey(\"thing#{Id}\", \"thing#{Id}\", CrossTenant = true)]", ""));

    [Fact]
    public void An_argument_of_which_a_rule_speaks_is_not_its_attribute() => Fixed.AssertNotOffered<RemoveAttributeFix>(
        Rule.Resource("[PythonItems][PrimaryKey(\"thing#{Id}\", \"thing#{Id}\", CrossTenant = true)][Changes(Direct = true)]", ""));

    [Theory]
    [InlineData("[Audited][Changes(Direct = true)]", "[Audited][Changes]")]
    [InlineData("[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{X}#{Id}\", Shards = 1, Route = \"/x\")]", "[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{X}#{Id}\", Route = \"/x\")]")]
    [InlineData("[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{X}#{Id}\", Route = \"/x\", Shards = 101)]", "[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{X}#{Id}\", Route = \"/x\")]")]
    public void An_argument_that_does_nothing_is_removed(string before, string after) => Fixed.AssertFixes<RemoveArgumentFix>(
        Rule.Resource(Rule.Key + before, "public int X { get; init; }"), Rule.Resource(Rule.Key + after, "public int X { get; init; }"));

    [Fact]
    public void So_are_all_arguments_of_a_file() => Fixed.AssertFixesAll<RemoveArgumentFix>(
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"A\", \"TENANT#{TenantId}\", \"{Id}\", Shards = 1)]\n[SecondaryIndex(\"B\", \"TENANT#{TenantId}\", \"B#{Id}\", Shards = 200)]"),
        Rule.Keys(Rule.Key + "[SecondaryIndex(\"A\", \"TENANT#{TenantId}\", \"{Id}\")]\n[SecondaryIndex(\"B\", \"TENANT#{TenantId}\", \"B#{Id}\")]"));

    [Theory]
    [InlineData("[Allow(Operation.Update, Owner = \"OwnrId\")]", "[Allow(Operation.Update, Owner = nameof(OwnerId))]")]
    [InlineData("[Allow(Operation.Update, Members = \"Tag\")]", "[Allow(Operation.Update, Members = nameof(Tags))]")]
    [InlineData("[Audited(NameOnly = [\"Title\", \"Owner_Id\"])]", "[Audited(NameOnly = [\"Title\", nameof(OwnerId)])]")]
    [InlineData("[CompositeIndex(\"ByOwner\", [\"TenantId\", \"OwnerID\"], [\"Id\"])]", "[CompositeIndex(\"ByOwner\", [\"TenantId\", \"OwnerId\"], [\"Id\"])]")]
    public void A_misspelt_member_is_corrected(string before, string after) => Fixed.AssertFixes<CorrectNameFix>(Rule.Keys(Rule.Key + before), Rule.Keys(Rule.Key + after));

    [Fact]
    public void So_are_all_members_of_a_file() => Fixed.AssertFixesAll<CorrectNameFix>(
        Rule.Keys(Rule.Key + "[Allow(Operation.Update, Owner = \"OwnrId\")]\n[Allow(Operation.Read, Owner = \"OwnrId\")]"),
        Rule.Keys(Rule.Key + "[Allow(Operation.Update, Owner = nameof(OwnerId))]\n[Allow(Operation.Read, Owner = nameof(OwnerId))]"));

    [Theory]
    [InlineData("[Allow(Operation.Update, Owner = \"Coun\")]")]
    [InlineData("[Allow(Operation.Update, Owner = \"Nobody\")]")]
    [InlineData("[Allow(Operation.Update, Members = nameof(Title))]")]
    public void Nothing_is_offered_where_no_member_near_would_fit(string attribute) => Fixed.AssertNotOffered<CorrectNameFix>(Rule.Keys(Rule.Key + attribute));

    [Theory]
    [InlineData("/// <summary>A line.</summary>\n[PrimaryKey(\"TENANT#{TenantId}\", \"LINE#{Id}\")]\npublic partial record OrderLine;\n",
        "/// <summary>A line.</summary>\n[Resource(\"order-lines\")]\n[PrimaryKey(\"TENANT#{TenantId}\", \"LINE#{Id}\")]\npublic partial record OrderLine;\n")]
    public void What_is_keyed_becomes_a_resource(string before, string after) => Fixed.AssertFixes<AddResourceFix>(before, after);

    [Fact]
    public void So_do_all_of_a_file()
    {
        const string Two = "{0}[PrimaryKey(\"TENANT#{{TenantId}}\", \"A#{{Id}}\")]\npublic partial record A;\n\n{1}[PrimaryKey(\"TENANT#{{TenantId}}\", \"B#{{Id}}\")]\npublic partial record B;\n";
        Fixed.AssertFixesAll<AddResourceFix>(string.Format(Two, "", ""), string.Format(Two, "[Resource(\"as\")]\n", "[Resource(\"bs\")]\n"));
    }

    [Theory]
    [InlineData("internal string Note { get; init; } = \"\";", "[SetByServer]\n    internal string Note { get; init; } = \"\";")]
    [InlineData("/// <summary>Any.</summary>\n    [StringLength(9)] public string Note { get; private set; } = \"\";", "/// <summary>Any.</summary>\n    [SetByServer]\n    [StringLength(9)] public string Note { get; private set; } = \"\";")]
    public void What_is_not_public_the_server_sets(string before, string after) => Fixed.AssertFixes<SetByServerFix>(Rule.Members(before), Rule.Members(after));

    [Theory]
    [InlineData("public object? Any { get; init; }", "[NotStored]\n    public object? Any { get; init; }")]
    [InlineData("public Version Built { get; init; } = new();", "[NotStored]\n    public Version Built { get; init; } = new();")]
    public void What_cannot_be_stored_is_left_out(string before, string after) => Fixed.AssertFixes<NotStoredFix>(Rule.Members(before), Rule.Members(after));

    [Theory]
    [InlineData("public required object Any { get; init; }")]
    [InlineData("public required Version? Any { get; init; }")]
    public void What_must_be_set_is_not_left_out(string members) => Fixed.AssertNotOffered<NotStoredFix>(Rule.Members(members));

    [Theory]
    [InlineData("[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{Count}\", Shards = 8)]", "[SecondaryIndex(\"ByX\", \"TENANT#{TenantId}\", \"{Count}#{Id}\", Shards = 8)]")]
    [InlineData("[LocalSecondaryIndex(\"ByX\", \"X#{Count}\")]", "[LocalSecondaryIndex(\"ByX\", \"X#{Count}#{Id}\")]")]
    [InlineData("[SecondaryIndex(sort: \"{Count}\", name: \"ByX\", partition: \"TENANT#{TenantId}\", Shards = 8)]", "[SecondaryIndex(sort: \"{Count}#{Id}\", name: \"ByX\", partition: \"TENANT#{TenantId}\", Shards = 8)]")]
    public void A_sharded_index_gets_what_tells_its_items_apart(string before, string after)
    {
        const string Key = "[PrimaryKey(\"TENANT#{TenantId}\", \"THING#{Id}\", Shards = 8)]";
        Fixed.AssertFixes<CompleteSortKeyFix>(Rule.Keys(Key + before), Rule.Keys(Key + after));
    }

    [Theory]
    [InlineData("Projection = IndexProjection.Include, Include = [\"Title\"]", "Projection = IndexProjection.Include, Include = [\"Title\", nameof(Thing.Id), nameof(Thing.X)]")]
    [InlineData("Index = \"gsi1\", Projection = IndexProjection.KeysOnly", "Index = \"gsi1\", Projection = IndexProjection.Include, Include = [nameof(Thing.X)]")]
    public void An_index_includes_what_a_projection_reads(string before, string after)
    {
        static string Source(string index) => Rule.Resource(
            $"{Rule.Key}\n[SecondaryIndex(\"Ids\", \"TENANT#{{TenantId}}\", \"THING#{{Id}}\", {index})]", "public int X { get; init; } public string Title { get; init; } = \"\";") + """

            [ProjectionOf<Thing>] public partial record Card { public required string Id { get; init; } public int X { get; init; } }
            public static class Lists { public static object Of(ThingService service, Caller caller) => service.ListIdsAsync<Card>(caller); }
            """;
        if (before.Contains("KeysOnly", StringComparison.Ordinal)) Fixed.AssertChanges<IncludeInIndexFix>(Source(before), Source(after));
        else Fixed.AssertFixes<IncludeInIndexFix>(Source(before), Source(after));
    }
}

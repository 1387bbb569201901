using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0100Tests
{
    private const string Key = "[PythonItems][PrimaryKey(\"thing#{Id}\", \"thing#{Id}\", CrossTenant = true)]";

    [Theory]
    [InlineData("[[|Audited|]]", "[Audited]", "saves of the Python SDK would be missing in an audit trail")]
    [InlineData("[[|SchemaVersion(1)|]]", "[SchemaVersion]", "the Python SDK drops the version of an item's form when it saves it")]
    [InlineData("[[|Conditions|]]", "[Conditions]", "numbers and times in keys are not padded there, so that a range of keys is no range of values")]
    [InlineData("[Changes([|Direct = true|])]", "Direct", "a version that is a time cannot be counted on by the database")]
    [InlineData("[SecondaryIndex(\"ByTitle\", \"title#{Title}\", \"thing#{Id}\", CrossTenant = true, [|Projection = IndexProjection.KeysOnly|])]", "Projection", "indexes of the Python SDK hold all attributes")]
    [InlineData("[SecondaryIndex(\"ByUpper\", [|\"title#{Upper}\"|], \"thing#{Id}\", CrossTenant = true)]", "'Upper' in the partition of 'ByUpper'", "a list compares the texts it is asked for with attributes; use a member of the resource itself that is stored")]
    public void What_python_would_take_away_is_refused(string attribute, string feature, string problem) => Findings.AssertOne("GCG0100",
        $"'Thing' cannot have {feature} on items of the Python SDK: {problem}; leave it out, or remove [PythonItems]",
        Rule.Resource(Key + attribute, "public required string Title { get; init; } public string Upper => Title.ToUpperInvariant();"));

    [Theory]
    [InlineData("[[|Unique|]] public required string Email { get; init; }", "[Unique]", "the Python SDK would store a value that is taken")]
    [InlineData("[[|Counter|]] public long Views { get; init; }", "[Counter]", "the Python SDK would write over what is counted meanwhile")]
    [InlineData("[[|TimeToLive|]] public DateTimeOffset? Until { get; init; }", "[TimeToLive]", "the Python SDK drops the time when it saves an item")]
    [InlineData("public long [|Version|] { get; init; }", "a 'Version' of its own", "it follows from the time of the last write")]
    public void Members_that_need_what_python_takes_away_are_refused(string members, string feature, string problem) => Findings.AssertOne("GCG0100",
        $"'Thing' cannot have {feature} on items of the Python SDK: {problem}; leave it out, or remove [PythonItems]", Rule.Resource(Key, members));

    [Fact]
    public void Keys_are_in_lower_case() => Findings.AssertOne("GCG0010",
        "The pattern 'THING#{Id}' cannot be read: the Python SDK writes keys in lower case: 'thing#'",
        Rule.Resource("[PythonItems][PrimaryKey([|\"THING#{Id}\"|], \"thing#{Id}\", CrossTenant = true)]", ""));

    [Theory]
    [InlineData("Guid", "in keys of the Python SDK only texts, whole numbers up to long, double, bool, enums and DateTimeOffset can be")]
    [InlineData("decimal", "in keys of the Python SDK only texts, whole numbers up to long, double, bool, enums and DateTimeOffset can be")]
    public void What_python_has_no_text_for_is_in_no_key(string type, string problem) => Findings.AssertOne("GCG0015", $"'Thing.Code' cannot be part of a key: {problem}",
        Rule.Resource(Key + "[SecondaryIndex(\"ByCode\", \"tenant#{TenantId}\", [|\"code#{Code}\"|])]", $"public {type} Code {{ get; init; }}"));

    [Fact]
    public void Another_systems_name_is_not_a_members() => Findings.AssertOne("GCG0017",
        "'Thing.ModelName' would be stored as 'model_name', which is taken by the item's own attributes; rename it", Rule.Resource(Key, "public string [|ModelName|] { get; init; } = \"\";"));

    [Fact]
    public void What_python_keeps_is_fine() => Findings.AssertNone(Rule.Resource(Key + """
        [SecondaryIndex("ByOwner", "user#{OwnerId}", "model#thing#ts#{CreatedAt}", Index = "gsi2", CrossTenant = true)]
        [Changes]
        """, "public string OwnerId { get; init; } = \"\"; [EpochSeconds] public DateTimeOffset? StartsAt { get; init; }") +
        "\n[ProjectionOf<Thing>] public partial record ThingCard { public required string Id { get; init; } public DateTimeOffset? StartsAt { get; init; } public DateTimeOffset CreatedAt { get; init; } }");
}

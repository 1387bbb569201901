using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0015Tests
{
    [Theory]
    [InlineData("At", "At", "it can be null, and a primary key has no value for null; make it required")]
    [InlineData("Tags", "Tags", "only texts, numbers, times, Guids, booleans and enums can be")]
    [InlineData("Day", "Day", "an enum cannot be in a primary key; use its name as a text")]
    [InlineData("Large", "Large", "it has no text of one width that sorts as it does; use double, decimal or Int128")]
    [InlineData("Version", "Version", "it changes with every write")]
    [InlineData("Title:D5", "Title", "the only format of a text is 'lower'")]
    [InlineData("TenantId:lower", "TenantId", "two tenants could have one key; leave the format out")]
    [InlineData("Shown", "Shown", "it is computed, and a primary key stays as it is; use a member that is stored")]
    [InlineData("Place.City", "Place.City", "it can be null, and a primary key has no value for null; make it required")]
    [InlineData("Here.Tags", "Here.Tags", "only texts, numbers, times, Guids, booleans and enums can be")]
    [InlineData("Here.Code", "Here.Code", "the resource has a member of the same name without the point; rename one of them")]
    [InlineData("Count:Q", "Count", "'Q' is not a format of its type")]
    [InlineData("Code:Z", "Code", "'Z' is not a format of its type")]
    [InlineData("CreatedAt:q", "CreatedAt", "'q' is not a format of its type")]
    public void A_key_has_members_that_fit(string placeholder, string member, string problem) => Findings.AssertOne("GCG0015",
        $"'Thing.{member}' cannot be part of a key: {problem}", Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", [|\"THING#{{{placeholder}}}#{{Id}}\"|])]"));

    [Fact]
    public void A_path_to_another_tenants_name_is_no_tenant() => Findings.AssertOne("GCG0015",
        "'Thing.Tenant.Id' cannot be part of a key: the resource has a member of the same name without the point; rename one of them",
        Rule.Resource("[PrimaryKey([|\"TENANT#{Tenant.Id}\"|], \"THING#{Id}\")]", "public required Other Tenant { get; init; }") + "\npublic partial record Other(string Id);");

    [Theory]
    [InlineData("Count:D5")]
    [InlineData("Title:lower")]
    [InlineData("Here.City")]
    [InlineData("here.city:lower")]
    [InlineData("Code:N")]
    [InlineData("CreatedAt:yyyy-MM")]
    [InlineData("CreatedAt:yyyy'x'MM")]
    [InlineData("CreatedAt:yyyy\\\"x\\\"MM")]
    [InlineData("CreatedAt:HH\\\\:mm")]
    public void Formats_are_fine(string placeholder) => Findings.AssertNone(Rule.Keys($"[PrimaryKey(\"TENANT#{{TenantId}}\", \"THING#{{{placeholder}}}#{{Id}}\")]"));

    [Fact]
    public void In_an_index_null_is_fine() => Findings.AssertNone(Rule.Keys(Rule.Key + "[SecondaryIndex(\"ByDay\", \"TENANT#{TenantId}#{Day}\", \"AT#{At}\")]"));

    [Theory]
    [InlineData("IsOpen", "DynamoDB has no key attributes of type BOOL; use an enum")]
    [InlineData("Tags", "only texts, numbers, times, Guids, bytes and enums can be")]
    [InlineData("At", "it is stored with its offset, which does not sort by time; use DateTime, or [SecondaryIndex]")]
    [InlineData("Length", "it is stored as text that does not sort by length; use [SecondaryIndex]")]
    [InlineData("Floor", "its null is stored as NULL, which no key attribute can be; remove its initial value")]
    [InlineData("IsTall", "it is not stored as an attribute of its own; use [SecondaryIndex]")]
    public void A_composite_key_has_members_that_DynamoDB_sorts(string member, string problem) => Findings.AssertOne("GCG0015", $"'Thing.{member}' cannot be part of a key: {problem}",
        Rule.Resource($"{Rule.Key}[CompositeIndex(\"ByAny\", [\"TenantId\"], [|[\"CreatedAt\", \"{member}\"]|])]", """
            public bool IsOpen { get; init; }
                public List<string> Tags { get; init; } = [];
                public DateTimeOffset At { get; init; }
                public TimeSpan Length { get; init; }
                public int? Floor { get; init; } = 1;
                public bool IsTall => Floor > 3;
            """));
}

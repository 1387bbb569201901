using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0056Tests
{
    private const string Kinds = "only texts, whole numbers, Guids, dates and enums can be, for they stand in a key";

    [Theory]
    [InlineData("[[|Unique|]] public List<string> Tags { get; init; } = [];", "Tags", Kinds)]
    [InlineData("[[|Unique|]] public double Size { get; init; }", "Size", Kinds)]
    [InlineData("[[|Unique(IgnoreCase = true)|]] public int Code { get; init; }", "Code", "IgnoreCase needs a text")]
    [InlineData("[[|Unique(Within = [\"Grp\"])|]] public string? Code { get; init; }", "Code", "Within names 'Grp', which is no member; use nameof")]
    [InlineData("[[|Unique(Within = [\"Code\"])|]] public string? Code { get; init; }", "Code", "it is unique within itself; leave it out of Within")]
    [InlineData("public byte[] Raw { get; init; } = []; [[|Unique(Within = [nameof(Raw)])|]] public string? Code { get; init; }", "Code", "Within names 'Raw', whose type cannot stand in a key")]
    [InlineData("[[|Unique|]] public string Id { get; init; } = \"\";", "Id", "the service sets it")]
    public void A_unique_member_fits_into_a_key(string members, string name, string problem) => Findings.AssertOne("GCG0056",
        $"'Thing.{name}' cannot be unique: {problem}", Rule.Members(members));

    [Fact]
    public void Texts_numbers_and_scopes_are_fine() => Findings.AssertNone(Rule.Members(
        "[Unique(IgnoreCase = true)] public required string Email { get; init; } [Unique(Within = [nameof(Day)])] public int? Seat { get; init; } public DayOfWeek Day { get; init; }"));

    [Fact]
    public void Parameters_can_be_unique() => Findings.AssertNone($"[Resource(\"things\")]{Rule.Key} public partial record Thing([Unique] string Email);");
}

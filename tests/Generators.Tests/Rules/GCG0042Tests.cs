using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0042Tests
{
    [Theory]
    [InlineData("[[|AttributeName(\"v\")|]] public long Version { get; init; }", "AttributeName", "Version", "services rely on the name of a system member in the table")]
    [InlineData("[[|Computed|]] public string? Title { get; init; }", "Computed", "Title", "it can be set, so it is stored and shown without it; compute it with '=>'")]
    [InlineData("[[|CreateOnly|], SetByServer] public string? Title { get; init; }", "CreateOnly", "Title", "clients do not write it")]
    [InlineData("[[|CreateOnly|]] public List<string> Tags { get; init; } = [];", "CreateOnly", "Tags", "only single values can be compared with what a replace gives")]
    [InlineData("[[|NotStored|]] public required string Title { get; init; }", "NotStored", "Title", "nothing would set it; give it an initial value, or let it be null")]
    public void An_attribute_fits_its_member(string members, string attribute, string member, string problem) => Findings.AssertOne("GCG0042",
        $"[{attribute}] cannot stand on 'Thing.{member}': {problem}", Rule.Members(members));

    [Fact]
    public void What_only_a_create_sets_is_the_resources_own() => Findings.AssertOne("GCG0042",
        "[CreateOnly] cannot stand on 'Part.Name': only members of the resource itself can be; a nested record is patched as a whole",
        Rule.Members("public Part? Part { get; init; }") + " public partial record Part { [[|CreateOnly|]] public string? Name { get; init; } }");

    [Theory]
    [InlineData("Unique", "string? Name")]
    [InlineData("Counter", "long Name")]
    [InlineData("TimeToLive", "DateTimeOffset? Name")]
    public void What_is_about_the_whole_item_is_the_resources_own(string attribute, string member)
    {
        Findings.AssertOne("GCG0042", $"[{attribute}] cannot stand on 'Part.Name': only members that the resource itself declares can be",
            Rule.Members("public Part? Part { get; init; }") + $" public partial record Part {{ [[|{attribute}|]] public {member} {{ get; init; }} }}");
        Findings.AssertOne("GCG0042", $"[{attribute}] cannot stand on 'Thing.Name': only members that the resource itself declares can be",
            Rule.Members("").Replace("record Thing", "record Thing : Part") + $" public abstract record Part {{ [[|{attribute}|]] public {member} {{ get; init; }} }}");
    }

    [Fact]
    public void Attributes_that_fit_are_fine() => Findings.AssertNone(Rule.Members("""
        [CreateOnly] public required string Code { get; init; }
            [CreateOnly] public DayOfWeek? Day { get; init; }
            [NotStored] public string? Cache { get; init; }
            [NotStored] public object Any { get; init; } = new();
            [Computed] public string Head => Code + Day;
            [Sensitive(Hidden = true)] public string? Secret { get; init; }
        """));
}

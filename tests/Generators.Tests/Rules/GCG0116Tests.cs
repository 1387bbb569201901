using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0116Tests
{
    [Theory]
    [InlineData("[|DateTimeOffset.UtcNow|].ToString(\"yyyy\")", "DateTimeOffset.UtcNow")]
    [InlineData("[|DateTime.Now|].ToString(\"yyyy\")", "DateTime.Now")]
    [InlineData("[|Guid.NewGuid()|].ToString()", "Guid.NewGuid")]
    [InlineData("\"\" + [|Random.Shared|].Next(8)", "Random.Shared")]
    public void A_key_is_the_same_each_time(string value, string clock) => Findings.AssertOne("GCG0116",
        $"'Thing.Part' is in the index 'ByPart' and asks {clock}, so that it names another item each time: keep the value in a member that is stored",
        Source($"public string Part => {value};"));

    [Fact]
    public void However_it_is_written() => Findings.AssertOne("GCG0116",
        "'Thing.Part' is in the index 'ByPart' and asks DateTime.UtcNow, so that it names another item each time: keep the value in a member that is stored",
        Source("public string Part { get { var now = [|DateTime.UtcNow|]; return now.ToString(\"yyyy\"); } }"));

    [Theory]
    [InlineData("public string Part => CreatedAt.ToString(\"yyyy\");")]
    [InlineData("public string Part { get; init; } = Guid.NewGuid().ToString(\"N\");")]
    [InlineData("public string Part => CreatedAt.ToString(\"yyyy\"); public bool IsOver => CreatedAt < DateTimeOffset.UtcNow;")]
    public void What_is_stored_or_in_no_key_may_ask(string members) => Findings.AssertNone(Source(members));

    private static string Source(string members) =>
        Rule.Resource($"{Rule.Key}[SecondaryIndex(\"ByPart\", \"TENANT#{{TenantId}}\", \"PART#{{Part}}#{{Id}}\")]", members);
}

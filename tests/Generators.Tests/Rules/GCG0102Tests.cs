using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0102Tests
{
    [Theory]
    [InlineData("PythonItems", "PythonItems([|ModelName = \"member\"|])", "member")]
    [InlineData("PythonItems(ModelName = \"user\")", "[|PythonItems|]", "user")]
    public void A_model_has_one_resource(string member, string user, string model) => Findings.AssertOne("GCG0102",
        $"'Member' and 'User' both read items whose model is '{model}': give one of them another ModelName", Source(member, user));

    [Fact]
    public void Others_have_their_own() => Findings.AssertNone(Source("PythonItems", "PythonItems"));

    private static string Source(string member, string user) => $$"""
        [Resource("members")] [{{member}}] [PrimaryKey("member#{Id}", "member#{Id}", CrossTenant = true)] public partial record Member;
        [Resource("users")] [{{user}}] [PrimaryKey("user#{Id}", "user#{Id}", CrossTenant = true)] public partial record User;
        """;
}

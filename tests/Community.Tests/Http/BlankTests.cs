using GeekCafe.Community.Tests.Kit;

namespace GeekCafe.Community.Tests.Http;

/// <summary>Texts that people read are not only blanks, and what is to be told apart does not differ by them.</summary>
public sealed class BlankTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    [Theory]
    [InlineData("/groups", """{"name":" ","description":"x","category":"hobby"}""", "name")]
    [InlineData("/groups", """{"name":"x","description":"\t","category":"hobby"}""", "description")]
    [InlineData("/threads", """{"subject":"  "}""", "subject")]
    [InlineData("/users", """{"email":"a@example.org","firstName":" ","lastName":"x"}""", "firstName")]
    [InlineData("/users", """{"email":"a@example.org","firstName":"x","lastName":" "}""", "lastName")]
    [InlineData("/users", """{"email":" a@example.org","firstName":"x","lastName":"x"}""", "email")]
    [InlineData("/users", """{"email":"a@example.org ","firstName":"x","lastName":"x"}""", "email")]
    [InlineData("/users", """{"email":"a b@example.org","firstName":"x","lastName":"x"}""", "email")]
    [InlineData("/users", """{"email":"a\u0007@example.org","firstName":"x","lastName":"x"}""", "email")]
    public async Task A_blank_is_refused_by_name(string path, string body, string member)
    {
        var refused = await app.As(app.NewTenant(), "ann").PostAsync(path, body);
        Assert.Equal((400, "VALIDATION_ERROR"), refused.Outcome());
        Assert.Equal([member], refused.Faults());
    }

    [Fact]
    public async Task Too_many_participants_are_refused_by_name()
    {
        var participants = string.Join(',', Enumerable.Range(0, 51).Select(static i => $$"""{"userId":"u{{i}}"}"""));
        var refused = await app.As(app.NewTenant(), "ann").PostAsync("/threads", $$"""{"subject":"x","participants":[{{participants}}]}""");
        Assert.Equal(["participants"], refused.Faults());
    }
}

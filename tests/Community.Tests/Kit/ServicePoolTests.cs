using Community;
using GeekCafe.Lambda;

namespace GeekCafe.Community.Tests.Kit;

/// <summary>Services are made once for an environment, when they are first needed.</summary>
public sealed class ServicePoolTests
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["GEEKCAFE_TABLE"] = "community", ["GEEKCAFE_CURSOR_KEY"] = Convert.ToBase64String(new byte[32]), ["AWS_REGION"] = "eu-central-1",
        ["AWS_ENDPOINT_URL_DYNAMODB"] = "http://localhost:1",
    };

    [Fact]
    public void The_first_to_ask_is_cold_and_all_others_are_warm()
    {
        var pool = Pool();
        Assert.Equal((0, 0), (pool.ColdCount, pool.WarmCount));
        var first = pool.Get();
        Assert.Same(first, pool.Get());
        Assert.Same(first, pool.Get());
        Assert.Equal((1, 2), (pool.ColdCount, pool.WarmCount));
    }

    [Fact]
    public async Task Many_at_once_get_the_same()
    {
        var pool = Pool();
        var got = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(pool.Get)));
        Assert.Single(got.Distinct());
        Assert.Equal((1, 31), (pool.ColdCount, pool.WarmCount));
    }

    [Fact]
    public void After_a_reset_they_are_made_anew_from_the_environment_as_it_is_then()
    {
        var pool = Pool();
        var first = pool.Get();
        pool.Reset();
        _environment.Remove("GEEKCAFE_TABLE");
        Assert.Contains("GEEKCAFE_TABLE", Assert.Throws<ConfigurationException>(pool.Get).Message, StringComparison.Ordinal);

        // A failure is not kept.
        _environment["GEEKCAFE_TABLE"] = "other";
        Assert.NotSame(first, pool.Get());
        Assert.Equal(2, pool.ColdCount);
    }

    private ServicePool<CommunityApplication> Pool() => new(new LambdaOptions { Environment = _environment.GetValueOrDefault });
}

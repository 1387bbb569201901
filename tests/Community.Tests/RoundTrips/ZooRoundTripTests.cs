using CsCheck;
using GeekCafe.Community.Tests.Services;

namespace GeekCafe.Community.Tests.RoundTrips;

/// <summary>Ten thousand values of every type each way, fewer through the databases. A failure prints the seed that makes it again.</summary>
public sealed class ZooRoundTripTests
{
    [Fact]
    public void Items_read_back_as_they_were() => Zoos.Any.Sample(static each => Same.Assert(each, Trips.Item(each)), iter: Trips.Count);

    [Fact]
    public void Attribute_maps_read_back_as_they_were() =>
        Zoos.Any.Sample(static each => Same.Assert(each, Zoo.FromAttributeMap(each.ToAttributeMap())), iter: Trips.Count);

    [Fact]
    public void What_the_api_shows_it_takes() =>
        Zoos.Any.Sample(static each => Trips.AssertInput(each, Trips.Api<Zoo, ZooInput>(each)), iter: Trips.Count);

    [Fact]
    public async Task Dynoxide_gives_back_what_it_got()
    {
        Assert.SkipWhen(Dynoxide.Missing is not null, Dynoxide.Missing ?? "");
        await Trips.DatabaseAsync(await Dynoxide.OpenAsync(), GeekCafeCommunityTestsApplication.Table, Zoos.Any.Array[Trips.Stored].Single());
    }

    [Fact]
    public async Task DynamoDb_Local_gives_back_what_it_got()
    {
        Assert.SkipWhen(Amazons.Missing is not null, Amazons.Missing ?? "");
        await Trips.DatabaseAsync(await Amazons.OpenAsync(), GeekCafeCommunityTestsApplication.Table, Zoos.Any.Array[Trips.Stored].Single());
    }
}

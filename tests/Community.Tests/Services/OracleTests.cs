using System.Text.Json;
using Community.Events;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;
using Xunit.Sdk;

namespace GeekCafe.Community.Tests.Services;

/// <summary>The oracles themselves: what they must find, they find. A blind one would pass everything.</summary>
public sealed class OracleTests
{
    [Theory]
    [InlineData("""{"Key":{"pk":{"S":"TENANT#t10"},"sk":{"S":"EVENT#1"}}}""")]
    [InlineData("""{"Key":{"pk":{"S":"TENANT#t1"}},"ExclusiveStartKey":{"pk":{"S":"TENANT#t10"}}}""")]
    [InlineData("""{"ExpressionAttributeValues":{":p":{"S":"TENANT#t1#USER#u"},":q":{"S":"TENANT#T1#USER#u"}}}""")]
    [InlineData("""{"RequestItems":{"t":{"Keys":[{"pk":{"S":"TENANT#t1"}},{"pk":{"S":"TENANT#t1-x"}}]}}}""")]
    [InlineData("""{"Item":{"pk":{"S":"TENANT#t1"},"title":{"S":"a canary of t10"}}}""")]
    [InlineData("""{"ExpressionAttributeValues":{":p":{"S":"USER#u"}}}""")]
    public void A_foreign_text_on_the_wire_is_found(string body) =>
        Assert.ThrowsAny<XunitException>(() => WireOracle.Check([Request(DynamoOperation.Query, body)], "t1", "canary of t10"));

    [Fact]
    public void A_scan_is_found() =>
        Assert.ThrowsAny<XunitException>(() => WireOracle.Check([Request(DynamoOperation.Scan, """{"a":"TENANT#t1"}""")], "t1"));

    [Fact]
    public void Any_member_that_differs_is_found()
    {
        var plain = new Event { Title = "x", StartsAt = DateTimeOffset.UnixEpoch, Location = new() { City = "a" }, Tags = ["a"] };
        Assert.Null(Same.Difference("Event", plain, plain with { Location = new() { City = "a" }, Tags = ["a"] }));
        Event[] others =
        [
            plain with { Title = "X" }, plain with { StartsAt = plain.StartsAt!.Value.ToOffset(TimeSpan.FromHours(1)) }, plain with { Capacity = 0 }, plain with { Location = null },
            plain with { Location = new() { City = "b" } }, plain with { Tags = ["a", "b"] }, plain with { Tags = ["b"] }, plain with { Version = 1 }, plain with { DeletedBy = "" },
        ];
        Assert.All(others, other => Assert.NotNull(Same.Difference("Event", plain, other)));
    }

    private static RecordedRequest Request(DynamoOperation operation, string body)
    {
        using var json = JsonDocument.Parse(body);
        return new(operation, json.RootElement.Clone(), null, 0);
    }
}

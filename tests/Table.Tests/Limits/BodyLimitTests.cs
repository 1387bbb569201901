using System.Text;
using System.Text.Json;
using GeekCafe.Json;
using GeekCafe.Lambda;
using GeekCafe.Table.Tests.Shapes;
using GeekCafe.Validation;

namespace GeekCafe.Table.Tests.Limits;

/// <summary>Limits of what clients send, where no database is asked.</summary>
public class BodyLimitTests
{
    [Fact]
    public void A_body_nests_32_deep_and_no_deeper()
    {
        Assert.Equal(31, Depth(Read(31).Extra!.Value));
        Assert.ThrowsAny<JsonException>(static () => Read(32));

        // The object that is the body is the first of the levels.
        static DrawingInput Read(int lists) => ApiReader.ReadBody<DrawingInput>(Encoding.UTF8.GetBytes(
            $$$"""{"title":"t","number":1,"figure":{"figureKind":"group"},"extra":{{{new string('[', lists)}}}{{{new string(']', lists)}}}}"""), new ValidationErrors());

        static int Depth(JsonElement value) => 1 + value.EnumerateArray().Select(Depth).FirstOrDefault();
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_batch_has_100_entries(int count, bool taken)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"ids":[{{string.Join(',', Enumerable.Repeat("\"x\"", count))}}]}""");
        var ids = BatchBody.Ids(body);
        Assert.Equal(taken ? null : ErrorCode.ValidationError, ids.Error?.Code);
        if (taken) Assert.Equal(count, ids.Data.Count);
    }
}

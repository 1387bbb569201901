using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Runtime.Tests.Items;

public sealed class SeenTextsTests
{
    [Fact]
    public void A_text_that_comes_again_is_the_same_string()
    {
        var seen = new SeenTexts();
        Assert.Same(seen.Get("0197b2c4-5d6e-7f80-91a2-b3c4d5e6f708"u8), seen.Get("0197b2c4-5d6e-7f80-91a2-b3c4d5e6f708"u8));
    }

    [Fact]
    public void Whatever_shares_a_slot_every_text_is_itself()
    {
        // Lengths around the bounds, letters that collide, and what is not ASCII.
        var random = new Random(1);
        var seen = new SeenTexts();
        for (var i = 0; i < 20_000; i++)
        {
            var length = random.Next(0, 70);
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => "abé€😀"[random.Next(0, 3)]));
            Assert.Equal(text, seen.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData("2026-01-05T18:30:00.1230000+00:00")]
    [InlineData("2026-01-05T18:30:00.1230000\\u002b00:00")]
    public void A_time_is_read_however_its_characters_are_written(string text)
    {
        var item = new ItemReader(new(Encoding.UTF8.GetBytes($$$"""{"at":{"S":"{{{text}}}"}}""").AsSpan()));
        Assert.True(Enter(ref item));
        Assert.Equal(new(2026, 1, 5, 18, 30, 0, 123, TimeSpan.Zero), item.ReadDateTimeOffset());
    }

    [Fact]
    public void A_text_longer_than_any_time_is_refused()
    {
        var item = new ItemReader(new(Encoding.UTF8.GetBytes($$$"""{"at":{"S":"{{{new string('1', 500)}}}"}}""").AsSpan()));
        Assert.True(Enter(ref item));
        var refused = false;
        try
        {
            item.ReadDateTimeOffset();
        }
        catch (ItemFormatException)
        {
            refused = true; // Assert.Throws cannot hold a ref struct.
        }

        Assert.True(refused);
    }

    private static bool Enter(ref ItemReader item)
    {
        var json = item.Json;
        json.Read();
        Assert.Equal(JsonTokenType.StartObject, json.TokenType);
        item = new ItemReader(json);
        return item.NextAttribute();
    }
}

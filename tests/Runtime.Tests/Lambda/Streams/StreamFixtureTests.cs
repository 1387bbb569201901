namespace GeekCafe.Runtime.Tests.Lambda.Streams;

/// <summary>Events as other projects captured or documented them. Their items are of tables of other kinds.</summary>
public sealed class StreamFixtureTests
{
    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "lambda-events", "dynamodb-streams", file));

    [Theory]
    [InlineData("dynamodb-stream-all-types-and-ms-timestamp.json")]
    [InlineData("dynamodb-stream-insert-modify-remove.json")]
    [InlineData("dynamodb-time-window.json")]
    public async Task Items_of_others_are_passed_over(string file)
    {
        var listener = new Listener();
        var (outcome, answer) = await listener.HandleAsync(await ReadAsync(file));
        Assert.False(outcome.IsError);
        Assert.Equal("""{"batchItemFailures":[]}""", answer);
        Assert.Empty(listener.Heard);
    }

    [Fact]
    public async Task A_record_that_is_in_no_batch_is_no_event()
    {
        var (outcome, _) = await new Listener().HandleAsync(await ReadAsync("dynamodb-record-optional-fields.json"));
        Assert.Equal("Function.UnsupportedEvent", outcome.ErrorType);
    }

    [Theory]
    [InlineData("dynamodb-stream-all-types-and-ms-timestamp.json", "1405400000000002063282832")]
    [InlineData("dynamodb-stream-insert-modify-remove.json", "1405400000000002063282832")]
    [InlineData("dynamodb-time-window.json", "111 222 333")]
    public async Task With_the_mark_of_a_type_they_are_its_changes(string file, string numbers)
    {
        var text = await ReadAsync(file);
        foreach (var image in (string[])["NewImage", "OldImage"])
        {
            text = System.Text.RegularExpressions.Regex.Replace(text, $"\"{image}\"\\s*:\\s*{{", $"\"{image}\":{{\"_type\":{{\"S\":\"Vote\"}},");
        }

        var listener = new Listener();
        var (_, answer) = await listener.HandleAsync(text);
        Assert.Equal("""{"batchItemFailures":[]}""", answer);
        Assert.Equal(numbers, string.Join(' ', listener.Heard.Distinct()));
    }

    [Fact]
    public async Task A_failure_is_answered_as_the_documentation_shows_it()
    {
        var listener = new Listener { Then = static _ => throw new IOException("no") };
        var (_, answer) = await listener.HandleAsync("""
            {"Records":[{"eventName":"REMOVE","eventSource":"aws:dynamodb","dynamodb":{"Keys":{},"OldImage":{"_type":{"S":"Vote"}},"SequenceNumber":"1405400000000002063282832"}}]}
            """);
        using var expected = System.Text.Json.JsonDocument.Parse(await ReadAsync("response-batch-item-failures.json"));
        using var actual = System.Text.Json.JsonDocument.Parse(answer);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(expected.RootElement, actual.RootElement));
    }
}

using System.Globalization;
using System.Text;
using GeekCafe.Lambda;
using Microsoft.Extensions.Time.Testing;

namespace GeekCafe.Runtime.Tests.Lambda.Streams;

/// <summary>Batches as bytes: which are read, in which order, and what is answered.</summary>
public sealed class StreamBatchTests
{
    private const string Nothing = """{"batchItemFailures":[]}""";

    private static string Record(int number, string more = "", string change = "") => $$"""
        {"eventID":"e{{number}}","eventName":"INSERT","eventSource":"aws:dynamodb"{{more}},
         "dynamodb":{"Keys":{"pk":{"S":"p"},"sk":{"S":"{{number}}"} },"NewImage":{"_type": {"S": "Vote"} },"SequenceNumber":"{{number}}"{{change}} } }
        """;

    private static string Batch(params string[] records) => $$"""{"Records":[{{string.Join(",", records)}}]}""";

    [Fact]
    public async Task Records_are_processed_in_order()
    {
        var listener = new Listener();
        var (outcome, answer) = await listener.HandleAsync(Batch(Record(3), Record(1), Record(2)));
        Assert.False(outcome.IsError);
        Assert.Equal(Nothing, answer);
        Assert.Equal(["3", "1", "2"], listener.Heard);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task The_first_failure_ends_the_batch_and_is_what_is_answered(int failing)
    {
        var listener = new Listener();
        listener.Then = async number =>
        {
            await Task.Yield();
            if (number == failing.ToString(CultureInfo.InvariantCulture)) throw new IOException("no");
        };
        var (outcome, answer) = await listener.HandleAsync(Batch([.. Enumerable.Range(1, 4).Select(static number => Record(number))]));
        Assert.False(outcome.IsError);
        Assert.Equal($$"""{"batchItemFailures":[{"itemIdentifier":"{{failing}}"}]}""", answer);
        Assert.Equal(failing, listener.Heard.Count);
    }

    [Fact]
    public async Task Near_the_deadline_the_rest_is_given_back()
    {
        var clock = new FakeTimeProvider();
        var listener = new Listener();
        listener.Then = _ =>
        {
            clock.Advance(TimeSpan.FromSeconds(2));
            return ValueTask.CompletedTask;
        };
        var invocation = new InvocationContext { Deadline = clock.GetUtcNow() + TimeSpan.FromSeconds(4.5) };
        var (_, answer) = await listener.HandleAsync(Batch(Record(1), Record(2), Record(3), Record(4)), new LambdaOptions { Clock = clock }, invocation);
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"3"}]}""", answer);
        Assert.Equal(["1", "2"], listener.Heard);
    }

    [Fact]
    public async Task However_late_it_is_one_record_is_tried()
    {
        var listener = new Listener();
        var invocation = new InvocationContext { Deadline = DateTimeOffset.UtcNow.AddSeconds(-1), CancellationToken = new CancellationToken(canceled: true) };
        var (_, answer) = await listener.HandleAsync(Batch(Record(1), Record(2)), invocation: invocation);
        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"2"}]}""", answer);
        Assert.Equal(["1"], listener.Heard);
    }

    /// <summary>A batch that is none, and where in it the second record is wrong: nothing of it is done.</summary>
    public static TheoryData<string> Malformed() => new(
        Record(2).Replace("\"SequenceNumber\":\"2\"", "\"SequenceNumber\":2", StringComparison.Ordinal),
        Record(2).Replace("\"SequenceNumber\":\"2\"", "\"SequenceNumber\":\"\"", StringComparison.Ordinal),
        Record(2).Replace("\"SequenceNumber\":\"2\"", "\"SequenceNumber\":\"2x\"", StringComparison.Ordinal),
        Record(2).Replace("\"SequenceNumber\":\"2\"", $"\"SequenceNumber\":\"{new string('2', 41)}\"", StringComparison.Ordinal),
        Record(2).Replace(",\"SequenceNumber\":\"2\"", "", StringComparison.Ordinal),
        Record(2, change: ",\"SequenceNumber\":\"3\""),
        Record(2, more: ",\"eventName\":\"REMOVE\""),
        Record(2).Replace("INSERT", "insert", StringComparison.Ordinal),
        Record(2).Replace("\"eventName\":\"INSERT\",", "", StringComparison.Ordinal),
        Record(2).Replace("aws:dynamodb", "aws:kinesis", StringComparison.Ordinal),
        Record(2).Replace("\"Keys\"", "\"keys\"", StringComparison.Ordinal),
        Record(2, change: ",\"ApproximateCreationDateTime\":\"today\""),
        Record(2, change: ",\"ApproximateCreationDateTime\":-1"),
        Record(2, change: ",\"ApproximateCreationDateTime\":1e300"),
        """{"eventSource":"aws:dynamodb","eventName":"INSERT","dynamodb":"no object"}""",
        "\"a text\"", "null", "[]");

    [Theory, MemberData(nameof(Malformed))]
    public async Task A_record_that_cannot_be_named_makes_the_batch_a_function_error_before_anything_is_done(string record)
    {
        var listener = new Listener();
        var (outcome, answer) = await listener.HandleAsync(Batch(Record(1), record));
        Assert.Equal("Function.MalformedEvent", outcome.ErrorType);
        Assert.StartsWith("{\"errorType\":\"Function.MalformedEvent\"", answer, StringComparison.Ordinal);
        Assert.Empty(listener.Heard);
    }

    [Theory]
    [InlineData("INSERT", "\"OldImage\":{}")]
    [InlineData("MODIFY", "\"NewImage\":{}")]
    [InlineData("MODIFY", "\"OldImage\":{}")]
    [InlineData("MODIFY", "\"SizeBytes\":1")]
    [InlineData("REMOVE", "\"SizeBytes\":1")]
    public async Task A_stream_without_both_images_is_refused(string name, string image)
    {
        var record = $$"""{"eventName":"{{name}}","eventSource":"aws:dynamodb","dynamodb":{"Keys":{},{{image}},"SequenceNumber":"1"} }""";
        var (outcome, answer) = await new Listener().HandleAsync(Batch(record));
        Assert.True(outcome.IsError);
        Assert.Contains("NEW_AND_OLD_IMAGES", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"_type":{"S":"Other"}}""", 0)]
    [InlineData("""{"_type":{"S":"_unique"}}""", 0)]
    [InlineData("""{"_type":{"N":"1"}}""", 0)]
    [InlineData("""{"_type":"Vote"}""", 0)]
    [InlineData("""{"type":{"S":"Vote"},"m":{"M":{"_type":{"S":"Vote"}}}}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("""{"a":{"L":[]},"_type":{"S":"Vote"}}""", 1)]
    [InlineData("""{"_t\u0079pe":{"S":"V\u006fte"}}""", 1)]
    public async Task Items_go_by_their_type(string image, int heard)
    {
        var listener = new Listener();
        var (_, answer) = await listener.HandleAsync(Batch(Record(1).Replace("""{"_type": {"S": "Vote"} }""", image, StringComparison.Ordinal)));
        Assert.Equal(Nothing, answer);
        Assert.Equal(heard, listener.Heard.Count);
    }

    [Fact]
    public async Task Counts_tell_what_became_of_records()
    {
        var listener = new Listener();
        listener.Then = number => number switch
        {
            "2" => throw new UnreadableRecordException("no"),
            "3" => throw new IOException("no"),
            _ => ValueTask.CompletedTask,
        };
        var processor = new StreamProcessor([listener], new LambdaOptions { Log = new(() => Stream.Null, () => Stream.Null) });
        using var output = new PooledBuffer();
        var batch = Encoding.UTF8.GetBytes(Batch(Record(0).Replace("Vote", "Other", StringComparison.Ordinal), Record(1), Record(2), Record(3), Record(4)));
        await processor.ProcessAsync(batch, InvocationContext.None, output);
        Assert.Equal((1, 1, 1, 1), (processor.Counts.PassedOver, processor.Counts.Processed, processor.Counts.Poison, processor.Counts.Failed));
    }

    [Theory]
    [InlineData("1480642020", "2016-12-02T01:27:00.000Z")]
    [InlineData("1480642020000", "2016-12-02T01:27:00.000Z")]
    [InlineData("1480642020.25", "2016-12-02T01:27:00.250Z")]
    [InlineData("1.48064202E9", "2016-12-02T01:27:00.000Z")]
    [InlineData("null", null)]
    public async Task Times_come_in_seconds_or_milliseconds(string number, string? time)
    {
        var listener = new Listener();
        await listener.HandleAsync(Batch(Record(1, change: $",\"ApproximateCreationDateTime\":{number}")));
        Assert.Equal(time, listener.Records[0].At?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("REMOVE", """{"type":"Service","principalId":"dynamodb.amazonaws.com"}""", true)]
    [InlineData("INSERT", """{"type":"Service","principalId":"dynamodb.amazonaws.com"}""", false)]
    [InlineData("REMOVE", """{"type":"Service","principalId":"evil.example"}""", false)]
    [InlineData("REMOVE", """{"type":"User","principalId":"dynamodb.amazonaws.com"}""", false)]
    [InlineData("REMOVE", """{"principalId":"dynamodb.amazonaws.com"}""", false)]
    [InlineData("REMOVE", "null", false)]
    public async Task What_DynamoDB_removes_itself_has_expired(string name, string identity, bool isExpiry)
    {
        var listener = new Listener();
        var image = name == "REMOVE" ? "OldImage" : "NewImage";
        await listener.HandleAsync(Batch(Record(1, more: $",\"userIdentity\":{identity}").Replace("INSERT", name, StringComparison.Ordinal).Replace("NewImage", image, StringComparison.Ordinal)));
        Assert.Equal(isExpiry, Assert.Single(listener.Records).IsExpiry);
    }

    [Fact]
    public async Task The_deepest_item_is_read()
    {
        var value = """{"S":"x"}""";
        for (var depth = 0; depth < 31; depth++) value = $$"""{"M":{"m":{{value}} } }""";
        var listener = new Listener();
        var (outcome, _) = await listener.HandleAsync(Batch(Record(1).Replace("""{"_type":""", $$"""{"deep":{{value}},"_type":""", StringComparison.Ordinal)));
        Assert.False(outcome.IsError);
        Assert.Single(listener.Heard);
    }

    [Fact]
    public async Task Without_a_listener_the_records_stay_in_the_stream()
    {
        using var function = new LambdaApplication([], new LambdaOptions());
        using var output = new PooledBuffer();
        var outcome = await function.HandleAsync(Encoding.UTF8.GetBytes(Batch(Record(1))), InvocationContext.None, output);
        Assert.Equal("Function.StreamsNotConfigured", outcome.ErrorType);
    }
}

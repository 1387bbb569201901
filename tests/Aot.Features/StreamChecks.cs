using System.Text;
using GeekCafe.Lambda;
using GeekCafe.Table.Tests.Streams;

namespace GeekCafe.Aot.Features;

/// <summary>A batch of changes, folded into another resource, twice.</summary>
internal static class StreamChecks
{
    private const string Batch = """
        {"Records":[{"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":{
          "Keys":{"pk":{"S":"TENANT#t1#STREAM-BALLOTS"},"sk":{"S":"STREAM-BALLOT#one"}},
          "NewImage":{"pk":{"S":"TENANT#t1#STREAM-BALLOTS"},"sk":{"S":"STREAM-BALLOT#one"},"_type":{"S":"Ballot"},"id":{"S":"1"},"tenant_id":{"S":"t1"},
            "version":{"N":"1"},"created_at":{"S":"2026-01-01T00:00:00.0000000Z"},"created_by":{"S":"ann"},"updated_at":{"S":"2026-01-01T00:00:00.0000000Z"},
            "updated_by":{"S":"ann"},"name":{"S":"one"},"choice":{"S":"a"}},
          "SequenceNumber":"100","StreamViewType":"NEW_AND_OLD_IMAGES"}}]}
        """;

    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var application = GeekCafeAotFeaturesApplication.Create(environment);
        var tallies = application.StreamTallies;
        application.StreamBallots.Then = (change, token) => change.FoldAsync(
            tallies, new TallyKey("poll"), tally => tally.With(change.LiveOld, change.LiveNew), new() { Name = "poll" }, token);
        var options = new LambdaOptions();
        options.Listen(application.StreamTargets);
        using var function = new LambdaApplication([], options);
        for (var i = 0; i < 2; i++)
        {
            using var output = new PooledBuffer();
            Check.That(!(await function.HandleAsync(Encoding.UTF8.GetBytes(Batch), InvocationContext.None, output)).IsError);
            Check.Same("{\"batchItemFailures\":[]}", Encoding.UTF8.GetString(output.WrittenSpan));
        }

        Check.Same(2, application.StreamBallots.Heard.Count);
        Check.Same(1, (await tallies.GetAsync(Check.Ann, new TallyKey("poll"), consistent: true)).Data.Counts["a"]);
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using GeekCafe.DynamoDb;
using GeekCafe.Testing;

namespace GeekCafe.Runtime.Tests.Transport;

/// <summary>Both transports against a DynamoDB that is really there; a subclass says which.</summary>
public abstract class LiveTransportContract : IAsyncLifetime
{
    /// <summary>What is missing to run this database, or null.</summary>
    protected abstract string? Missing { get; }

    /// <summary>Starts the database.</summary>
    protected abstract Task<LocalDatabase> StartAsync();

    private string Url { get; set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is { } missing) Assert.Skip(missing);
        Url = (await StartAsync()).Endpoint.ToString();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public static TheoryData<string> Transports => ["signed", "sdk"];

    private DynamoClient CreateClient(string transport)
    {
        var credentials = new BasicAWSCredentials("AKIDLOCAL", "secret");
        IDynamoTransport created = transport == "signed"
            ? new SignedHttpTransport(new SignedHttpOptions { Endpoint = new DynamoEndpoint(new Uri(Url), "us-east-1"), Credentials = credentials })
            : new SdkTransport(new AmazonDynamoDBConfig { ServiceURL = Url, AuthenticationRegion = "us-east-1" }, credentials);
        return new DynamoClient(created, TimeProvider.System);
    }

    // Single quotes stand for double ones and T for the table, so that the requests can be read.
    private static async Task<(DynamoErrorKind? Kind, string Body)> SendAsync(DynamoClient client, DynamoOperation operation, string table, string request)
    {
        var json = request.Replace("'T'", $"'{table}'", StringComparison.Ordinal).Replace('\'', '"');
        using var reply = await client.SendAsync(operation, Encoding.UTF8.GetBytes(json), deadline: null, CancellationToken.None);
        return (reply.Error?.Kind, Encoding.UTF8.GetString(reply.Body.Span));
    }

    private const string Create =
        "{'TableName':'T','BillingMode':'PAY_PER_REQUEST','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]," +
        "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}";

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task A_tables_whole_life(string transport)
    {
        var client = CreateClient(transport);
        await client.Transport.WarmUpAsync(CancellationToken.None);
        var table = $"transport-{transport}-{Guid.NewGuid():N}";
        Task<(DynamoErrorKind? Kind, string Body)> Send(DynamoOperation operation, string request) => SendAsync(client, operation, table, request);

        Assert.Equal(DynamoErrorKind.NotFound, (await Send(DynamoOperation.GetItem, "{'TableName':'T','Key':{'pk':{'S':'a'}}}")).Kind);
        Assert.Null((await Send(DynamoOperation.CreateTable, Create)).Kind);
        Assert.Equal(DynamoErrorKind.InUse, (await Send(DynamoOperation.CreateTable, Create)).Kind);
        Assert.Contains("ACTIVE", (await Send(DynamoOperation.DescribeTable, "{'TableName':'T'}")).Body, StringComparison.Ordinal);

        const string Put = "{'TableName':'T','Item':{'pk':{'S':'ä1'},'n':{'N':'1'}},'ConditionExpression':'attribute_not_exists(pk)'," +
            "'ReturnValuesOnConditionCheckFailure':'ALL_OLD'}";
        Assert.Null((await Send(DynamoOperation.PutItem, Put)).Kind);
        var second = await Send(DynamoOperation.PutItem, Put);
        Assert.Equal(DynamoErrorKind.ConditionFailed, second.Kind);
        Assert.Contains("\"Item\"", second.Body, StringComparison.Ordinal);

        var get = await Send(DynamoOperation.GetItem, "{'TableName':'T','Key':{'pk':{'S':'ä1'}},'ConsistentRead':true}");
        Assert.Null(get.Kind);
        Assert.Contains("\"ä1\"", Regex.Unescape(get.Body), StringComparison.Ordinal);

        Assert.Equal(DynamoErrorKind.Validation, (await Send(DynamoOperation.Query, "{'TableName':'T','KeyConditionExpression':'nonsense'}")).Kind);

        var cancelled = await Send(
            DynamoOperation.TransactWriteItems,
            "{'TransactItems':[{'Put':{'TableName':'T','Item':{'pk':{'S':'b'}}}}," +
            "{'Put':{'TableName':'T','Item':{'pk':{'S':'ä1'}},'ConditionExpression':'attribute_not_exists(pk)'}}]}");
        Assert.Equal(DynamoErrorKind.TransactionCanceled, cancelled.Kind);
        Assert.Contains("ConditionalCheckFailed", cancelled.Body, StringComparison.Ordinal);

        Assert.Null((await Send(DynamoOperation.DeleteTable, "{'TableName':'T'}")).Kind);
    }

    [Theory]
    [MemberData(nameof(Transports))]
    public async Task Large_items_and_many_callers(string transport)
    {
        var client = CreateClient(transport);
        var table = $"transport-{transport}-{Guid.NewGuid():N}";
        Assert.Null((await SendAsync(client, DynamoOperation.CreateTable, table, Create)).Kind);

        await Parallel.ForAsync(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var text = $"{i}-" + new string((char)('a' + (i % 26)), 100_000);
            var put = "{'TableName':'T','Item':{'pk':{'S':'" + i + "'},'text':{'S':'" + text + "'}}}";
            Assert.Null((await SendAsync(client, DynamoOperation.PutItem, table, put)).Kind);
            var (kind, body) = await SendAsync(client, DynamoOperation.GetItem, table, "{'TableName':'T','Key':{'pk':{'S':'" + i + "'}}}");
            Assert.Null(kind);
            Assert.Contains($"\"{text}\"", body, StringComparison.Ordinal);
        });
        Assert.Null((await SendAsync(client, DynamoOperation.DeleteTable, table, "{'TableName':'T'}")).Kind);
    }
}

using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe.Table.Tests.Statements;

public abstract class RawTests<TDatabase> : TableTests<TDatabase> where TDatabase : IDatabase
{
    private const string Key = """{"pk":{"S":"TENANT#t1"},"sk":{"S":"RAW#1"}}""";

    private RawRequests Raw => new(Environment, Definition, Ann);

    private RawRequests System => new(Environment, Definition, Caller.ForSystem("t1", "a test of raw requests"));

    [Fact]
    public async Task Items_of_the_tenant_are_written_and_read()
    {
        await SendAsync(Raw, DynamoOperation.PutItem, """{"Item":{"pk":{"S":"TENANT#t1"},"sk":{"S":"RAW#1"},"tenant_id":{"S":"t1"},"n":{"N":"1"}}}""");
        await SendAsync(Raw, DynamoOperation.UpdateItem, $$$$$$$"""{"TableName":"{{{{{{{Table.Name}}}}}}}","Key":{{{{{{{Key}}}}}}},"UpdateExpression":"ADD n :one","ExpressionAttributeValues":{":one":{"N":"1"}}}""");
        Assert.Contains("\"2\"", await SendAsync(Raw, DynamoOperation.GetItem, $$$$$$$"""{"Key":{{{{{{{Key}}}}}}}}"""), StringComparison.Ordinal);
        Assert.Contains("RAW#1", await SendAsync(Raw, DynamoOperation.Query,
            """{"KeyConditionExpression":"#p = :p AND begins_with(sk, :s)","ExpressionAttributeNames":{"#p":"pk"},"ExpressionAttributeValues":{":p":{"S":"TENANT#t1"},":s":{"S":"RAW#"}}}"""), StringComparison.Ordinal);
        Assert.Contains("RAW#1", await SendAsync(Raw, DynamoOperation.BatchGetItem, $$$$$$$"""{"RequestItems":{"{{{{{{{Table.Name}}}}}}}":{"Keys":[{{{{{{{Key}}}}}}}]}}}"""), StringComparison.Ordinal);
        Assert.Contains("RAW#1", await SendAsync(Raw, DynamoOperation.TransactGetItems, $$$$$$$"""{"TransactItems":[{"Get":{"TableName":"{{{{{{{Table.Name}}}}}}}","Key":{{{{{{{Key}}}}}}}}}]}"""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DynamoOperation.GetItem, """{"Key":{"pk":{"S":"TENANT#t2"},"sk":{"S":"x"}}}""")]
    [InlineData(DynamoOperation.GetItem, """{"Key":{"pk":{"S":"TENANT#t10"},"sk":{"S":"x"}}}""")]
    [InlineData(DynamoOperation.GetItem, """{"TableName":"other","Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}}}""")]
    [InlineData(DynamoOperation.GetItem, "{}")]
    [InlineData(DynamoOperation.PutItem, """{"Item":{"pk":{"S":"TENANT#t2"},"sk":{"S":"x"},"tenant_id":{"S":"t1"}}}""")]
    [InlineData(DynamoOperation.PutItem, """{"Item":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"},"tenant_id":{"S":"t2"}}}""")]
    [InlineData(DynamoOperation.PutItem, """{"Item":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}}}""")]
    [InlineData(DynamoOperation.UpdateItem, """{"Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}},"UpdateExpression":"SET #t=:t","ExpressionAttributeNames":{"#t":"tenant_id"},"ExpressionAttributeValues":{":t":{"S":"t2"}}}""")]
    [InlineData(DynamoOperation.UpdateItem, """{"Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}},"AttributeUpdates":{"tenant_id":{"Value":{"S":"t2"}}}}""")]
    [InlineData(DynamoOperation.Query, """{"KeyConditionExpression":"pk=:p","ExpressionAttributeValues":{":p":{"S":"TENANT#t2"}}}""")]
    [InlineData(DynamoOperation.Query, """{"KeyConditionExpression":"sk=:s AND pk=:p","ExpressionAttributeValues":{":s":{"S":"TENANT#t1"},":p":{"S":"TENANT#t2"}}}""")]
    [InlineData(DynamoOperation.Query, """{"IndexName":"gsi1","KeyConditionExpression":"gsi1_pk=:p","ExpressionAttributeValues":{":p":{"S":"ALL"}}}""")]
    [InlineData(DynamoOperation.Query, """{"IndexName":"none","KeyConditionExpression":"pk=:p","ExpressionAttributeValues":{":p":{"S":"TENANT#t1"}}}""")]
    [InlineData(DynamoOperation.Query, """{"KeyConditions":{"pk":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"TENANT#t2"}]}}}""")]
    [InlineData(DynamoOperation.Query, """{"KeyConditionExpression":"pk=:p","ExpressionAttributeValues":{":p":{"S":"TENANT#t1"}},"ExclusiveStartKey":{"pk":{"S":"TENANT#t2"},"sk":{"S":"x"}}}""")]
    [InlineData(DynamoOperation.Scan, "{}")]
    [InlineData(DynamoOperation.BatchGetItem, """{"RequestItems":{"other":{"Keys":[{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}}]}}}""")]
    [InlineData(DynamoOperation.TransactWriteItems, """{"TransactItems":[{"Delete":{"Key":{"pk":{"S":"TENANT#t1"},"sk":{"S":"x"}}}}]}""")]
    [InlineData(DynamoOperation.ExecuteStatement, """{"Statement":"SELECT * FROM t"}""")]
    [InlineData(DynamoOperation.DeleteTable, "{}")]
    public async Task What_leaves_table_or_tenant_is_refused_before_the_wire(DynamoOperation operation, string json)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(Raw, operation, json));
        Assert.Empty(Wire.Operations);
    }

    [Theory]
    [InlineData("""{"DeleteRequest":{"Key":{"pk":{"S":"TENANT#t2"},"sk":{"S":"x"}}}}""")]
    [InlineData("""{"PutRequest":{"Item":{"pk":{"S":"TENANT#t2"},"sk":{"S":"x"},"tenant_id":{"S":"t1"}}}}""")]
    public async Task Batches_are_looked_at_entry_by_entry(string entry) => await Assert.ThrowsAsync<ArgumentException>(() =>
        SendAsync(Raw, DynamoOperation.BatchWriteItem, $$$$$$$"""{"RequestItems":{"{{{{{{{Table.Name}}}}}}}":[{"DeleteRequest":{"Key":{{{{{{{Key}}}}}}}}},{{{{{{{entry}}}}}}}]}}"""));

    [Fact]
    public async Task An_item_that_says_it_is_another_tenants_is_not_shown()
    {
        await SendAsync(System.CrossTenant(), DynamoOperation.PutItem, """{"Item":{"pk":{"S":"TENANT#t1"},"sk":{"S":"RAW#1"},"tenant_id":{"S":"t2"}}}""");
        Assert.Equal(ErrorCode.ConfigurationError, (await Raw.SendAsync(DynamoOperation.GetItem, Encoding.UTF8.GetBytes($$$$$$$"""{"Key":{{{{{{{Key}}}}}}}}"""))).Error?.Code);
        Assert.Contains("RAW#1", await SendAsync(System.CrossTenant(), DynamoOperation.Scan, "{}"), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Raw.CrossTenant());
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(System.CrossTenant(), DynamoOperation.Scan, """{"TableName":"other"}"""));
        await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(System, DynamoOperation.Scan, "{}"));
    }

    private static async Task<string> SendAsync(RawRequests raw, DynamoOperation operation, string json)
    {
        var reply = await raw.SendAsync(operation, Encoding.UTF8.GetBytes(json));
        Assert.True(reply.IsSuccess, reply.ToString());
        return Encoding.UTF8.GetString(reply.Data);
    }
}

public sealed class RawOnDynoxide : RawTests<Dynoxide>;

public sealed class RawOnDynamoDbLocal : RawTests<Amazons>;

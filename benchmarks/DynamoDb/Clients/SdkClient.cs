using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace GeekCafe.Benchmarks;

/// <summary>The AWS SDK's low-level client, its items mapped by hand.</summary>
internal sealed class SdkClient(IAmazonDynamoDB client) : IClient
{
    private readonly MeetupRow _sample = MeetupRow.Sample(0);

    public string Name => "SDK, mapped by hand";

    public async Task<string> GetAsync()
    {
        var response = await client.GetItemAsync(new GetItemRequest
        {
            TableName = CannedItem.Table,
            Key = new(2) { ["pk"] = new(_sample.PartitionKey), ["sk"] = new(_sample.SortKey) },
        });
        return RowMapping.ToRow(response.Item).Title;
    }

    public async Task<string> PutAsync()
    {
        var row = MeetupRow.Sample(0);
        await client.PutItemAsync(new PutItemRequest
        {
            TableName = CannedItem.Table,
            Item = RowMapping.ToItem(row),
            ConditionExpression = "attribute_not_exists(#p)",
            ExpressionAttributeNames = new(1) { ["#p"] = "pk" },
        });
        return row.Id;
    }

    public async Task<int> QueryAsync()
    {
        var response = await client.QueryAsync(new QueryRequest
        {
            TableName = CannedItem.Table,
            KeyConditionExpression = "#p=:p AND begins_with(#s,:s)",
            ExpressionAttributeNames = new(2) { ["#p"] = "pk", ["#s"] = "sk" },
            ExpressionAttributeValues = new(2) { [":p"] = new(_sample.PartitionKey), [":s"] = new("MEETUP#") },
            Limit = 100,
        });
        return response.Items.ConvertAll(RowMapping.ToRow).Count;
    }
}

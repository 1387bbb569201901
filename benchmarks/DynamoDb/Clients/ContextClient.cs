using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.DynamoDBv2.DocumentModel;

namespace GeekCafe.Benchmarks;

/// <summary>The AWS SDK's object persistence model, told not to ask the table for its description.</summary>
internal sealed class ContextClient(IAmazonDynamoDB client) : IClient
{
    private readonly DynamoDBContext _context = new DynamoDBContextBuilder()
        .WithDynamoDBClient(() => client)
        .ConfigureContext(static config => config.DisableFetchingTableMetadata = true)
        .Build();

    private readonly MeetupRow _sample = MeetupRow.Sample(0);

    public string Name => "DynamoDBContext";

    public async Task<string> GetAsync() => (await _context.LoadAsync<MeetupRow>(_sample.PartitionKey, _sample.SortKey)).Title;

    public async Task<string> PutAsync()
    {
        var row = MeetupRow.Sample(0);
        await _context.SaveAsync(row);
        return row.Id;
    }

    public async Task<int> QueryAsync()
    {
        var search = _context.QueryAsync<MeetupRow>(_sample.PartitionKey, QueryOperator.BeginsWith, ["MEETUP#"]);
        return (await search.GetNextSetAsync()).Count;
    }
}

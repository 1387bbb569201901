using GeekCafe.DynamoDb;

namespace GeekCafe.Benchmarks;

/// <summary>Ours as applications use it: the generated service with its access rules, validation, audit and cursors, over the signed transport.</summary>
internal sealed class ServiceClient(DynamoClient client) : IClient
{
    private readonly MeetupService _service = new(new() { Client = client, TableName = CannedItem.Table, CursorKeys = [new byte[32]] });
    private readonly Caller _caller = Caller.FromVerified(CannedItem.Tenant, CannedItem.User, ["user"], "request-1", deadline: null)!;
    private readonly string _id = CannedItem.Id(0);

    public string Name => "ours, service";

    public async Task<string> GetAsync() => (await _service.GetAsync(_caller, new(_id))).Data.Title;

    public async Task<string> PutAsync()
    {
        var input = new MeetupInput
        {
            Title = CannedItem.Title,
            Description = CannedItem.Description,
            StartsAt = new(2026, 3, 7, 19, 0, 0, TimeSpan.Zero),
            Capacity = 120,
            Price = 12.5m,
            IsPublic = true,
            Status = MeetupStatus.Published,
            Tags = CannedItem.Tags,
        };
        return (await _service.CreateAsync(_caller, input)).Data.Id;
    }

    public async Task<int> QueryAsync() => (await _service.ListAsync(_caller, new() { Limit = 100 })).Data.Items.Count;
}

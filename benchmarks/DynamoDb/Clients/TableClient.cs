using GeekCafe.DynamoDb;

namespace GeekCafe.Benchmarks;

/// <summary>Ours below the service: the table's operations, which still compare tenants and types. The closest to what the SDK does.</summary>
internal sealed class TableClient(DynamoClient client) : IClient
{
    private readonly DynamoTable _table = new(client, CannedItem.Table);
    private readonly TableCall _call = new(CannedItem.Tenant, null, default);
    private readonly KeyQuery _query = new("meetups.list", null, "pk", "sk", $"TENANT#{CannedItem.Tenant}", "MEETUP#");

    public string Name => "ours, table";

    public static Meetup Sample(int number) => new()
    {
        Id = CannedItem.Id(number),
        TenantId = CannedItem.Tenant,
        Version = 1,
        CreatedAt = new(2026, 1, 5, 18, 30, 0, 123, TimeSpan.Zero),
        CreatedBy = CannedItem.User,
        UpdatedAt = new(2026, 1, 5, 18, 30, 0, 123, TimeSpan.Zero),
        UpdatedBy = CannedItem.User,
        Title = CannedItem.Title,
        Description = CannedItem.Description,
        StartsAt = new(2026, 3, 7, 19, 0, 0, TimeSpan.Zero),
        Capacity = 120,
        Price = 12.5m,
        IsPublic = true,
        Status = MeetupStatus.Published,
        Tags = CannedItem.Tags,
        OrganizerId = CannedItem.User,
    };

    public async Task<string> GetAsync()
    {
        var key = new ItemKey($"TENANT#{CannedItem.Tenant}", $"MEETUP#{CannedItem.Id(0)}");
        return (await _table.GetItemAsync<Meetup>(key, _call)).Data.Title;
    }

    public async Task<string> PutAsync()
    {
        var item = Sample(0);
        return (await _table.PutNewItemAsync(item, _call)).IsApplied ? item.Id : throw new InvalidOperationException();
    }

    public async Task<int> QueryAsync()
    {
        using var page = (await _table.QueryAsync<Meetup>(_query, null, 100, descending: false, _call)).Data;
        return page.Count;
    }
}

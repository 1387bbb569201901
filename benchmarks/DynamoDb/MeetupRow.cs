using Amazon.DynamoDBv2.DataModel;

namespace GeekCafe.Benchmarks;

/// <summary>The canned item as a class of <c>DynamoDBContext</c>, and what the low-level client's items are mapped to by hand.</summary>
[DynamoDBTable(CannedItem.Table)]
public sealed class MeetupRow
{
    [DynamoDBHashKey("pk")] public string PartitionKey { get; set; } = "";
    [DynamoDBRangeKey("sk")] public string SortKey { get; set; } = "";
    [DynamoDBProperty("id")] public string Id { get; set; } = "";
    [DynamoDBProperty("tenant_id")] public string TenantId { get; set; } = "";
    [DynamoDBProperty("version")] public long Version { get; set; }
    [DynamoDBProperty("created_at", typeof(TimeConverter))] public DateTimeOffset CreatedAt { get; set; }
    [DynamoDBProperty("created_by")] public string CreatedBy { get; set; } = "";
    [DynamoDBProperty("updated_at", typeof(TimeConverter))] public DateTimeOffset UpdatedAt { get; set; }
    [DynamoDBProperty("updated_by")] public string UpdatedBy { get; set; } = "";
    [DynamoDBProperty("title")] public string Title { get; set; } = "";
    [DynamoDBProperty("description")] public string Description { get; set; } = "";
    [DynamoDBProperty("starts_at", typeof(TimeConverter))] public DateTimeOffset StartsAt { get; set; }
    [DynamoDBProperty("capacity")] public int Capacity { get; set; }
    [DynamoDBProperty("price")] public decimal Price { get; set; }
    [DynamoDBProperty("is_public", typeof(BooleanConverter))] public bool IsPublic { get; set; }
    [DynamoDBProperty("status", typeof(StatusConverter))] public MeetupStatus Status { get; set; }
    [DynamoDBProperty("tags")] public List<string> Tags { get; set; } = [];
    [DynamoDBProperty("organizer_id")] public string OrganizerId { get; set; } = "";
    [DynamoDBProperty("_type")] public string Type { get; set; } = "";
    [DynamoDBProperty("_rid")] public string WriteToken { get; set; } = "";

    public static MeetupRow Sample(int number) => new()
    {
        PartitionKey = $"TENANT#{CannedItem.Tenant}",
        SortKey = $"MEETUP#{CannedItem.Id(number)}",
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
        Tags = [.. CannedItem.Tags],
        OrganizerId = CannedItem.User,
        Type = "Meetup",
        WriteToken = "k3J9xQmT2vLwR8sYbN4dZg",
    };
}

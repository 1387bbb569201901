using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace GeekCafe.Benchmarks;

/// <summary>The mapping a careful developer writes by hand for the SDK's low-level client.</summary>
internal static class RowMapping
{
    public static MeetupRow ToRow(Dictionary<string, AttributeValue> item) => new()
    {
        PartitionKey = item["pk"].S,
        SortKey = item["sk"].S,
        Id = item["id"].S,
        TenantId = item["tenant_id"].S,
        Version = long.Parse(item["version"].N, CultureInfo.InvariantCulture),
        CreatedAt = Time(item["created_at"]),
        CreatedBy = item["created_by"].S,
        UpdatedAt = Time(item["updated_at"]),
        UpdatedBy = item["updated_by"].S,
        Title = item["title"].S,
        Description = item["description"].S,
        StartsAt = Time(item["starts_at"]),
        Capacity = int.Parse(item["capacity"].N, CultureInfo.InvariantCulture),
        Price = decimal.Parse(item["price"].N, CultureInfo.InvariantCulture),
        IsPublic = item["is_public"].BOOL is true,
        Status = Names.ToStatus(item["status"].S),
        Tags = item["tags"].L.ConvertAll(static tag => tag.S),
        OrganizerId = item["organizer_id"].S,
        Type = item["_type"].S,
        WriteToken = item["_rid"].S,
    };

    public static Dictionary<string, AttributeValue> ToItem(MeetupRow row) => new(20)
    {
        ["pk"] = new(row.PartitionKey),
        ["sk"] = new(row.SortKey),
        ["id"] = new(row.Id),
        ["tenant_id"] = new(row.TenantId),
        ["version"] = new() { N = row.Version.ToString(CultureInfo.InvariantCulture) },
        ["created_at"] = Time(row.CreatedAt),
        ["created_by"] = new(row.CreatedBy),
        ["updated_at"] = Time(row.UpdatedAt),
        ["updated_by"] = new(row.UpdatedBy),
        ["title"] = new(row.Title),
        ["description"] = new(row.Description),
        ["starts_at"] = Time(row.StartsAt),
        ["capacity"] = new() { N = row.Capacity.ToString(CultureInfo.InvariantCulture) },
        ["price"] = new() { N = row.Price.ToString(CultureInfo.InvariantCulture) },
        ["is_public"] = new() { BOOL = row.IsPublic },
        ["status"] = new(Names.ToText(row.Status)),
        ["tags"] = new() { L = row.Tags.ConvertAll(static tag => new AttributeValue(tag)) },
        ["organizer_id"] = new(row.OrganizerId),
        ["_type"] = new(row.Type),
        ["_rid"] = new(row.WriteToken),
    };

    private static DateTimeOffset Time(AttributeValue value) => DateTimeOffset.ParseExact(value.S, "O", CultureInfo.InvariantCulture);

    private static AttributeValue Time(DateTimeOffset value) => new(value.ToString("O", CultureInfo.InvariantCulture));
}

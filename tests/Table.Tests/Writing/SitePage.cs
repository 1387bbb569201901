namespace GeekCafe.Table.Tests.Writing;

/// <summary>A page that is counted on.</summary>
[Resource("writing-pages")]
[PrimaryKey("TENANT#{TenantId}", "WRITING-PAGE#{Id}")]
[Allow(Operation.Read, Owner = nameof(CreatedBy), Roles = "reader")]
public partial record SitePage
{
    public string Title { get; init; } = "";

    [Counter] public long Views { get; init; }

    [Counter] public int Votes { get; init; }

    [Counter(Shards = 5)] public long Hits { get; init; }
}

namespace GeekCafe.Table.Tests.Basics;

/// <summary>The smallest resource there can be.</summary>
[Resource("memos")]
[PrimaryKey("TENANT#{TenantId}", "MEMO#{Id}")]
public partial record Memo
{
    public required string Text { get; init; }
}

namespace GeekCafe.Table.Tests.Writing;

/// <summary>A contract, every change of which is kept; clients choose its number.</summary>
[Resource("writing-contracts")]
[PrimaryKey("TENANT#{TenantId}#WRITING-CONTRACTS", "WRITING-CONTRACT#{Number}")]
[Changes]
[Audited(NameOnly = [nameof(Secret)])]
public partial record Contract
{
    public required string Number { get; init; }

    public string? Text { get; init; }

    public string? Secret { get; init; }

    public int Pages { get; init; }
}

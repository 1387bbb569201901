namespace GeekCafe.Table.Tests.Writing;

/// <summary>A hall, written in transactions, with a nested record.</summary>
[Resource("writing-halls")]
[PrimaryKey("TENANT#{TenantId}", "WRITING-HALL#{Id}")]
[Audited]
public partial record Hall
{
    public Place Home { get; init; } = new() { City = "Bern" };
}

namespace GeekCafe.Table.Tests.Writing;

/// <summary>An account: its address is unique in the tenant, its nickname in its team.</summary>
[Resource("writing-accounts")]
[PrimaryKey("TENANT#{TenantId}", "WRITING-ACCOUNT#{Id}")]
public partial record Account
{
    [Unique(IgnoreCase = true)] public string? Email { get; init; }

    [Unique(Within = [nameof(Team)])] public string? Nickname { get; init; }

    [Unique] public Guid? Code { get; init; }

    public string Team { get; init; } = "red";

    public int Age { get; init; }
}

public partial class AccountService
{
    /// <summary>Writes past the service, as a version of the program that knew nothing of unique values did.</summary>
    public async Task ForceAsync(Caller caller, Account before, Account after) =>
        Assert.True((await Table.UpdateItemAsync(before, after, DynamoDb.TableCall.For(caller, default))).IsApplied);
}

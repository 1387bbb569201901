using System.Text.Json.Serialization;

namespace GeekCafe.Table.Tests.Members;

/// <summary>A resource whose members are named, computed, hidden and fixed by attributes.</summary>
[Resource("members-accounts")]
[PrimaryKey("TENANT#{TenantId}", "MEMBERS-ACCOUNT#{Id}")]
[SecondaryIndex("ByDomain", "TENANT#{TenantId}#MEMBERS-DOMAIN#{Domain}", "{Id}", Index = "gsi3", Route = "/members-domains/{domain}/accounts")]
public partial record Account
{
    [AttributeName("the \"mail\""), JsonPropertyName("e-mail"), Sensitive]
    [System.ComponentModel.DataAnnotations.StringLength(40)]
    public required string Email { get; init; }

    [Sensitive(Hidden = true)] public string? Pin { get; init; }

    [CreateOnly] public required string Country { get; init; }

    [CreateOnly] public int? Limit { get; init; }

    [NotStored] public object? Cache { get; init; }

    [Computed] public string Domain => Email[(Email.IndexOf('@', StringComparison.Ordinal) + 1)..];

    public Address? Home { get; init; }

    public Address Office { get; init; } = new() { City = "Oslo" };

    public Dictionary<string, string> Labels { get; init; } = [];

    public Dictionary<string, Address> Others { get; init; } = [];
}

public partial record Address
{
    public required string City { get; init; }

    public string? Street { get; init; }

    public Spot? Spot { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}

public partial record Spot
{
    public int X { get; init; }

    public int? Y { get; init; } = 7;
}

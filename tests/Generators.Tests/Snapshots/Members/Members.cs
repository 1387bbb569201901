using System.Text.Json.Serialization;
using GeekCafe.DynamoDb;

[assembly: Naming(Attributes = NamingPolicy.PascalCase)]

[Resource("accounts")]
[PrimaryKey("TENANT#{TenantId}", "ACCOUNT#{Id}")]
[SecondaryIndex("ByDomain", "TENANT#{TenantId}#DOMAIN#{Domain}", "{Id}")]
[SchemaVersion(3)]
public partial record Account
{
    [AttributeName("mail"), JsonPropertyName("e-mail"), Sensitive, CreateOnly] public required string Email { get; init; }
    [Sensitive(Hidden = true), StringLength(64)] public string? Pin { get; init; }
    [NotStored] public object? Cache { get; init; }
    [Computed] public string Domain => Email.Substring(Email.IndexOf('@') + 1);
    public Plan Plan { get; init; }

    [Upcast(1)] private static void FromV1(ItemDocument item) => item.Rename("email", "mail");
    [Upcast(2)] private static void FromV2(ItemDocument item) => item.SetText("Plan", "Free");
}

public enum Plan { Free, PaidMonthly }

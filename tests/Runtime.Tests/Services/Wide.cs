using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Runtime.Tests.Services;

/// <summary>A resource with as many attributes as a test wants.</summary>
public sealed record Wide(string TenantId, IReadOnlyDictionary<string, string> Texts) : IResource<Wide>
{
    public string Id { get; init; } = "wide";

    public long Version { get; init; } = 1;

    public static ResourceDefinition Definition { get; } = new("wides", "Wide", "pk", "sk");

    public SystemMembers System => new(Id, TenantId, Version, default, "", default, "");

    public Wide WithSystem(in SystemMembers system) => this;

    public void WriteItem(ItemWriter item)
    {
        item.Name("pk"u8).Value($"TENANT#{TenantId}");
        item.Name("sk"u8).Value($"WIDE#{Id}");
        item.Name("tenant_id"u8).Value(TenantId);
        item.Name("version"u8).Value(Version);
        foreach (var (name, text) in Texts) item.Name(name).Value(text);
    }

    public static Wide ReadItem(ref ItemReader item)
    {
        var texts = new Dictionary<string, string>();
        while (item.NextAttribute()) item.Skip();
        return new Wide("t1", texts);
    }

    public void WriteJson(ApiWriter json) => json.Null();

    public void Validate(ValidationErrors errors)
    {
    }

    public static bool IsAllowed(Caller caller, Operation operation, Wide resource) => true;
}

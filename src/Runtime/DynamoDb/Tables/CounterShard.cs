using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.DynamoDb;

/// <summary>An item that holds a part of a counter. Written by increments alone; here is how it is read.</summary>
internal sealed class CounterShard : IResource<CounterShard>
{
    public const string Type = "_counter";
    public const string Count = "count";

    private CounterShard(ref ItemReader item)
    {
        var tenantId = "";
        while (item.NextAttribute())
        {
            if (item.Is("count"u8)) Value = item.ReadInt64();
            else if (item.Is("tenant_id"u8)) tenantId = item.ReadString();
            else item.Skip();
        }

        System = new("", tenantId, 0, default, "", default, "");
    }

    /// <summary>What was counted here.</summary>
    public long Value { get; }

    public static ResourceDefinition Definition { get; } = new("counters", Type, "pk", "sk");

    public SystemMembers System { get; }

    public static CounterShard ReadItem(ref ItemReader item) => new(ref item);

    public static bool IsAllowed(Caller caller, Operation operation, CounterShard resource) => false;

    public CounterShard WithSystem(in SystemMembers system) => throw new NotSupportedException();

    public void WriteItem(ItemWriter item) => throw new NotSupportedException();

    public void WriteJson(ApiWriter json) => throw new NotSupportedException();

    public void Validate(ValidationErrors errors) => throw new NotSupportedException();
}

using System.Text.Json;
using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>One write of an audited resource. Read by a generated <c>HistoryAsync</c>; written only with the resource itself.</summary>
public sealed record AuditEntry : IResource<AuditEntry>
{
    internal const string Type = "_audit";

    private static readonly ResourceDefinition Names = new("audit", Type, "pk", "sk");

    private readonly string _tenantId = "";

    private AuditEntry(ref ItemReader item)
    {
        while (item.NextAttribute())
        {
            if (item.Is("tenant_id"u8)) _tenantId = item.ReadString();
            else if (item.Is("operation"u8)) Operation = Enum.TryParse<Operation>(item.ReadString(), out var operation) ? operation : throw ItemReader.UnknownName(nameof(Operation));
            else if (item.Is("version"u8)) Version = item.ReadInt64();
            else if (item.Is("at"u8)) At = item.ReadDateTimeOffset();
            else if (item.Is("by"u8)) By = item.ReadString();
            else if (item.Is("changes"u8)) Changes = Parse(item.ReadString());
            else item.Skip();
        }
    }

    /// <summary>What was done.</summary>
    public Operation Operation { get; }

    /// <summary>The version it made.</summary>
    public long Version { get; }

    /// <summary>When. UTC.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The user.</summary>
    public string By { get; } = "";

    /// <summary>What changed, by attribute; the service's own members are left out.</summary>
    public IReadOnlyDictionary<string, AuditedChange> Changes { get; } = new Dictionary<string, AuditedChange>();

    static ResourceDefinition IResource<AuditEntry>.Definition => Names;

    SystemMembers IResource<AuditEntry>.System => new("", _tenantId, Version, At, By, At, By);

    static AuditEntry IResource<AuditEntry>.ReadItem(ref ItemReader item) => new(ref item);

    static bool IResource<AuditEntry>.IsAllowed(Caller caller, Operation operation, AuditEntry resource) => false;

    AuditEntry IResource<AuditEntry>.WithSystem(in SystemMembers system) => this;

    void IResource<AuditEntry>.WriteItem(ItemWriter item) => throw new NotSupportedException();

    void IResource<AuditEntry>.WriteJson(ApiWriter json) => throw new NotSupportedException();

    void IResource<AuditEntry>.Validate(ValidationErrors errors)
    {
    }

    private static Dictionary<string, AuditedChange> Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var changes = new Dictionary<string, AuditedChange>(StringComparer.Ordinal);
            foreach (var change in json.RootElement.EnumerateObject())
            {
                changes[change.Name] = new(Text(change.Value, "old"), Text(change.Value, "new"));
            }

            return changes;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ItemFormatException("An entry of the audit trail cannot be read.");
        }
    }

    private static string? Text(JsonElement change, string member) => change.TryGetProperty(member, out var value) ? value.GetRawText() : null;
}

/// <summary>What a write did to an attribute, in DynamoDB's JSON, such as <c>{"S":"x"}</c>.</summary>
/// <param name="Before">The value before; null when there was none, or it is not kept.</param>
/// <param name="After">The value after; null when there is none, or it is not kept.</param>
public sealed record AuditedChange(string? Before, string? After);

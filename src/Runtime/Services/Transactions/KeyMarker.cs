using GeekCafe.DynamoDb;
using GeekCafe.Json;
using GeekCafe.Keys;
using GeekCafe.Validation;

namespace GeekCafe;

/// <summary>An item that says that a transaction with an idempotency key was done. It expires; nobody changes it.</summary>
internal sealed class KeyMarker : IResource<KeyMarker>
{
    public const string Type = "_once";

    private readonly DateTimeOffset? _until;

    public KeyMarker(string tenantId, DateTimeOffset until) => (System, _until) = (new("", tenantId, 1, default, "", default, ""), until);

    private KeyMarker(ref ItemReader item)
    {
        var tenantId = "";
        while (item.NextAttribute())
        {
            if (item.Is("tenant_id"u8)) tenantId = item.ReadString();
            else item.Skip();
        }

        System = new("", tenantId, 1, default, "", default, "");
    }

    public static ResourceDefinition Definition { get; } = new("once", Type, "pk", "sk") { Expires = true };

    public SystemMembers System { get; }

    /// <summary>The token of the transaction, which is all of the key but the tenant.</summary>
    public required string Token { get; init; }

    public static ItemKey KeyOf(string tenantId, string token) => new(KeyText.Create($"TENANT#{tenantId}#ONCE#{token}"), "ONCE");

    public static KeyMarker ReadItem(ref ItemReader item) => new(ref item) { Token = "" };

    public static DateTimeOffset? ExpiresAt(KeyMarker resource) => resource._until;

    public static bool IsAllowed(Caller caller, Operation operation, KeyMarker resource) => false;

    public void WriteItem(ItemWriter item)
    {
        var key = KeyOf(System.TenantId, Token);
        item.Name("pk"u8).Value(key.Partition);
        item.Name("sk"u8).Value(key.Sort);
        item.Name("tenant_id"u8).Value(System.TenantId);
        item.Name("version"u8).Value(System.Version);
        TimeToLive.Write(item, this);
    }

    public KeyMarker WithSystem(in SystemMembers system) => throw new NotSupportedException();

    public void WriteJson(ApiWriter json) => throw new NotSupportedException();

    public void Validate(ValidationErrors errors) => throw new NotSupportedException();
}

/// <summary>Writes the marker with the others, and finds it when the transaction is repeated.</summary>
internal sealed class KeyMarkerEntry(string token, string tenantId, DateTimeOffset until) : TransactionEntry
{
    private ItemRead<KeyMarker>? _read;

    internal override ItemRead Ask(Caller caller, int position) => _read = new(KeyMarker.KeyOf(tenantId, token), withNotes: true);

    internal override ItemRead Trace() => _read = new(KeyMarker.KeyOf(tenantId, token), withNotes: true);

    internal override bool Bears(string token) => string.Equals(_read?.Existing?.WriteToken, token, StringComparison.Ordinal);

    internal override ValueTask<ServiceError?> PrepareAsync(Caller caller, int position, CancellationToken cancellationToken) => default;

    internal override void Write(TransactionActions actions)
    {
        actions.Transaction.PutNew(new KeyMarker(tenantId, until) { Token = token });
        actions.Own(this);
    }

    /// <summary>Another commit was faster: reading again finds its marker.</summary>
    internal override ServiceError? Refused(ReadOnlyMemory<byte> reason) => null;

    internal override ValueTask<ServiceError?> RecogniseAsync(Caller caller, CancellationToken cancellationToken) => default;

    internal override ValueTask AfterAsync(Caller caller, CancellationToken cancellationToken) => default;
}

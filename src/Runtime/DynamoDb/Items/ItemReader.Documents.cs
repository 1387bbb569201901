using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>What reading items of older versions needs.</content>
public ref partial struct ItemReader
{
    /// <summary>The caller's tenant, or null if it is not known.</summary>
    internal readonly string? KnownTenant => _knownTenant;

    /// <summary>All that is left of the item, as attributes that can be changed.</summary>
    internal ItemDocument ReadDocument() => ItemDocument.Read(ref _json);

    /// <summary>A reader for the same caller and page over other JSON.</summary>
    internal readonly ItemReader Over(Utf8JsonReader json) => new(json, _knownTenant, _seen);
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>By which attributes services know type, version and liveness of an item; the tenant is <c>tenant_id</c> in every format.</summary>
internal sealed class ItemNames
{
    /// <summary>Ours.</summary>
    public static ItemNames Default { get; } = new(ServiceAttributes.Type, ServiceAttributes.Version, ServiceAttributes.DeletedAt, isPython: false);

    /// <summary>The Python SDK's: what was not modified since has the version that was read, and a number says when it was deleted.</summary>
    public static ItemNames Python { get; } = new("model_name", "modified_utc_ts", "deleted_utc_ts", isPython: true);

    private readonly bool _isPython;

    private ItemNames(string type, string version, string deletedAt, bool isPython)
    {
        (Type, Version, DeletedAt, _isPython) = (type, version, deletedAt, isPython);
        (QuotedType, QuotedVersion, QuotedDeletedAt) = (ItemJson.Quoted(type), ItemJson.Quoted(version), ItemJson.Quoted(deletedAt));
        IsLive = isPython ? "NOT attribute_type(#d,:d)" : "attribute_not_exists(#d)";
        IsDeleted = isPython ? "attribute_type(#d,:d)" : "attribute_exists(#d)";
        LiveOfType = Encoding.UTF8.GetBytes("#t=:t AND " + IsLive);
        Unchanged = Conditions("#v=:v");
        WithoutVersion = Conditions("attribute_not_exists(#v)");
    }

    /// <summary>The type's name.</summary>
    public string Type { get; }

    /// <summary>What differs after every write.</summary>
    public string Version { get; }

    /// <summary>When it was deleted.</summary>
    public string DeletedAt { get; }

    public byte[] QuotedType { get; }

    public byte[] QuotedVersion { get; }

    public byte[] QuotedDeletedAt { get; }

    /// <summary>A condition, with <c>#d</c> and <see cref="WriteValues"/>.</summary>
    public string IsLive { get; }

    /// <inheritdoc cref="IsLive"/>
    public string IsDeleted { get; }

    /// <summary>A filter for <c>#t=:t</c> and liveness.</summary>
    public byte[] LiveOfType { get; }

    /// <summary>That an item is the tenant's, of the version read, and as live or deleted.</summary>
    public (byte[] Live, byte[] Deleted) Unchanged { get; }

    /// <summary>The same of an item that had no version. Ours always have one.</summary>
    public (byte[] Live, byte[] Deleted) WithoutVersion { get; }

    /// <summary>Writes the value that <see cref="IsLive"/> and <see cref="IsDeleted"/> need, if they do.</summary>
    public void WriteValues(Utf8JsonWriter json)
    {
        if (_isPython) ItemRequests.Text(json, ":d", "N");
    }

    /// <summary>Whether the item is deleted.</summary>
    public bool MarksDeleted(in AttributeList item) =>
        item.ValueOf(QuotedDeletedAt) is var value && (_isPython ? value.StartsWith("{\"N\":"u8) : !value.IsEmpty);

    /// <summary>The version that the item's attribute stands for; 0 when it has none.</summary>
    public long VersionOf(in AttributeList item)
    {
        var text = ItemJson.Text(item.ValueOf(QuotedVersion));
        if (!_isPython) return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return text is not null && EpochSeconds.TryRead(Encoding.UTF8.GetBytes(text), out var modified) ? EpochSeconds.ToVersion(modified) : 0;
    }

    private (byte[] Live, byte[] Deleted) Conditions(string version) =>
        (Encoding.UTF8.GetBytes($"#t=:t AND {version} AND {IsLive}"), Encoding.UTF8.GetBytes($"#t=:t AND {version} AND {IsDeleted}"));
}

using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// The form in which a record of another schema version is stored, kept with the record from its reading to its next write: an update compares the
/// new form with what is really there. It is no part of the record's value: two are always equal.
/// </summary>
public readonly struct StoredForm : IEquatable<StoredForm>
{
    private readonly long _version;
    private readonly bool _isNewer;
    private readonly byte[]? _stored;
    private readonly byte[]? _upcast;

    private StoredForm(long version, bool isNewer, byte[]? stored, byte[]? upcast) => (_version, _isNewer, _stored, _upcast) = (version, isNewer, stored, upcast);

    /// <summary>Always equal.</summary>
    public static bool operator ==(StoredForm left, StoredForm right) => left.Equals(right);

    /// <summary>Never unequal.</summary>
    public static bool operator !=(StoredForm left, StoredForm right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(StoredForm other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StoredForm;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    internal static StoredForm Newer(long version) => new(version, true, null, null);

    internal static StoredForm Older(long version, byte[] stored, byte[] upcast) => new(version, false, stored, upcast);

    /// <summary>Whether the item is of a schema version this application does not know. A copy with another version is not what was read.</summary>
    internal bool IsNewer(long version) => _isNewer && _version == version;

    /// <summary>What an update is to be compared with: the record as it would be written, or what is stored of it in an older form.</summary>
    /// <param name="resource">The record as it was read.</param>
    /// <param name="written">The record as it would be written; given on or given back.</param>
    internal static DynamoRequest Of<T>(T resource, DynamoRequest written) where T : class, IResource<T>
    {
        var form = resource.StoredForm;
        if (form._stored is null || form._version != resource.System.Version) return written;
        var scratch = DynamoRequest.Rent();
        using (written) form.Restrict<T>(scratch.Json, form._stored, form._upcast, written.Since(0));
        return scratch;
    }

    /// <summary>
    /// Writes the stored attributes that an update may touch: those the upcasters took away, and those the record knows. The others are left
    /// alone, as in any update.
    /// </summary>
    private void Restrict<T>(Utf8JsonWriter json, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> upcast, ReadOnlySpan<byte> known) where T : class, IResource<T>
    {
        using var all = new AttributeList(stored);
        using var left = new AttributeList(upcast);
        using var written = new AttributeList(known);
        json.WriteStartObject();
        for (var i = 0; i < all.Count; i++)
        {
            var name = all.Name(i);
            var (isLeft, isKnown) = (left.IndexOf(name, i), written.IndexOf(name));
            if (isLeft >= 0 && isKnown < 0 && !IsIndexKey<T>(name)) continue;
            ItemJson.WriteName(json, name);
            if (isLeft >= 0 && isKnown >= 0 && IsMap(all.Value(i)) && IsMap(left.Value(isLeft)) && IsMap(written.Value(isKnown)))
            {
                json.WriteStartObject();
                json.WritePropertyName("M"u8);
                Restrict<T>(json, ItemJson.InsideOfMap(all.Value(i)), ItemJson.InsideOfMap(left.Value(isLeft)), ItemJson.InsideOfMap(written.Value(isKnown)));
                json.WriteEndObject();
            }
            else
            {
                json.WriteRawValue(all.Value(i), skipInputValidation: true);
            }
        }

        json.WriteEndObject();
    }

    private static bool IsMap(ReadOnlySpan<byte> value) => value.StartsWith(ItemJson.MapStart);

    /// <summary>Keys of indexes are the record's even while it is in none.</summary>
    private static bool IsIndexKey<T>(ReadOnlySpan<byte> name) where T : class, IResource<T>
    {
        foreach (var (key, _) in ResourceNames<T>.IndexKeys)
        {
            if (name.SequenceEqual(key)) return true;
        }

        return false;
    }
}

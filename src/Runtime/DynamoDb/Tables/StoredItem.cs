using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Reads items of replies into records, and withholds what is not the caller's.</summary>
internal static class StoredItem
{
    /// <summary>Reads one item.</summary>
    /// <param name="json">Stands at the item's first brace; stands at its last one afterwards, whatever the result.</param>
    /// <param name="body">What <paramref name="json"/> reads.</param>
    /// <param name="tenantId">The caller's tenant.</param>
    /// <param name="seen">Texts of the page the item belongs to, or null.</param>
    /// <returns>The record; NotFound for another tenant's item or another type's; CorruptItem for one that its record cannot hold.</returns>
    public static ServiceResult<T> Read<T>(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts? seen = null)
        where T : class, IResource<T>
    {
        var start = (int)json.TokenStartIndex;
        var before = json;
        try
        {
            var item = new ItemReader(json, tenantId, seen);
            var resource = T.ReadItem(ref item);
            json = item.Json;
            return string.Equals(resource.System.TenantId, tenantId, StringComparison.Ordinal) && IsOfType<T>(body[start..(int)json.BytesConsumed])
                ? resource : ServiceError.NotFound;
        }
        catch (ItemFormatException)
        {
            json = before;
            json.Skip();
            return IsOurs<T>(body[start..(int)json.BytesConsumed], tenantId) ? DynamoFailures.Corrupt : ServiceError.NotFound;
        }
    }

    /// <summary>Reads one item of which only some attributes came; the results are those of <see cref="Read"/>.</summary>
    public static ServiceResult<TProjection> ReadProjected<TProjection, T>(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts? seen = null)
        where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
    {
        var start = (int)json.TokenStartIndex;
        var before = json;
        json.Skip();
        if (!IsOurs<T>(body[start..(int)json.BytesConsumed], tenantId)) return ServiceError.NotFound;
        try
        {
            var item = new ItemReader(before, tenantId, seen);
            return TProjection.ReadItem(ref item);
        }
        catch (ItemFormatException)
        {
            return DynamoFailures.Corrupt;
        }
    }

    /// <summary>
    /// Whether the item carries the type's mark. In compact JSON that is one search, since the quotes of a text would be escaped; only where
    /// there are nested maps, one of which could hold the mark, or where it is not found, the attributes are gone through.
    /// </summary>
    private static bool IsOfType<T>(ReadOnlySpan<byte> item) where T : class, IResource<T>
    {
        if (item.IndexOf(ResourceNames<T>.TypeMark) >= 0 && item.IndexOf("\"M\":"u8) < 0) return true;
        using var attributes = new AttributeList(item);
        return string.Equals(ItemJson.Text(attributes.ValueOf(T.Definition.Names.QuotedType)), T.Definition.TypeName, StringComparison.Ordinal);
    }

    private static bool IsOurs<T>(ReadOnlySpan<byte> item, string tenantId) where T : class, IResource<T>
    {
        using var attributes = new AttributeList(item);
        return string.Equals(ItemJson.Text(attributes.ValueOf(T.Definition.Names.QuotedType)), T.Definition.TypeName, StringComparison.Ordinal) &&
            string.Equals(ItemJson.Text(attributes.ValueOf(AttributeNames.TenantId)), tenantId, StringComparison.Ordinal);
    }
}

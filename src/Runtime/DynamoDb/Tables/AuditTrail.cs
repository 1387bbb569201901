using System.Text;
using System.Text.Json;
using GeekCafe.Keys;

namespace GeekCafe.DynamoDb;

/// <summary>Writes entries of the audit trail: what differs between two forms of an item, attribute by attribute.</summary>
internal static class AuditTrail
{
    /// <summary>Old and new values of more than this are not kept, so that the entry of a large resource can still be stored.</summary>
    private const int MaxBytes = 300 * 1024;

    private static readonly string[] Own =
        ["id", "tenant_id", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "deleted_by", TimeToLive.Attribute];

    /// <summary>The partition that holds a resource's entries.</summary>
    public static string Partition(string tenantId, string collection, ItemKey owner) =>
        KeyText.Create($"TENANT#{tenantId}#AUDIT#{collection}#{owner.Partition}#{owner.Sort}");

    /// <summary>The entry of one write.</summary>
    /// <param name="operation">What is done.</param>
    /// <param name="before">The resource as it is; null for a create.</param>
    /// <param name="after">The resource as it is to be.</param>
    /// <param name="owner">Its key.</param>
    public static Companion Entry<T>(Operation operation, T? before, T after, ItemKey owner) where T : class, IResource<T> => new Writing<T>(operation, before, after, owner);

    private sealed class Writing<T>(Operation operation, T? before, T after, ItemKey owner) : Companion where T : class, IResource<T>
    {
        public override string Action => "Put";

        public override ServiceError? Refusal => DynamoFailures.Conflict;

        public override ServiceError? Write(DynamoRequest request, string token)
        {
            var system = after.System;

            // A key that was used again after its resource expired begins another life, with version 1.
            var key = new ItemKey(Partition(system.TenantId, T.Definition.Name, owner), KeyText.Create($"{system.CreatedAt}#{system.Version}"));
            if (!key.IsStorable) return DynamoFailures.KeyTooLong;
            var changes = Changes(withValues: true);
            if (changes.Length > MaxBytes) changes = Changes(withValues: false);

            var json = request.Json;
            json.WriteStartObject("Item"u8);
            ItemRequests.KeyMembers<T>(json, key);
            var item = new ItemWriter(json);
            item.Name("_type"u8).Value(AuditEntry.Type);
            item.Name("tenant_id"u8).Value(system.TenantId);
            item.Name("operation"u8).Value(operation.ToString());
            item.Name("version"u8).Value(system.Version);
            item.Name("at"u8).Value(system.UpdatedAt);
            item.Name("by"u8).Value(system.UpdatedBy);
            item.Name("changes"u8).Value(changes);
            item.Name("_rid"u8).Value(token);
            json.WriteEndObject();
            return null;
        }

        private string Changes(bool withValues)
        {
            using var old = before is null ? DynamoRequest.Rent() : ItemUpdate.Write(before);
            if (before is null) old.Json.WriteRawValue("{}"u8);
            using var next = ItemUpdate.Write(after);
            using var olds = new AttributeList(old.Since(0));
            using var nexts = new AttributeList(next.Since(0));
            using var text = DynamoRequest.Rent();
            text.Json.WriteStartObject();
            for (var i = 0; i < nexts.Count; i++)
            {
                var value = olds.ValueOf(nexts.Name(i));
                if (!value.SequenceEqual(nexts.Value(i))) Change(text.Json, nexts.Name(i), value, nexts.Value(i), withValues);
            }

            for (var i = 0; i < olds.Count; i++)
            {
                if (nexts.IndexOf(olds.Name(i)) < 0) Change(text.Json, olds.Name(i), olds.Value(i), default, withValues);
            }

            text.Json.WriteEndObject();
            return Encoding.UTF8.GetString(text.Since(0));
        }

        private static void Change(Utf8JsonWriter json, ReadOnlySpan<byte> quoted, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next, bool withValues)
        {
            var name = Encoding.UTF8.GetString(quoted[1..^1]);
            if (Own.Contains(name) || IsKey(name)) return;
            json.WriteStartObject(name);
            if (withValues && !T.Definition.AuditedByNameOnly.Contains(name))
            {
                if (!old.IsEmpty) Raw(json, "old"u8, old);
                if (!next.IsEmpty) Raw(json, "new"u8, next);
            }

            json.WriteEndObject();
        }

        /// <summary>Whether the attribute only repeats members; the key of a composite index is a member.</summary>
        private static bool IsKey(string name) => name == T.Definition.PartitionKey || name == T.Definition.SortKey ||
            ((name.EndsWith("_pk", StringComparison.Ordinal) || name.EndsWith("_sk", StringComparison.Ordinal)) &&
                T.Definition.Indexes.Any(index => index.PartitionKey == name || index.SortKey == name));

        private static void Raw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}

using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// Turns a record before and after a change into the smallest update: both are written as items and compared attribute by attribute, byte
/// for byte, so that index keys take part like everything else and attributes this version does not know are left alone.
/// </summary>
internal static class ItemUpdate
{
    /// <summary>The longest expression (developer guide, Quotas: 4 KB).</summary>
    private const int MaxExpression = 4096;

    private static readonly ServiceError TooManyChanges = new(ErrorCode.ValidationError, "Too many members change at once. Change fewer of them.");

    private static readonly ServiceError KeyChanged = new(ErrorCode.ValidationError, "The members that identify the resource cannot be changed.");

    /// <summary>Writes key, expression, condition, names and values into the object that is open.</summary>
    /// <param name="request">Where to write.</param>
    /// <param name="before">The item as it was read.</param>
    /// <param name="after">The item as it is to be.</param>
    /// <param name="token">The write's token.</param>
    /// <param name="onlyIf">What else must hold of the item; null: nothing.</param>
    /// <param name="byPath">
    /// Whether to go into nested maps. DynamoDB refuses the update if one of them, read as its member's initial value, is not stored yet.
    /// </param>
    /// <returns>Why the change cannot be made, or null.</returns>
    /// <exception cref="ItemFormatException">A value cannot be stored.</exception>
    public static ServiceError? Write<T>(DynamoRequest request, T before, T after, string token, Filter<T>? onlyIf = null, bool byPath = false) where T : class, IResource<T>
    {
        if (before.StoredForm.IsNewer(before.System.Version)) return DynamoFailures.NewerSchema;
        using var beforeJson = StoredForm.Of(before, Write(before));
        using var afterJson = Write(after);
        var afterBytes = afterJson.Since(0);
        if (ItemRequests.Check<T>(afterBytes) is { } problem) return problem;

        using var old = new AttributeList(beforeJson.Since(0));
        using var next = new AttributeList(afterBytes);
        var partition = old.ValueOf(ResourceNames<T>.PartitionKey);
        var sort = old.ValueOf(ResourceNames<T>.SortKey);
        if (!partition.SequenceEqual(next.ValueOf(ResourceNames<T>.PartitionKey)) || !sort.SequenceEqual(next.ValueOf(ResourceNames<T>.SortKey)))
        {
            return KeyChanged;
        }

        var changes = new Changes(old, next, stackalloc int[64], stackalloc int[64], byPath ? new NestedChanges() : null);
        using var expression = new PooledBuffer(512);
        changes.WriteExpression(expression);
        if (expression.Length > MaxExpression) return byPath ? Write(request, before, after, token, onlyIf) : TooManyChanges;

        var json = request.Json;
        json.WriteStartObject("Key"u8);
        Raw(json, T.Definition.PartitionKey, partition);
        Raw(json, T.Definition.SortKey, sort);
        json.WriteEndObject();
        json.WriteString("UpdateExpression"u8, expression.WrittenSpan);

        // The version alone would do, as every write changes it. Tenant and liveness say so once more, in case something else wrote here.
        var names = T.Definition.Names;
        var version = old.ValueOf(names.QuotedVersion);
        var conditions = version.IsEmpty ? names.WithoutVersion : names.Unchanged;
        var unchanged = names.MarksDeleted(old) ? conditions.Deleted : conditions.Live;
        using var condition = onlyIf is null ? null : And(unchanged, onlyIf.Condition);
        if (condition?.Problem is { } tooMuch) return tooMuch;
        json.WriteString("ConditionExpression"u8, condition is null ? unchanged : condition.Expression);

        json.WriteStartObject("ExpressionAttributeNames"u8);
        json.WriteString("#t"u8, ServiceAttributes.TenantId);
        json.WriteString("#v"u8, names.Version);
        json.WriteString("#d"u8, names.DeletedAt);
        json.WriteString("#r"u8, ServiceAttributes.WriteToken);
        changes.WriteNames(json);
        condition?.WriteNames(json);
        json.WriteEndObject();

        json.WriteStartObject("ExpressionAttributeValues"u8);
        Raw(json, ":t", old.ValueOf(AttributeNames.TenantId));
        if (!version.IsEmpty) Raw(json, ":v", version);
        names.WriteValues(json);
        ItemRequests.Text(json, ":r", token);
        changes.WriteValues(json);
        condition?.WriteValues(json);
        json.WriteEndObject();
        ItemRequests.ReturnExisting(json);
        return null;
    }

    private static ExpressionBuilder And(ReadOnlySpan<byte> unchanged, Condition condition)
    {
        var expression = new ExpressionBuilder('c');
        expression.Text(unchanged);
        expression.Text(" AND ("u8);
        expression.Add(condition);
        expression.Text(")"u8);
        return expression;
    }

    /// <summary>Writes an item's attributes into a request of its own; dispose it.</summary>
    internal static DynamoRequest Write<T>(T resource) where T : class, IResource<T>
    {
        var scratch = DynamoRequest.Rent();
        try
        {
            scratch.Json.WriteStartObject();
            resource.WriteItem(new ItemWriter(scratch.Json));
            scratch.Json.WriteEndObject();
            return scratch;
        }
        catch
        {
            scratch.Dispose();
            throw;
        }
    }

    private static void Raw(Utf8JsonWriter json, string name, ReadOnlySpan<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeekCafe.DynamoDb;

/// <summary>Sees to it that a raw request stays in its table and tenant. What it cannot see to is refused.</summary>
internal static partial class RawScope
{
    /// <summary>Whether the operation names its table at the top.</summary>
    public static bool HasTableName(DynamoOperation operation) => operation is
        DynamoOperation.GetItem or DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem or DynamoOperation.Query or DynamoOperation.Scan;

    /// <summary>Looks at a request.</summary>
    /// <param name="operation">What it asks for.</param>
    /// <param name="body">Its body.</param>
    /// <param name="tableName">The table it must be for.</param>
    /// <param name="definition">The table's keys.</param>
    /// <param name="scope">The tenant it must be for; null: any.</param>
    /// <exception cref="ArgumentException">It is not, or cannot be seen to be.</exception>
    public static void Demand(DynamoOperation operation, JsonElement body, string tableName, TableDefinition definition, TenantScope? scope)
    {
        switch (operation)
        {
            case DynamoOperation.GetItem or DynamoOperation.PutItem or DynamoOperation.UpdateItem or DynamoOperation.DeleteItem or DynamoOperation.Query:
                DemandAction(operation, body, tableName, definition, scope);
                break;
            case DynamoOperation.Scan:
                DemandTable(body, tableName, required: false);
                if (scope is not null) throw new ArgumentException("A scan reads all tenants: CrossTenant().");
                break;
            case DynamoOperation.BatchGetItem or DynamoOperation.BatchWriteItem:
                DemandBatch(body, tableName, definition, scope);
                break;
            case DynamoOperation.TransactGetItems or DynamoOperation.TransactWriteItems:
                foreach (var entry in body.GetProperty("TransactItems"u8).EnumerateArray())
                {
                    foreach (var action in entry.EnumerateObject())
                    {
                        DemandTable(action.Value, tableName, required: true);
                        DemandAction(DynamoOperation.UpdateItem, action.Value, tableName, definition, scope);
                    }
                }

                break;
            default:
                throw new ArgumentException($"{operation} is not a request about items.");
        }
    }

    private static void DemandBatch(JsonElement body, string tableName, TableDefinition definition, TenantScope? scope)
    {
        foreach (var table in body.GetProperty("RequestItems"u8).EnumerateObject())
        {
            if (!table.NameEquals(tableName)) throw new ArgumentException("The request is for another table.");
            if (table.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var key in table.Value.GetProperty("Keys"u8).EnumerateArray()) DemandItem(key, definition, scope);
                continue;
            }

            foreach (var entry in table.Value.EnumerateArray())
            {
                foreach (var write in entry.EnumerateObject()) DemandAction(DynamoOperation.UpdateItem, write.Value, tableName, definition, scope);
            }
        }
    }

    private static void DemandAction(DynamoOperation operation, JsonElement body, string tableName, TableDefinition definition, TenantScope? scope)
    {
        DemandTable(body, tableName, required: false);
        if (scope is not { } tenant) return;
        if (body.TryGetProperty("ExclusiveStartKey"u8, out var start)) DemandItem(start, definition, scope);
        if (operation == DynamoOperation.Query)
        {
            DemandPartition(body, definition, tenant);
            return;
        }

        if (!body.TryGetProperty("Key"u8, out var item) && !body.TryGetProperty("Item"u8, out item)) throw new ArgumentException("The request names no key.");
        DemandItem(item, definition, scope);
        DemandTenantKept(body, item, tenant);
    }

    private static void DemandTable(JsonElement body, string tableName, bool required)
    {
        if (body.TryGetProperty("TableName"u8, out var named) ? !named.ValueEquals(tableName) : required) throw new ArgumentException("The request is for another table.");
    }

    private static void DemandItem(JsonElement item, TableDefinition definition, TenantScope? scope)
    {
        if (scope is { } tenant && !(item.TryGetProperty(definition.PartitionKey, out var partition) && IsOwned(partition, tenant)))
        {
            throw new ArgumentException("A key is not the caller's tenant's.");
        }
    }

    /// <summary>What is written says whose it is, and no update says otherwise.</summary>
    private static void DemandTenantKept(JsonElement body, JsonElement item, TenantScope scope)
    {
        if (body.TryGetProperty("Item"u8, out _) &&
            !(item.TryGetProperty(ServiceAttributes.TenantId, out var owner) && owner.TryGetProperty("S"u8, out var text) && text.ValueEquals(scope.TenantId)))
        {
            throw new ArgumentException("An item does not say that it is the caller's tenant's.");
        }

        if (body.TryGetProperty("AttributeUpdates"u8, out _)) throw new ArgumentException("AttributeUpdates is of old; write an UpdateExpression.");
        if (!body.TryGetProperty("UpdateExpression"u8, out var update)) return;
        var names = Names(body);
        if (Word().Matches(update.GetString()!).Any(word => string.Equals(Resolve(word.Value, names), ServiceAttributes.TenantId, StringComparison.Ordinal)))
        {
            throw new ArgumentException("An update leaves the tenant as it is.");
        }
    }

    /// <summary>A query says by equality which partition of the table or index it reads, and that is the tenant's.</summary>
    private static void DemandPartition(JsonElement body, TableDefinition definition, TenantScope scope)
    {
        var attribute = definition.PartitionKey;
        if (body.TryGetProperty("IndexName"u8, out var index))
        {
            attribute = definition.Indexes.FirstOrDefault(each => index.ValueEquals(each.Name) && each.PartitionAttributes.Count == 1)?.PartitionKey
                ?? throw new ArgumentException("The table has no such index whose partition is one text.");
        }

        if (!body.TryGetProperty("KeyConditionExpression"u8, out var condition)) throw new ArgumentException("A query needs a KeyConditionExpression.");
        var names = Names(body);
        foreach (Match equality in Equality().Matches(condition.GetString()!))
        {
            if (!string.Equals(Resolve(equality.Groups[1].Value, names), attribute, StringComparison.Ordinal)) continue;
            if (body.TryGetProperty("ExpressionAttributeValues"u8, out var values) && values.TryGetProperty(equality.Groups[2].Value, out var value) && IsOwned(value, scope)) return;
            break;
        }

        throw new ArgumentException("The partition is not seen to be the caller's tenant's: write it as `attribute = :value`.");
    }

    private static bool IsOwned(JsonElement value, TenantScope scope) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("S"u8, out var text) && text.ValueKind == JsonValueKind.String && scope.Owns(text.GetString());

    private static Dictionary<string, string> Names(JsonElement body) => body.TryGetProperty("ExpressionAttributeNames"u8, out var names)
        ? names.EnumerateObject().ToDictionary(static name => name.Name, static name => name.Value.GetString()!, StringComparer.Ordinal)
        : [];

    private static string Resolve(string name, Dictionary<string, string> names) => names.GetValueOrDefault(name, name);

    [GeneratedRegex("(?<![A-Za-z0-9_#.:-])(#?[A-Za-z_][A-Za-z0-9_.-]*|#[A-Za-z0-9_]+)\\s*=\\s*(:[A-Za-z0-9_]+)")]
    private static partial Regex Equality();

    [GeneratedRegex("#?[A-Za-z0-9_-]+")]
    private static partial Regex Word();
}

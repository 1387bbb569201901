namespace GeekCafe.DynamoDb;

/// <summary>A change that DynamoDB makes itself: one update expression, and what must hold for it to mean what the change means.</summary>
/// <param name="parts">What is done; no path holds another.</param>
internal sealed class DirectUpdate(UpdatePart[] parts)
{
    private static readonly byte[] Zero = StoredValue.Of(0);
    private static readonly byte[] One = StoredValue.Of(1);
    private static readonly AttributePath Tenant = AttributePath.Of(ServiceAttributes.TenantId);
    private static readonly AttributePath Type = AttributePath.Of(ServiceAttributes.Type);
    private static readonly AttributePath Deleted = AttributePath.Of(ServiceAttributes.DeletedAt);
    private static readonly AttributePath Version = AttributePath.Of(ServiceAttributes.Version);
    private static readonly AttributePath Token = AttributePath.Of(ServiceAttributes.WriteToken);
    private static readonly AttributePath Expiry = AttributePath.Of(TimeToLive.Attribute);
    private static readonly AttributePath UpdatedAt = AttributePath.Of("updated_at");
    private static readonly AttributePath UpdatedBy = AttributePath.Of("updated_by");

    /// <summary>Whether doing it twice is doing it once.</summary>
    public bool IsRepeatable { get; } = Array.TrueForAll(parts, static part => part.IsRepeatable);

    /// <summary>An update, or null if two parts touch one value: which comes first matters then, and DynamoDB knows no order.</summary>
    public static DirectUpdate? Of(UpdatePart[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (parts[i].Overlaps(parts[j])) return null;
            }
        }

        return new(parts);
    }

    /// <summary>Writes key, expression, condition, names and values into the object that is open.</summary>
    /// <returns>False if that is more than DynamoDB takes.</returns>
    public bool Write<T>(DynamoRequest request, in DirectWrite<T> write) where T : class, IResource<T>
    {
        using var expression = new ExpressionBuilder('u');
        WriteExpression(expression, write.Token, write.At, write.By);
        using var condition = new ExpressionBuilder('c');
        condition.Add(ConditionOf(write));
        if (expression.Problem is not null || condition.Problem is not null) return false;

        var json = request.Json;
        ItemRequests.Key<T>(json, write.Key);
        json.WriteString("UpdateExpression"u8, expression.Expression);
        json.WriteString("ConditionExpression"u8, condition.Expression);
        json.WriteStartObject("ExpressionAttributeNames"u8);
        expression.WriteNames(json);
        condition.WriteNames(json);
        json.WriteEndObject();
        json.WriteStartObject("ExpressionAttributeValues"u8);
        expression.WriteValues(json);
        condition.WriteValues(json);
        json.WriteEndObject();
        ItemRequests.ReturnExisting(json);
        return true;
    }

    private void WriteExpression(ExpressionBuilder expression, string token, DateTimeOffset at, string by)
    {
        UpdatePart[] all =
        [
            UpdatePart.Set(Token, StoredValue.Of(token)), UpdatePart.Set(Version, "if_not_exists(", Version, ",", Zero, ")+", One),
            UpdatePart.Set(UpdatedAt, StoredValue.Of(item => item.Value(at))), UpdatePart.Set(UpdatedBy, StoredValue.Of(by)), .. parts,
        ];
        foreach (var clause in (UpdateClause[])[UpdateClause.Set, UpdateClause.Add, UpdateClause.Delete, UpdateClause.Remove])
        {
            var isFirst = true;
            foreach (var part in all)
            {
                if (part.Clause != clause) continue;
                expression.Text(!isFirst ? "," : clause switch { UpdateClause.Set => "SET ", UpdateClause.Add => " ADD ", UpdateClause.Delete => " DELETE ", _ => " REMOVE " });
                isFirst = false;
                part.Write(expression);
            }
        }
    }

    private Condition ConditionOf<T>(in DirectWrite<T> write) where T : class, IResource<T>
    {
        var condition = Condition.All(new Condition.Comparison(Tenant, "=", StoredValue.Of(write.TenantId)), new Condition.Comparison(Type, "=", StoredValue.Of(T.Definition.TypeName)));
        condition = Condition.All(condition, new Condition.Presence(Deleted, exists: false));

        // A repeated attempt that meets its own effect is told from the token that comes back with the failure.
        condition = Condition.All(condition, Absent(Token, "<>", StoredValue.Of(write.Token)));
        if (T.Definition.Expires) condition = Condition.All(condition, Absent(Expiry, ">", StoredValue.Of(write.Now.ToUnixTimeSeconds())));
        if (write.IfVersion is { } version) condition = Condition.All(condition, new Condition.Comparison(Version, "=", StoredValue.Of(version)));
        foreach (var part in parts)
        {
            if (part.Guard is { } guard) condition = Condition.All(condition, guard);
        }

        return write.OnlyIf is { } onlyIf ? Condition.All(condition, onlyIf.Condition) : condition;
    }

    private static Condition Absent(AttributePath path, string comparator, byte[] value) =>
        Condition.Any(new Condition.Presence(path, exists: false), new Condition.Comparison(path, comparator, value));
}

/// <summary>Whose direct update it is, of what, and when.</summary>
internal readonly record struct DirectWrite<T>(ItemKey Key, string TenantId, string Token, DateTimeOffset At, string By, DateTimeOffset Now, long? IfVersion, Filter<T>? OnlyIf)
    where T : class, IResource<T>;

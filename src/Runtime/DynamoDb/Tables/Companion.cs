namespace GeekCafe.DynamoDb;

/// <summary>An item that is written in one transaction with a resource's own: a marker of a unique value, an entry of the audit trail.</summary>
internal abstract class Companion
{
    /// <summary>The member of a transaction's action: <c>Put</c> or <c>Delete</c>.</summary>
    public abstract string Action { get; }

    /// <summary>Why its condition fails. Null: the action is for tidiness, and the write is repeated without it.</summary>
    public abstract ServiceError? Refusal { get; }

    /// <summary>Writes key or item, and condition, into the object that is open.</summary>
    /// <returns>Why it cannot be written, or null.</returns>
    public abstract ServiceError? Write(DynamoRequest request, string token);
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>How a write ended.</summary>
public enum WriteState
{
    /// <summary>The item is as the write wanted it.</summary>
    Applied,
    /// <summary>Nothing was changed: the item was not as the condition demanded.</summary>
    ConditionFailed,
    /// <summary>Nothing was changed, or, with <see cref="ErrorCode.OutcomeUnknown"/>, that cannot be known.</summary>
    Failed,
}

/// <summary>The outcome of a write of one item.</summary>
/// <typeparam name="T">The resource.</typeparam>
public readonly struct WriteOutcome<T> where T : class, IResource<T>
{
    private WriteOutcome(WriteState state, ServiceError? error, ExistingItem<T>? existing) => (State, Error, Existing) = (state, error, existing);

    /// <summary>How the write ended.</summary>
    public WriteState State { get; }

    /// <summary>Why it was not applied. Null when it was.</summary>
    public ServiceError? Error { get; }

    /// <summary>What was in the way of the condition. Null when nothing is there, and unless the condition failed.</summary>
    public ExistingItem<T>? Existing { get; }

    /// <summary>Whether the write was applied.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsApplied => State == WriteState.Applied;

    internal static WriteOutcome<T> Failed(ServiceError error) => new(WriteState.Failed, error, null);

    /// <summary>Decides from the reply to a write that carried a token.</summary>
    /// <param name="reply">The last attempt's reply.</param>
    /// <param name="token">The write's token.</param>
    /// <param name="version">The version the write gives the item.</param>
    /// <param name="tenantId">The caller's tenant.</param>
    internal static WriteOutcome<T> Of(DynamoReply reply, string token, long version, string tenantId)
    {
        if (reply.Error is not { } error) return default;
        return error.Kind == DynamoErrorKind.ConditionFailed
            ? Of(error, ExistingItem<T>.Find(reply.Body.Span, tenantId), token, version)
            : Failed(DynamoFailures.Explain(error, isWrite: true));
    }

    /// <summary>Decides from the item that the condition met.</summary>
    internal static WriteOutcome<T> Of(DynamoError error, ExistingItem<T>? existing, string token, long version)
    {
        if (existing is not null && string.Equals(existing.WriteToken, token, StringComparison.Ordinal)) return default;

        // Each version is made by one write. If the item is at ours or before, an earlier attempt of ours was not applied; if it is past
        // ours, our version may have been one of those in between. A clock of the Python SDK's may go behind ours, and it drops tokens.
        var undecided = error.MayHaveBeenApplied && (existing is null || existing.Version > version || T.Definition.Format == ItemFormat.Python);
        return undecided
            ? Failed(DynamoFailures.OutcomeUnknown)
            : new WriteOutcome<T>(WriteState.ConditionFailed, DynamoFailures.Conflict, existing);
    }
}

/// <summary>The item that a condition met, as DynamoDB returned it with the failure.</summary>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="Item">The record, or why it is not shown.</param>
/// <param name="Version">Its version; 0 when it has none.</param>
/// <param name="WriteToken">The token of the write that last changed it.</param>
/// <param name="BodyHash">The hash of what an idempotent create stored.</param>
public sealed record ExistingItem<T>(ServiceResult<T> Item, long Version, string? WriteToken, string? BodyHash) where T : class, IResource<T>
{
    internal static ExistingItem<T>? Find(ReadOnlySpan<byte> body, string tenantId)
    {
        if (body.IsEmpty) return null;
        var json = ItemJson.Reader(body);
        if (!ItemJson.MoveTo(ref json, "Item"u8) || json.TokenType != JsonTokenType.StartObject) return null;
        return Read(ref json, body, tenantId);
    }

    /// <summary>Reads an item with what services note on it; the reader stands at its first brace, and at its last one afterwards.</summary>
    internal static ExistingItem<T> Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId)
    {
        using var attributes = new AttributeList(body[(int)json.TokenStartIndex..]);
        return new ExistingItem<T>(
            StoredItem.Read<T>(ref json, body, tenantId),
            T.Definition.Names.VersionOf(attributes),
            ItemJson.Text(attributes.ValueOf(AttributeNames.WriteToken)),
            ItemJson.Text(attributes.ValueOf(AttributeNames.BodyHash)));
    }
}

using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>A part of an item to be read together with others of its kind.</summary>
/// <typeparam name="TProjection">The part.</typeparam>
/// <typeparam name="T">The resource.</typeparam>
/// <param name="key">Its primary key.</param>
/// <param name="isShown">Whether liveness and declared rules allow it.</param>
internal sealed class ProjectedRead<TProjection, T>(ItemKey key, ProjectedRead<TProjection, T>.Rule isShown) : ItemRead(key)
    where TProjection : class, IProjection<TProjection, T> where T : class, IResource<T>
{
    /// <summary>What can be said of an item while its attributes are at hand.</summary>
    public delegate bool Rule(StoredAttributes item);

    /// <summary>The part, NotFound, or why it was not read.</summary>
    public ServiceResult<TProjection> Result { get; private set; } = ServiceError.NotFound;

    /// <inheritdoc/>
    public override KeyNames Names => KeyNames.For<T>();

    /// <inheritdoc/>
    public override AttributeSelection? Selection => ProjectedItem<TProjection, T>.Selection;

    /// <inheritdoc/>
    public override void WriteKey(Utf8JsonWriter json) => ItemRequests.KeyMembers<T>(json, Key);

    /// <inheritdoc/>
    public override void Take(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId)
    {
        var again = json;
        var start = (int)json.TokenStartIndex;
        Result = StoredItem.ReadProjected<TProjection, T>(ref json, body, tenantId);
        if (Result.IsSuccess && !isShown(new StoredAttributes(body[start..(int)json.BytesConsumed]))) Result = ServiceError.NotFound;
        Same?.Take(ref again, body, tenantId);
    }

    /// <inheritdoc/>
    public override void Fail(ServiceError error)
    {
        Result = error;
        Same?.Fail(error);
    }
}

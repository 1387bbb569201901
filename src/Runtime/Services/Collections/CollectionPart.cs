using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>The items of one resource in an item collection that is being read. Belongs to one call.</summary>
public abstract class CollectionPart
{
    private protected CollectionPart()
    {
    }

    /// <summary>The resource's names.</summary>
    internal abstract ResourceDefinition Definition { get; }

    /// <summary>Whether the caller sees none.</summary>
    internal abstract bool IsEmpty { get; }

    /// <summary>Reads one item, to be judged by <see cref="SettleAsync"/>.</summary>
    /// <returns>Null, or what <see cref="StoredItem"/> says.</returns>
    internal abstract ServiceError? Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen);

    /// <summary>Keeps of what was read what the caller may see.</summary>
    internal abstract ValueTask SettleAsync(Caller caller, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="rule">Who may see them.</param>
/// <typeparam name="T">The resource.</typeparam>
public sealed class CollectionPart<T>(IReadRule<T> rule) : CollectionPart where T : class, IResource<T>
{
    private readonly List<T> _unsettled = [];
    private readonly List<T> _items = [];

    /// <summary>What the caller may see, in the order of sort keys.</summary>
    public IReadOnlyList<T> Items => _items;

    /// <summary>The first of them, or null.</summary>
    public T? First => _items.Count > 0 ? _items[0] : null;

    internal override ResourceDefinition Definition => T.Definition;

    internal override bool IsEmpty => _items.Count == 0;

    internal override ServiceError? Read(ref Utf8JsonReader json, ReadOnlySpan<byte> body, string tenantId, SeenTexts seen)
    {
        if (!StoredItem.Read<T>(ref json, body, tenantId, seen).TryGet(out var item, out var error)) return error;
        _unsettled.Add(item);
        return null;
    }

    internal override async ValueTask SettleAsync(Caller caller, CancellationToken cancellationToken)
    {
        foreach (var item in _unsettled)
        {
            if (await rule.MayReadAsync(caller, item, cancellationToken).ConfigureAwait(false)) _items.Add(item);
        }

        _unsettled.Clear();
    }
}

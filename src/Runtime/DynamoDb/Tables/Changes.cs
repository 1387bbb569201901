using System.Buffers.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Which attributes differ between two forms of an item, and the parts of an update that say so.</summary>
internal ref struct Changes
{
    private readonly AttributeList _old;
    private readonly AttributeList _next;
    private readonly ReadOnlySpan<int> _set;
    private readonly ReadOnlySpan<int> _removed;
    private readonly NestedChanges? _nested;

    /// <summary>Compares.</summary>
    /// <param name="old">The item as it is.</param>
    /// <param name="next">The item as it is to be.</param>
    /// <param name="setRoom">Room for the positions of changed attributes; made larger when it does not suffice.</param>
    /// <param name="removedRoom">Room for the positions of vanished attributes; made larger when it does not suffice.</param>
    /// <param name="nested">Takes over what it can; null: every attribute is written whole.</param>
    public Changes(AttributeList old, AttributeList next, Span<int> setRoom, Span<int> removedRoom, NestedChanges? nested)
    {
        _old = old;
        _next = next;
        _nested = nested;
        if (next.Count > setRoom.Length) setRoom = new int[next.Count];
        if (old.Count > removedRoom.Length) removedRoom = new int[old.Count];

        var count = 0;
        for (var i = 0; i < next.Count; i++)
        {
            var same = old.IndexOf(next.Name(i), likely: i);
            if (same >= 0 && old.Value(same).SequenceEqual(next.Value(i))) continue;
            if (same < 0 || nested?.TryTake(next.Name(i), old.Value(same), next.Value(i)) is not true) setRoom[count++] = i;
        }

        _set = setRoom[..count];
        count = 0;
        for (var i = 0; i < old.Count; i++)
        {
            if (next.IndexOf(old.Name(i), likely: i) < 0) removedRoom[count++] = i;
        }

        _removed = removedRoom[..count];
    }

    /// <summary>Writes <c>SET #r=:r,#n0=:v0 REMOVE #n1</c>: placeholders only, so no name or value is ever part of an expression's text.</summary>
    public readonly void WriteExpression(PooledBuffer expression)
    {
        expression.Write("SET #r=:r"u8);
        for (var i = 0; i < _set.Length; i++)
        {
            expression.Write(",#n"u8);
            Number(expression, i);
            expression.Write("=:v"u8);
            Number(expression, i);
        }

        _nested?.WriteSets(expression);
        for (var i = 0; i < _removed.Length; i++)
        {
            expression.Write(i == 0 ? " REMOVE #n"u8 : ",#n"u8);
            Number(expression, _set.Length + i);
        }

        _nested?.WriteRemovals(expression, follows: _removed.Length > 0);
    }

    /// <summary>Writes the names behind the placeholders.</summary>
    public readonly void WriteNames(Utf8JsonWriter json)
    {
        Span<byte> placeholder = stackalloc byte[16];
        for (var i = 0; i < _set.Length; i++)
        {
            json.WritePropertyName(Placeholder(placeholder, "#n"u8, i));
            json.WriteRawValue(_next.Name(_set[i]), skipInputValidation: true);
        }

        for (var i = 0; i < _removed.Length; i++)
        {
            json.WritePropertyName(Placeholder(placeholder, "#n"u8, _set.Length + i));
            json.WriteRawValue(_old.Name(_removed[i]), skipInputValidation: true);
        }

        _nested?.WriteNames(json);
    }

    /// <summary>Writes the values behind the placeholders.</summary>
    public readonly void WriteValues(Utf8JsonWriter json)
    {
        Span<byte> placeholder = stackalloc byte[16];
        for (var i = 0; i < _set.Length; i++)
        {
            json.WritePropertyName(Placeholder(placeholder, ":v"u8, i));
            json.WriteRawValue(_next.Value(_set[i]), skipInputValidation: true);
        }

        _nested?.WriteValues(json);
    }

    private static void Number(PooledBuffer expression, int number)
    {
        Utf8Formatter.TryFormat(number, expression.GetSpan(11), out var length);
        expression.Advance(length);
    }

    private static ReadOnlySpan<byte> Placeholder(Span<byte> room, ReadOnlySpan<byte> prefix, int number)
    {
        prefix.CopyTo(room);
        Utf8Formatter.TryFormat(number, room[prefix.Length..], out var length);
        return room[..(prefix.Length + length)];
    }
}

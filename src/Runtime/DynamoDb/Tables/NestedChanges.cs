using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>
/// What differs inside maps, entry by entry: <c>SET #m0.#m1=:m0</c>. So the update of one member of a nested record is small, and attributes in it
/// that this version does not know survive. Lists are replaced whole, for their positions have no names.
/// </summary>
internal sealed class NestedChanges
{
    private readonly List<byte[]> _names = [];
    private readonly List<(int[] Path, byte[]? Value)> _changes = [];

    /// <summary>Takes over an attribute that differs; false, doing nothing, if it must be written whole.</summary>
    /// <param name="name">Its name with quotes.</param>
    /// <param name="old">Its value as it is. An empty map may stand for one that is not stored, and there is no path into that.</param>
    /// <param name="next">Its value as it is to be.</param>
    public bool TryTake(ReadOnlySpan<byte> name, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        if (!AreMaps(old, next)) return false;
        CompareEntry([], name, old, next);
        return true;
    }

    public void WriteSets(PooledBuffer expression)
    {
        for (var i = 0; i < _changes.Count; i++)
        {
            if (_changes[i].Value is null) continue;
            expression.Write(","u8);
            WritePath(expression, _changes[i].Path);
            expression.Write(Encoding.ASCII.GetBytes($"=:m{i}"));
        }
    }

    /// <param name="expression">Where to write.</param>
    /// <param name="follows">Whether another removal stands before.</param>
    public void WriteRemovals(PooledBuffer expression, bool follows)
    {
        foreach (var (path, value) in _changes)
        {
            if (value is not null) continue;
            expression.Write(follows ? ","u8 : " REMOVE "u8);
            WritePath(expression, path);
            follows = true;
        }
    }

    public void WriteNames(Utf8JsonWriter json)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            // Maps that differ in the order of their entries only have no change, and DynamoDB refuses names that nothing uses.
            if (!_changes.Exists(change => change.Path.Contains(i))) continue;
            json.WritePropertyName($"#m{i}");
            json.WriteRawValue(_names[i], skipInputValidation: true);
        }
    }

    public void WriteValues(Utf8JsonWriter json)
    {
        for (var i = 0; i < _changes.Count; i++)
        {
            if (_changes[i].Value is not { } value) continue;
            json.WritePropertyName($":m{i}");
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    /// <summary>Goes into an entry. Maps whose entries only stand in another order do not differ, and DynamoDB refuses names that nothing uses.</summary>
    private void CompareEntry(int[] path, ReadOnlySpan<byte> name, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        var (names, changes) = (_names.Count, _changes.Count);
        Compare([.. path, Number(name)], old, next);
        if (_changes.Count == changes) _names.RemoveRange(names, _names.Count - names);
    }

    private void Compare(int[] path, ReadOnlySpan<byte> old, ReadOnlySpan<byte> next)
    {
        using var before = new AttributeList(Inside(old));
        using var after = new AttributeList(Inside(next));
        for (var i = 0; i < after.Count; i++)
        {
            var same = before.IndexOf(after.Name(i), likely: i);
            if (same >= 0 && before.Value(same).SequenceEqual(after.Value(i))) continue;
            if (same >= 0 && AreMaps(before.Value(same), after.Value(i))) CompareEntry(path, after.Name(i), before.Value(same), after.Value(i));
            else _changes.Add(([.. path, Number(after.Name(i))], after.Value(i).ToArray()));
        }

        for (var i = 0; i < before.Count; i++)
        {
            if (after.IndexOf(before.Name(i), likely: i) < 0) _changes.Add(([.. path, Number(before.Name(i))], null));
        }
    }

    private static bool AreMaps(ReadOnlySpan<byte> old, ReadOnlySpan<byte> next) =>
        old.StartsWith(ItemJson.MapStart) && next.StartsWith(ItemJson.MapStart) && !old.SequenceEqual("{\"M\":{}}"u8);

    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> map) => ItemJson.InsideOfMap(map);

    private int Number(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (name.SequenceEqual(_names[i])) return i;
        }

        _names.Add(name.ToArray());
        return _names.Count - 1;
    }

    private static void WritePath(PooledBuffer expression, int[] path) => expression.Write(Encoding.ASCII.GetBytes("#m" + string.Join(".#m", path)));
}

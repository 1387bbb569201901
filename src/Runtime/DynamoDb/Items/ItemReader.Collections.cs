using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <content>Lists, sets and dictionaries.</content>
public ref partial struct ItemReader
{
    /// <summary>Reads <c>L</c>.</summary>
    public List<T> ReadList<T>(ItemValueReader<T> readValue)
    {
        var values = new List<T>();
        Expect("L"u8);
        while (NextElement()) values.Add(readValue(ref this));
        _json.Read();
        return values;
    }

    /// <summary>Reads <c>L</c>.</summary>
    public T[] ReadArray<T>(ItemValueReader<T> readValue) => [.. ReadList(readValue)];

    /// <summary>Reads <c>SS</c>, or the empty <c>L</c> that stands for an empty set.</summary>
    public HashSet<string> ReadStringSet() => ReadSet(static (ref ItemReader item) => item.ReadString(), StringComparer.Ordinal);

    /// <summary>Reads <c>SS</c>, <c>NS</c> or <c>BS</c>, or the empty <c>L</c> that stands for an empty set.</summary>
    /// <param name="readValue">Reads an element, and says which of them it must be.</param>
    /// <param name="comparer">Which elements are the same.</param>
    public HashSet<T> ReadSet<T>(ItemValueReader<T> readValue, IEqualityComparer<T>? comparer = null)
    {
        var values = new HashSet<T>(comparer);
        if (_tag.SequenceEqual("L"u8))
        {
            Expect("L"u8);
            if (NextElement()) throw Unfit("set");
            _json.Read();
            return values;
        }

        if (_tag is not [_, (byte)'S']) throw Unexpected("a set"u8);
        _json.Read();
        _tag = _tag[..1];
        _isBare = true;
        while (_json.Read() && _json.TokenType == JsonTokenType.String) values.Add(readValue(ref this));
        _isBare = false;
        _json.Read();
        return values;
    }

    /// <summary>Reads <c>M</c> as a dictionary.</summary>
    public Dictionary<string, T> ReadMap<T>(ItemValueReader<T> readValue) => ReadMap(static (ref ItemReader item) => item.ReadString(), readValue);

    /// <summary>Reads <c>M</c> as a dictionary whose names are no plain texts.</summary>
    public Dictionary<TKey, T> ReadMap<TKey, T>(ItemValueReader<TKey> readName, ItemValueReader<T> readValue) where TKey : notnull
    {
        var values = new Dictionary<TKey, T>();
        var outer = Name;
        StartMap();
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            _tag = default;
            _isBare = true;
            var name = readName(ref this);
            _isBare = false;
            _json.Read();
            ReadTag();
            values[name] = readValue(ref this);
        }

        Name = outer;
        EndMap();
        return values;
    }

    private bool NextElement()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray) return false;
        ReadTag();
        return true;
    }
}

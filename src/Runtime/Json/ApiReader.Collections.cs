using System.Text.Json;

namespace GeekCafe.Json;

/// <content>Lists, sets and dictionaries.</content>
public ref partial struct ApiReader
{
    /// <summary>Reads an array.</summary>
    public List<T> ReadList<T>(ApiValueReader<T> readValue)
    {
        var values = new List<T>();
        if (_json.TokenType != JsonTokenType.StartArray) return Wrong("must be an array", values);
        var outer = Name;
        while (Read() && _json.TokenType != JsonTokenType.EndArray) values.Add(readValue(ref this));
        Name = outer;
        return values;
    }

    /// <summary>Reads an array.</summary>
    public T[] ReadArray<T>(ApiValueReader<T> readValue) => [.. ReadList(readValue)];

    /// <summary>Reads an array of different texts.</summary>
    public HashSet<string> ReadStringSet() => ReadSet(static (ref ApiReader json) => json.ReadString(), StringComparer.Ordinal);

    /// <summary>Reads an array of different values.</summary>
    /// <param name="readValue">Reads an element.</param>
    /// <param name="comparer">Which elements are the same.</param>
    public HashSet<T> ReadSet<T>(ApiValueReader<T> readValue, IEqualityComparer<T>? comparer = null)
    {
        var values = new HashSet<T>(comparer);
        if (_json.TokenType != JsonTokenType.StartArray) return Wrong("must be an array", values);
        while (Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (!values.Add(readValue(ref this))) Report("must not hold a value twice");
        }

        return values;
    }

    /// <summary>Reads an object with names of the client's choice.</summary>
    public Dictionary<string, T> ReadMap<T>(ApiValueReader<T> readValue) => ReadMap(static (ref ApiReader json) => json.ReadString(), readValue);

    /// <summary>Reads an object whose names are values of a type.</summary>
    public Dictionary<TKey, T> ReadMap<TKey, T>(ApiValueReader<TKey> readName, ApiValueReader<T> readValue) where TKey : notnull
    {
        var values = new Dictionary<TKey, T>();
        if (!StartObject()) return values;
        var outer = Enter();
        while (NextMember())
        {
            _isName = true;
            var name = readName(ref this);
            _isName = false;
            if (!values.TryAdd(name, readValue(ref this))) Report("occurs more than once");
        }

        _path = outer;
        return values;
    }
}

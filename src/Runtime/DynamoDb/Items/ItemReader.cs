using System.Text;
using System.Text.Json;

namespace GeekCafe.DynamoDb;

/// <summary>Reads the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate T ItemValueReader<out T>(ref ItemReader item);

/// <summary>
/// Reads attributes in DynamoDB's JSON, straight into values. Between values it stands at a type tag; each <c>Read...</c> takes one value,
/// <see cref="Skip"/> passes over one.
/// </summary>
/// <remarks>Numbers that do not fit the type asked for are refused, never rounded.</remarks>
public ref partial struct ItemReader
{
    private Utf8JsonReader _json;
    private readonly string? _knownTenant;
    private readonly SeenTexts? _seen;
    private ReadOnlySpan<byte> _tag;

    /// <summary>Whether the reader stands at a bare value, an element of a set or the name of an entry: nothing surrounds it.</summary>
    private bool _isBare;

    /// <summary>A reader over JSON that stands before an attribute map's first brace.</summary>
    /// <param name="json">The JSON, already moved to where a map begins.</param>
    /// <param name="knownTenant">The caller's tenant: a text equal to it is this string, not a new one.</param>
    public ItemReader(Utf8JsonReader json, string? knownTenant = null)
    {
        _json = json;
        _knownTenant = knownTenant;
    }

    /// <summary>A reader of one item of a page.</summary>
    internal ItemReader(Utf8JsonReader json, string? knownTenant, SeenTexts? seen) : this(json, knownTenant) => _seen = seen;

    /// <summary>The JSON reader, to go on with after an item.</summary>
    public readonly Utf8JsonReader Json => _json;

    /// <summary>The name of the attribute <see cref="NextAttribute"/> found.</summary>
    public ReadOnlySpan<byte> Name { readonly get; private set; }

    /// <summary>Whether that is the attribute's name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    /// <summary>Whether the value is <c>NULL</c>; it must still be read or skipped.</summary>
    public readonly bool IsNull => _tag.SequenceEqual("NULL"u8);

    /// <summary>Moves to the next attribute of the map; false at its end.</summary>
    public bool NextAttribute()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndObject) return false;
        if (_json.TokenType != JsonTokenType.PropertyName) throw new ItemFormatException("An item is not a map of attributes.");
        Name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        _json.Read();
        ReadTag();
        return true;
    }

    /// <summary>Passes over a value of any type: an attribute this version does not know.</summary>
    public void Skip()
    {
        _json.Read();
        _json.Skip();
        EndValue();
    }

    /// <summary>Reads a <c>NULL</c>; false, reading nothing, if the value is something else.</summary>
    public bool TryReadNull()
    {
        if (!IsNull) return false;
        Skip();
        return true;
    }

    /// <summary>Reads <c>M</c> as a nested record.</summary>
    public T ReadDocument<T>() where T : IDocument<T>
    {
        StartMap();
        var document = T.ReadItem(ref this);
        EndMap();
        return document;
    }

    /// <summary>Enters a nested record's <c>M</c>; <see cref="NextAttribute"/> then goes through it.</summary>
    public void StartMap() => Expect("M"u8);

    /// <summary>Leaves what <see cref="StartMap"/> entered.</summary>
    public void EndMap() => _json.Read();

    /// <summary>What to throw for a text that is no member of an enum.</summary>
    public static ItemFormatException UnknownName(string type) => new($"An attribute holds a name that {type} does not have.");

    /// <summary>What to throw for an item without an attribute it must have.</summary>
    public static ItemFormatException Missing(string type, string attribute) =>
        new($"An item of {type} lacks the attribute '{attribute}'.");

    private void ReadTag()
    {
        if (_json.TokenType != JsonTokenType.StartObject) throw new ItemFormatException("An attribute value is not in DynamoDB's JSON.");
        _json.Read();
        _tag = _json.ValueSpan;
    }

    private void Expect(ReadOnlySpan<byte> tag)
    {
        if (_isBare && (_tag.IsEmpty || _tag.SequenceEqual(tag))) return;
        if (!_tag.SequenceEqual(tag)) throw Unexpected(tag);
        _json.Read();
    }

    private void EndValue()
    {
        if (!_isBare) _json.Read();
    }

    private readonly ItemFormatException Unexpected(ReadOnlySpan<byte> expected) => new(
        $"Attribute '{Encoding.UTF8.GetString(Name)}' is {Encoding.UTF8.GetString(_tag)} where {Encoding.UTF8.GetString(expected)} is expected.");
}

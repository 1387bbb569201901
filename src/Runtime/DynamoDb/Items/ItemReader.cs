using System.Buffers.Text;
using System.Globalization;
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
public ref struct ItemReader
{
    private Utf8JsonReader _json;
    private readonly string? _knownTenant;
    private ReadOnlySpan<byte> _tag;

    /// <summary>A reader over JSON that stands before an attribute map's first brace.</summary>
    /// <param name="json">The JSON, already moved to where a map begins.</param>
    /// <param name="knownTenant">The caller's tenant: a text equal to it is this string, not a new one.</param>
    public ItemReader(Utf8JsonReader json, string? knownTenant = null)
    {
        _json = json;
        _knownTenant = knownTenant;
    }

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

    /// <summary>Reads <c>S</c>.</summary>
    public string ReadString()
    {
        Expect("S"u8);
        var text = _knownTenant is not null && _json.ValueTextEquals(_knownTenant) ? _knownTenant : _json.GetString()!;
        EndValue();
        return text;
    }

    /// <summary>Reads <c>S</c> as its bytes, valid until the reader moves: for names of enum members.</summary>
    public ReadOnlySpan<byte> ReadText8()
    {
        Expect("S"u8);
        var text = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        EndValue();
        return text;
    }

    /// <summary>Reads <c>BOOL</c>.</summary>
    public bool ReadBoolean()
    {
        Expect("BOOL"u8);
        var value = _json.GetBoolean();
        EndValue();
        return value;
    }

    /// <summary>Reads <c>N</c>.</summary>
    public long ReadInt64()
    {
        var digits = Number();
        return Utf8Parser.TryParse(digits, out long value, out var used) && used == digits.Length ? value
            : ReadDecimal(digits) is var large && large >= long.MinValue && large <= long.MaxValue && large == decimal.Truncate(large) ? (long)large
            : throw Unfit(nameof(Int64));
    }

    /// <summary>Reads <c>N</c>.</summary>
    public ulong ReadUInt64()
    {
        var digits = Number();
        return Utf8Parser.TryParse(digits, out ulong value, out var used) && used == digits.Length ? value
            : ReadDecimal(digits) is var large && large >= 0 && large <= ulong.MaxValue && large == decimal.Truncate(large) ? (ulong)large
            : throw Unfit(nameof(UInt64));
    }

    /// <summary>Reads <c>N</c>.</summary>
    public int ReadInt32() => ReadInt64() is var value && value == (int)value ? (int)value : throw Unfit(nameof(Int32));

    /// <summary>Reads <c>N</c>.</summary>
    public short ReadInt16() => ReadInt64() is var value && value == (short)value ? (short)value : throw Unfit(nameof(Int16));

    /// <summary>Reads <c>N</c>.</summary>
    public sbyte ReadSByte() => ReadInt64() is var value && value == (sbyte)value ? (sbyte)value : throw Unfit(nameof(SByte));

    /// <summary>Reads <c>N</c>.</summary>
    public uint ReadUInt32() => ReadInt64() is var value && value == (uint)value ? (uint)value : throw Unfit(nameof(UInt32));

    /// <summary>Reads <c>N</c>.</summary>
    public ushort ReadUInt16() => ReadInt64() is var value && value == (ushort)value ? (ushort)value : throw Unfit(nameof(UInt16));

    /// <summary>Reads <c>N</c>.</summary>
    public byte ReadByte() => ReadInt64() is var value && value == (byte)value ? (byte)value : throw Unfit(nameof(Byte));

    /// <summary>Reads <c>N</c>; more digits than a decimal holds are refused.</summary>
    public decimal ReadDecimal() => ReadDecimal(Number());

    /// <summary>Reads <c>N</c>: the nearest double, as the text it was written with reads back to the same bits.</summary>
    public double ReadDouble() =>
        double.TryParse(Number(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : throw Unfit(nameof(Double));

    /// <summary>Reads <c>N</c>.</summary>
    public float ReadSingle() =>
        float.TryParse(Number(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
            ? value : throw Unfit(nameof(Single));

    /// <summary>Reads <c>S</c> as a Guid of 36 characters.</summary>
    public Guid ReadGuid() => Guid.TryParseExact(ReadText(), "D", out var value) ? value : throw Unfit(nameof(Guid));

    /// <summary>Reads <c>S</c> as a time in UTC.</summary>
    public DateTime ReadDateTime() =>
        DateTime.TryParseExact(ReadText(), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? Times.ToUtc(value) : throw Unfit(nameof(DateTime));

    /// <summary>Reads <c>S</c> as a time with its offset.</summary>
    public DateTimeOffset ReadDateTimeOffset() =>
        DateTimeOffset.TryParseExact(ReadText(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(DateTimeOffset));

    /// <summary>Reads <c>S</c> as a date.</summary>
    public DateOnly ReadDateOnly() =>
        DateOnly.TryParseExact(ReadText(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(DateOnly));

    /// <summary>Reads <c>S</c> as a time of day.</summary>
    public TimeOnly ReadTimeOnly() =>
        TimeOnly.TryParseExact(ReadText(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(TimeOnly));

    /// <summary>Reads <c>S</c> as a duration.</summary>
    public TimeSpan ReadTimeSpan() =>
        TimeSpan.TryParseExact(ReadText(), "c", CultureInfo.InvariantCulture, out var value) ? value : throw Unfit(nameof(TimeSpan));

    /// <summary>Reads <c>S</c> as an address, absolute or relative.</summary>
    public Uri ReadUri() => Uri.TryCreate(ReadString(), UriKind.RelativeOrAbsolute, out var value) ? value : throw Unfit(nameof(Uri));

    /// <summary>Reads <c>B</c>.</summary>
    public byte[] ReadBytes()
    {
        Expect("B"u8);
        var bytes = _json.TryGetBytesFromBase64(out var value) ? value : throw Unfit("bytes");
        EndValue();
        return bytes;
    }

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
    public HashSet<string> ReadStringSet()
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (_tag.SequenceEqual("L"u8))
        {
            Expect("L"u8);
            if (NextElement()) throw Unfit("set of texts");
            _json.Read();
            return values;
        }

        Expect("SS"u8);
        while (_json.Read() && _json.TokenType == JsonTokenType.String) values.Add(_json.GetString()!);
        EndValue();
        return values;
    }

    /// <summary>Reads <c>M</c> as a dictionary.</summary>
    public Dictionary<string, T> ReadMap<T>(ItemValueReader<T> readValue)
    {
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        StartMap();
        while (NextAttribute())
        {
            var key = Encoding.UTF8.GetString(Name);
            values[key] = readValue(ref this);
        }

        EndMap();
        return values;
    }

    /// <summary>Reads <c>M</c> as a nested record.</summary>
    public T ReadDocument<T>() where T : class, IDocument<T>
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

    private bool NextElement()
    {
        _json.Read();
        if (_json.TokenType == JsonTokenType.EndArray) return false;
        ReadTag();
        return true;
    }

    private void ReadTag()
    {
        if (_json.TokenType != JsonTokenType.StartObject) throw new ItemFormatException("An attribute value is not in DynamoDB's JSON.");
        _json.Read();
        _tag = _json.ValueSpan;
    }

    private void Expect(ReadOnlySpan<byte> tag)
    {
        if (!_tag.SequenceEqual(tag))
        {
            throw new ItemFormatException(
                $"Attribute '{Encoding.UTF8.GetString(Name)}' is {Encoding.UTF8.GetString(_tag)} where {Encoding.UTF8.GetString(tag)} is expected.");
        }

        _json.Read();
    }

    private void EndValue() => _json.Read();

    private ReadOnlySpan<byte> Number()
    {
        Expect("N"u8);
        var digits = _json.ValueSpan;
        EndValue();
        return digits;
    }

    private string ReadText()
    {
        Expect("S"u8);
        var text = _json.GetString()!;
        EndValue();
        return text;
    }

    private readonly decimal ReadDecimal(ReadOnlySpan<byte> digits)
    {
        if (digits.Length > 128 || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) throw Unfit(nameof(Decimal));
        if (digits.Length <= 28 && digits.IndexOfAny((byte)'E', (byte)'e') < 0) return value;

        // decimal.Parse rounds what has more digits than fit, so compare with what came in.
        Span<byte> back = stackalloc byte[40];
        value.TryFormat(back, out var length, default, CultureInfo.InvariantCulture);
        return SignificantDigits.Equal(digits, back[..length]) ? value : throw Unfit(nameof(Decimal));
    }

    private readonly ItemFormatException Unfit(string type) =>
        new($"Attribute '{Encoding.UTF8.GetString(Name)}' holds a value that {type} cannot hold.");
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using GeekCafe.Validation;

namespace GeekCafe.Json;

/// <summary>Reads the value of one element of a collection.</summary>
/// <typeparam name="T">The element.</typeparam>
public delegate T ApiValueReader<out T>(ref ApiReader json);

/// <summary>
/// Reads what clients send, strictly: one object; each member at most once, by its exact name and type; no text for a number and no number
/// for a text; nothing unknown. What is wrong is collected in <see cref="Errors"/> under the member's path, never with the value, and reading
/// goes on so that the client learns of everything at once.
/// </summary>
public ref struct ApiReader
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaxDepth = 32;

    private Utf8JsonReader _json;
    private string _path = "";

    /// <summary>A reader over one JSON text.</summary>
    /// <param name="json">The body, in UTF-8.</param>
    /// <param name="errors">Where problems are collected.</param>
    public ApiReader(ReadOnlySpan<byte> json, ValidationErrors errors)
    {
        _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        Errors = errors;
    }

    /// <summary>What is wrong so far.</summary>
    public ValidationErrors Errors { get; }

    /// <summary>The name <see cref="NextMember"/> found, unescaped.</summary>
    public ReadOnlySpan<byte> Name { readonly get; private set; }

    /// <summary>Reads one object that makes up the whole text.</summary>
    /// <exception cref="JsonException">The text is not one JSON object.</exception>
    public static T ReadBody<T>(ReadOnlySpan<byte> json, ValidationErrors errors) where T : class, IApiInput<T>
    {
        var reader = new ApiReader(json, errors);
        if (!reader._json.Read() || reader._json.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var input = T.ReadJson(ref reader);
        if (reader._json.Read()) throw new JsonException();
        return input;
    }

    /// <summary>Moves to the next member of the object; false at its end.</summary>
    public bool NextMember()
    {
        Read();
        if (_json.TokenType == JsonTokenType.EndObject) return false;
        Name = _json.ValueIsEscaped ? Unescaped() : _json.ValueSpan;
        Read();
        return true;
    }

    /// <summary>Whether that is the member's name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    /// <summary>Whether this is the member's first occurrence; if not, that is reported and the value passed over.</summary>
    public bool First(ref MemberSet given, int member)
    {
        if (given.Add(member)) return true;
        Report("occurs more than once");
        Skip();
        return false;
    }

    /// <summary>Reports a member that does not exist and passes over its value.</summary>
    public void Unknown()
    {
        Report("is not a member of this resource, or cannot be written");
        Skip();
    }

    /// <summary>Reports a member that must be there and is not.</summary>
    public readonly void Missing(string name) => Errors.Add(_path + name, "is required");

    /// <summary>Passes over the value.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Whether the value is a null; it is then read.</summary>
    public readonly bool TryReadNull() => _json.TokenType == JsonTokenType.Null;

    /// <summary>Reads a text.</summary>
    public string ReadString()
    {
        if (_json.TokenType != JsonTokenType.String) return Wrong("must be a text", "");
        try
        {
            return _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8.
            return Wrong("must be well-formed Unicode", "");
        }
    }

    /// <summary>Reads a text as bytes, for names of enum members; empty when it is no text.</summary>
    public ReadOnlySpan<byte> ReadText8()
    {
        if (_json.TokenType != JsonTokenType.String) return [];
        return _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(ReadString()) : _json.ValueSpan;
    }

    /// <summary>Reports a text that is none of the allowed names.</summary>
    public T NotOneOf<T>(string names) => Wrong<T>("must be one of " + names, default!);

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Wrong("must be true or false", false),
    };

    /// <summary>Reads a whole number.</summary>
    public int ReadInt32() => IsNumber && _json.TryGetInt32(out var value) ? value : WrongWhole<int>(int.MinValue, int.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public long ReadInt64() => IsNumber && _json.TryGetInt64(out var value) ? value : WrongWhole<long>(long.MinValue, long.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public short ReadInt16() => IsNumber && _json.TryGetInt16(out var value) ? value : WrongWhole<short>(short.MinValue, short.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public sbyte ReadSByte() => IsNumber && _json.TryGetSByte(out var value) ? value : WrongWhole<sbyte>(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public ulong ReadUInt64() => IsNumber && _json.TryGetUInt64(out var value) ? value : WrongWhole<ulong>(0, ulong.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public uint ReadUInt32() => IsNumber && _json.TryGetUInt32(out var value) ? value : WrongWhole<uint>(0, uint.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public ushort ReadUInt16() => IsNumber && _json.TryGetUInt16(out var value) ? value : WrongWhole<ushort>(0, ushort.MaxValue);

    /// <summary>Reads a whole number.</summary>
    public byte ReadByte() => IsNumber && _json.TryGetByte(out var value) ? value : WrongWhole<byte>(0, byte.MaxValue);

    /// <summary>Reads a number of at most 28 digits; more are refused, not rounded.</summary>
    public decimal ReadDecimal() =>
        IsNumber && _json.ValueSpan.Length <= 29 && _json.TryGetDecimal(out var value) ? value : Wrong("must be a number of at most 28 digits", 0m);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public double ReadDouble() => IsNumber && _json.TryGetDouble(out var value) && IsStorable(value) ? value : Wrong("must be a number of usual size", 0d);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public float ReadSingle() => IsNumber && _json.TryGetSingle(out var value) && IsStorable(value) ? value : Wrong("must be a number of usual size", 0f);

    /// <summary>Reads a Guid of 36 characters.</summary>
    public Guid ReadGuid() =>
        IsText && _json.TryGetGuid(out var value) ? value : Wrong("must be a UUID of 36 characters", default(Guid));

    /// <summary>Reads a time that names its zone (RFC 3339), as UTC.</summary>
    public DateTime ReadDateTime() => ReadDateTimeOffset().UtcDateTime;

    /// <summary>Reads a time with its offset (RFC 3339).</summary>
    public DateTimeOffset ReadDateTimeOffset() =>
        IsText && NamesZone(_json.ValueSpan) && _json.TryGetDateTimeOffset(out var value)
            ? value : Wrong("must be a time with an offset or Z, such as 2026-01-31T09:30:00Z", default(DateTimeOffset));

    /// <summary>Reads a date as yyyy-MM-dd.</summary>
    public DateOnly ReadDateOnly() =>
        IsText && DateOnly.TryParseExact(ReadString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : Wrong("must be a date such as 2026-01-31", default(DateOnly));

    /// <summary>Reads a time of day as HH:mm:ss with up to seven fractional digits.</summary>
    public TimeOnly ReadTimeOnly() =>
        IsText && TimeOnly.TryParseExact(ReadString(), ["HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : Wrong("must be a time of day such as 09:30:00", default(TimeOnly));

    /// <summary>Reads a duration as [-][d.]hh:mm:ss[.fffffff].</summary>
    public TimeSpan ReadTimeSpan() =>
        IsText && TimeSpan.TryParseExact(ReadString(), "c", CultureInfo.InvariantCulture, out var value)
            ? value : Wrong("must be a duration such as 1.02:30:00", default(TimeSpan));

    /// <summary>Reads an address, absolute or relative.</summary>
    public Uri ReadUri() =>
        IsText && Uri.TryCreate(ReadString(), UriKind.RelativeOrAbsolute, out var value) ? value : Wrong("must be an address", EmptyUri);

    /// <summary>Reads bytes in base64.</summary>
    public byte[] ReadBytes() => IsText && _json.TryGetBytesFromBase64(out var value) ? value : Wrong<byte[]>("must be base64", []);

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
    public HashSet<string> ReadStringSet()
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        if (_json.TokenType != JsonTokenType.StartArray) return Wrong("must be an array", values);
        while (Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (!values.Add(ReadString())) Report("must not hold a value twice");
        }

        return values;
    }

    /// <summary>Reads an object with names of the client's choice.</summary>
    public Dictionary<string, T> ReadMap<T>(ApiValueReader<T> readValue)
    {
        var values = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!StartObject()) return values;
        var outer = Enter();
        while (NextMember())
        {
            var key = Encoding.UTF8.GetString(Name);
            if (!values.TryAdd(key, readValue(ref this))) Report("occurs more than once");
        }

        _path = outer;
        return values;
    }

    /// <summary>Reads a nested record; null, with the problem reported, when the value is no object.</summary>
    public T ReadDocument<T>() where T : class, IDocument<T>
    {
        if (!StartObject()) return null!;
        var outer = Enter();
        var document = T.ReadJson(ref this);
        _path = outer;
        return document;
    }

    /// <summary>Reads a merge patch of a nested record; null, with the problem reported, when the value is no object.</summary>
    public T ReadPatch<T>() where T : class, IApiInput<T>
    {
        if (!StartObject()) return null!;
        var outer = Enter();
        var patch = T.ReadJson(ref this);
        _path = outer;
        return patch;
    }

    private bool StartObject() => _json.TokenType == JsonTokenType.StartObject || Wrong("must be an object", false);

    /// <summary>Paths of problems below begin with the current member's name.</summary>
    private string Enter()
    {
        var outer = _path;
        _path = $"{_path}{Encoding.UTF8.GetString(Name)}.";
        return outer;
    }

    private readonly void Report(string problem) => Errors.Add(_path + Encoding.UTF8.GetString(Name), problem);

    private T Wrong<T>(string problem, T fallback)
    {
        Report(problem);
        _json.Skip();
        return fallback;
    }

    private T WrongWhole<T>(T from, T to) where T : struct, IFormattable =>
        Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {from} to {to}"), default(T));

    private readonly bool IsNumber => _json.TokenType == JsonTokenType.Number;

    private readonly bool IsText => _json.TokenType == JsonTokenType.String;

    private bool Read() => _json.Read();

    private readonly byte[] Unescaped()
    {
        try
        {
            return Encoding.UTF8.GetBytes(_json.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException();
        }
    }

    /// <summary>Times without a zone would mean another moment on another machine.</summary>
    private static bool NamesZone(ReadOnlySpan<byte> time) =>
        time.Length > 19 && (time[^1] == (byte)'Z' || time[19..].IndexOfAny((byte)'+', (byte)'-') >= 0);

    private static bool IsStorable(double value) => Math.Abs(value) is 0 or (>= 1e-130 and < 1e126);

    private static readonly Uri EmptyUri = new("", UriKind.Relative);
}

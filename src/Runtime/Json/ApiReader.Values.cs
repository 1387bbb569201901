using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GeekCafe.DynamoDb;

namespace GeekCafe.Json;

/// <content>Single values.</content>
public ref partial struct ApiReader
{
    /// <summary>Reads a text.</summary>
    public string ReadString()
    {
        if (_isName) return Encoding.UTF8.GetString(Name);
        if (!IsText) return Wrong("must be a text", "");
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
        if (!IsText) return [];
        return !_isName && _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(ReadString()) : Bare;
    }

    /// <summary>Reads a text of one character.</summary>
    public char ReadChar() => IsText && ReadString() is [var value] && !char.IsSurrogate(value) ? value : Wrong("must be a text of one character", '\0');

    /// <summary>Reports a text that is none of the allowed names.</summary>
    public T NotOneOf<T>(string names) => Wrong<T>("must be one of " + names, default!);

    /// <summary>Reads a boolean.</summary>
    public bool ReadBoolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ when _isPlain && Is("true"u8) => true,
        _ when _isPlain && Is("false"u8) => false,
        _ => Wrong("must be true or false", false),
    };

    /// <summary>Reads a whole number.</summary>
    public int ReadInt32() => ReadWhole<int>();

    /// <summary>Reads a whole number.</summary>
    public long ReadInt64() => ReadWhole<long>();

    /// <summary>Reads a whole number.</summary>
    public short ReadInt16() => ReadWhole<short>();

    /// <summary>Reads a whole number.</summary>
    public sbyte ReadSByte() => ReadWhole<sbyte>();

    /// <summary>Reads a whole number.</summary>
    public ulong ReadUInt64() => ReadWhole<ulong>();

    /// <summary>Reads a whole number.</summary>
    public uint ReadUInt32() => ReadWhole<uint>();

    /// <summary>Reads a whole number.</summary>
    public ushort ReadUInt16() => ReadWhole<ushort>();

    /// <summary>Reads a whole number.</summary>
    public byte ReadByte() => ReadWhole<byte>();

    /// <summary>Reads a number of at most 28 digits; more are refused, not rounded.</summary>
    public decimal ReadDecimal() =>
        IsNumber && _json.TryGetDecimal(out var value) && IsExact(value, _json.ValueSpan) ? value : Wrong("must be a number of at most 28 digits", 0m);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public double ReadDouble() => IsNumber && _json.TryGetDouble(out var value) && NumberRange.Holds(value) ? value : Wrong("must be a number of usual size", 0d);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public float ReadSingle() => IsNumber && _json.TryGetSingle(out var value) && NumberRange.Holds(value) ? value : Wrong("must be a number of usual size", 0f);

    /// <summary>Reads a number of 16 bits.</summary>
    public Half ReadHalf() =>
        IsNumber && Half.TryParse(Bare, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Half.IsFinite(value)
            ? value : Wrong("must be a number from -65504 to 65504", default(Half));

    /// <summary>Reads a whole number of up to 38 significant digits.</summary>
    public Int128 ReadInt128() => ReadWhole<Int128>();

    /// <summary>Reads a whole number of up to 38 significant digits.</summary>
    public UInt128 ReadUInt128() => ReadWhole<UInt128>();

    /// <summary>Reads a whole number of up to 38 significant digits and 126 digits.</summary>
    public BigInteger ReadBigInteger() =>
        IsNumber && NumberRange.Holds(Bare) && TryParse(Bare, out BigInteger value)
            ? value : Wrong("must be a whole number of at most 38 significant digits", BigInteger.Zero);

    /// <summary>Reads a Guid of 36 characters.</summary>
    public Guid ReadGuid() =>
        IsText && (_isName ? Guid.TryParseExact(ReadString(), "D", out var value) : _json.TryGetGuid(out value)) ? value : Wrong("must be a UUID of 36 characters", default(Guid));

    /// <summary>Reads a time that names its zone (RFC 3339), as UTC.</summary>
    public DateTime ReadDateTime() => ReadDateTimeOffset().UtcDateTime;

    /// <summary>Reads a time with its offset (RFC 3339).</summary>
    public DateTimeOffset ReadDateTimeOffset() =>
        IsText && NamesZone(ReadText8()) && (_isName ? TryName(out var value) : _json.TryGetDateTimeOffset(out value))
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
    public ReadOnlyMemory<byte> ReadReadOnlyMemory() => ReadBytes();

    /// <summary>Reads bytes in base64.</summary>
    public Memory<byte> ReadMemory() => ReadBytes();

    /// <summary>Reads bytes in base64.</summary>
    public byte[] ReadBytes() => IsText && _json.TryGetBytesFromBase64(out var value) ? value : Wrong<byte[]>("must be base64", []);

    private T ReadWhole<T>() where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (!IsNumber || !T.TryParse(Bare, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {T.MinValue} to {T.MaxValue}"), default(T));
        }

        // Only integers of 128 bits have more digits than DynamoDB takes.
        return Unsafe.SizeOf<T>() < 16 || NumberRange.Holds(Bare) ? value : Wrong("must be a whole number of at most 38 significant digits", default(T));
    }

    private readonly bool IsNumber => _isName ? IsInteger(Name) : _json.TokenType == JsonTokenType.Number;

    private readonly bool IsText => _isName || _json.TokenType == JsonTokenType.String;

    /// <summary>The name or the value as it stands in the JSON, without quotes.</summary>
    private readonly ReadOnlySpan<byte> Bare => _isName ? Name : _json.ValueSpan;

    private static bool TryParse<T>(ReadOnlySpan<byte> text, out T value) where T : struct, INumberBase<T> =>
        T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Whether JSON would write a whole number so: one text for each.</summary>
    private static bool IsInteger(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'-', ..] ? text[1..] : text;
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && (digits[0] != '0' || text.Length == 1);
    }

    /// <summary>Whether parsing kept all digits; it rounds those that do not fit.</summary>
    private static bool IsExact(decimal value, ReadOnlySpan<byte> text)
    {
        if (text.Length <= 28 && text.IndexOfAny((byte)'E', (byte)'e') < 0) return true;
        Span<byte> back = stackalloc byte[40];
        value.TryFormat(back, out var length, default, CultureInfo.InvariantCulture);
        return text.Length <= 128 && SignificantDigits.Equal(text, back[..length]);
    }

    /// <summary>Reads the name as a time, as values are.</summary>
    private readonly bool TryName(out DateTimeOffset value)
    {
        var text = new Utf8JsonReader([(byte)'"', .. Name, (byte)'"']);
        value = default;
        return Name.IndexOfAny((byte)'"', (byte)'\\') < 0 && text.Read() && text.TryGetDateTimeOffset(out value);
    }

    /// <summary>Times without a zone would mean another moment on another machine.</summary>
    private static bool NamesZone(ReadOnlySpan<byte> time) =>
        time.Length > 19 && (time[^1] == (byte)'Z' || time[19..].IndexOfAny((byte)'+', (byte)'-') >= 0);

    private static readonly Uri EmptyUri = new("", UriKind.Relative);
}

using System.Globalization;
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
        IsNumber && _json.TryGetDecimal(out var value) && IsExact(value, _json.ValueSpan) ? value : Wrong("must be a number of at most 28 digits", 0m);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public double ReadDouble() => IsNumber && _json.TryGetDouble(out var value) && NumberRange.Holds(value) ? value : Wrong("must be a number of usual size", 0d);

    /// <summary>Reads a finite number that DynamoDB can hold.</summary>
    public float ReadSingle() => IsNumber && _json.TryGetSingle(out var value) && NumberRange.Holds(value) ? value : Wrong("must be a number of usual size", 0f);

    /// <summary>Reads a Guid of 36 characters.</summary>
    public Guid ReadGuid() =>
        IsText && _json.TryGetGuid(out var value) ? value : Wrong("must be a UUID of 36 characters", default(Guid));

    /// <summary>Reads a time that names its zone (RFC 3339), as UTC.</summary>
    public DateTime ReadDateTime() => ReadDateTimeOffset().UtcDateTime;

    /// <summary>Reads a time with its offset (RFC 3339).</summary>
    public DateTimeOffset ReadDateTimeOffset() =>
        IsText && NamesZone(ReadText8()) && _json.TryGetDateTimeOffset(out var value)
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

    private T WrongWhole<T>(T from, T to) where T : struct, IFormattable =>
        Wrong(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {from} to {to}"), default(T));

    private readonly bool IsNumber => _json.TokenType == JsonTokenType.Number;

    private readonly bool IsText => _json.TokenType == JsonTokenType.String;

    /// <summary>Whether parsing kept all digits; it rounds those that do not fit.</summary>
    private static bool IsExact(decimal value, ReadOnlySpan<byte> text)
    {
        if (text.Length <= 28 && text.IndexOfAny((byte)'E', (byte)'e') < 0) return true;
        Span<byte> back = stackalloc byte[40];
        value.TryFormat(back, out var length, default, CultureInfo.InvariantCulture);
        return text.Length <= 128 && SignificantDigits.Equal(text, back[..length]);
    }

    /// <summary>Times without a zone would mean another moment on another machine.</summary>
    private static bool NamesZone(ReadOnlySpan<byte> time) =>
        time.Length > 19 && (time[^1] == (byte)'Z' || time[19..].IndexOfAny((byte)'+', (byte)'-') >= 0);


    private static readonly Uri EmptyUri = new("", UriKind.Relative);
}

using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace GeekCafe.DynamoDb;

/// <content>Single values.</content>
public ref partial struct ItemReader
{
    /// <summary>The longest text of a Guid or time, 36 characters, if every one were written as an escape of six.</summary>
    private const int MaxText = 36 * 6;

    /// <summary>Reads <c>S</c>.</summary>
    public string ReadString()
    {
        Expect("S"u8);
        var text = _knownTenant is not null && _json.ValueTextEquals(_knownTenant) ? _knownTenant
            : _seen is null || _json.ValueIsEscaped ? _json.GetString()!
            : _seen.Get(_json.ValueSpan);
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

    /// <summary>Reads <c>N</c>.</summary>
    public Half ReadHalf() => ReadNumber<Half>();

    /// <summary>Reads <c>N</c>.</summary>
    public Int128 ReadInt128() => ReadNumber<Int128>();

    /// <summary>Reads <c>N</c>.</summary>
    public UInt128 ReadUInt128() => ReadNumber<UInt128>();

    /// <summary>Reads <c>N</c>.</summary>
    public BigInteger ReadBigInteger() => ReadNumber<BigInteger>();

    /// <summary>Reads <c>S</c> of one character.</summary>
    public char ReadChar() => ReadString() is [var value] ? value : throw Unfit(nameof(Char));

    /// <summary>Reads <c>S</c> as a Guid of 36 characters.</summary>
    public Guid ReadGuid()
    {
        Span<char> room = stackalloc char[MaxText];
        return Guid.TryParseExact(room[..ReadText(room)], "D", out var value)
            ? value : throw Unfit(nameof(Guid));
    }

    /// <summary>Reads <c>S</c> as a time in UTC.</summary>
    public DateTime ReadDateTime()
    {
        Span<char> room = stackalloc char[MaxText];
        return DateTime.TryParseExact(room[..ReadText(room)], "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var value)
            ? Times.ToUtc(value) : throw Unfit(nameof(DateTime));
    }

    /// <summary>Reads <c>S</c> as a time with its offset.</summary>
    public DateTimeOffset ReadDateTimeOffset()
    {
        Span<char> room = stackalloc char[MaxText];
        return DateTimeOffset.TryParseExact(room[..ReadText(room)], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(DateTimeOffset));
    }

    /// <summary>Reads <c>N</c> as seconds since 1970, to 100 nanoseconds.</summary>
    public DateTimeOffset ReadEpochSeconds() => EpochSeconds.TryRead(Number(), out var value) ? value : throw Unfit(nameof(DateTimeOffset));

    /// <summary>Reads <c>S</c> as a date.</summary>
    public DateOnly ReadDateOnly()
    {
        Span<char> room = stackalloc char[MaxText];
        return DateOnly.TryParseExact(room[..ReadText(room)], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(DateOnly));
    }

    /// <summary>Reads <c>S</c> as a time of day.</summary>
    public TimeOnly ReadTimeOnly()
    {
        Span<char> room = stackalloc char[MaxText];
        return TimeOnly.TryParseExact(room[..ReadText(room)], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value : throw Unfit(nameof(TimeOnly));
    }

    /// <summary>Reads <c>S</c> as a duration.</summary>
    public TimeSpan ReadTimeSpan()
    {
        Span<char> room = stackalloc char[MaxText];
        return TimeSpan.TryParseExact(room[..ReadText(room)], "c", CultureInfo.InvariantCulture, out var value)
            ? value : throw Unfit(nameof(TimeSpan));
    }

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

    /// <summary>Reads <c>B</c>.</summary>
    public ReadOnlyMemory<byte> ReadReadOnlyMemory() => ReadBytes();

    /// <summary>Reads <c>B</c>.</summary>
    public Memory<byte> ReadMemory() => ReadBytes();

    private ReadOnlySpan<byte> Number()
    {
        Expect("N"u8);

        // JSON writers may escape the plus sign of an exponent.
        var digits = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        EndValue();
        return digits;
    }

    /// <summary>Reads <c>S</c> into room on the stack, for values whose text nobody keeps. What does not fit is none of them.</summary>
    /// <returns>How many characters; 0, which nothing parses, if there are more than any value takes.</returns>
    private int ReadText(scoped Span<char> room)
    {
        Expect("S"u8);
        var length = _json.ValueSpan.Length <= room.Length ? _json.CopyString(room) : 0;
        EndValue();
        return length;
    }

    private T ReadNumber<T>() where T : struct, INumberBase<T>
    {
        // The size first: an exponent of a few digits can stand for a number that fills the memory.
        var digits = Number();
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && NumberRange.Holds(size)
            && T.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value) ? value : throw Unfit(typeof(T).Name);
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

using System.Buffers.Binary;
using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>What is sealed in a cursor: expiry in Unix milliseconds, then one or three texts, each preceded by its length in bytes.</summary>
internal static class CursorContent
{
    public static void Write(PooledBuffer content, long expiry, in QueryPosition position)
    {
        BinaryPrimitives.WriteInt64BigEndian(content.GetSpan(sizeof(long)), expiry);
        content.Advance(sizeof(long));
        Write(content, position.Sort);
        if (position.TablePartition is null || position.TableSort is null) return;
        Write(content, position.TablePartition);
        Write(content, position.TableSort);
    }

    public static bool TryRead(ReadOnlySpan<byte> content, out long expiry, out QueryPosition position)
    {
        position = default;
        if (!BinaryPrimitives.TryReadInt64BigEndian(content, out expiry)) return false;
        content = content[sizeof(long)..];
        if (!TryRead(ref content, out var sort)) return false;
        string? tablePartition = null, tableSort = null;
        if (!content.IsEmpty && !(TryRead(ref content, out tablePartition) && TryRead(ref content, out tableSort))) return false;
        position = new QueryPosition(sort!, tablePartition, tableSort);
        return content.IsEmpty;
    }

    private static void Write(PooledBuffer content, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteUInt16BigEndian(content.GetSpan(sizeof(ushort)), checked((ushort)length));
        content.Advance(sizeof(ushort));
        Encoding.UTF8.GetBytes(text, content.GetSpan(length));
        content.Advance(length);
    }

    private static bool TryRead(ref ReadOnlySpan<byte> content, out string? text)
    {
        text = null;
        if (!BinaryPrimitives.TryReadUInt16BigEndian(content, out var length) || content.Length < sizeof(ushort) + length) return false;
        text = Encoding.UTF8.GetString(content.Slice(sizeof(ushort), length));
        content = content[(sizeof(ushort) + length)..];
        return true;
    }
}

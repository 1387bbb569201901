using System.Text;
using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>
/// A range of sort keys as texts. Bounds are exact because the separator <c>#</c> sorts below every character of an encoded value, and <c>$</c>,
/// the next, never ends one: all keys that extend a value lie between the value and the value with <c>$</c>.
/// </summary>
internal sealed class KeyRange
{
    private KeyRange(string? prefix, string? low, string? high, bool excludesHigh) =>
        (Prefix, Low, High, ExcludesHigh) = (prefix, low, high, excludesHigh);

    /// <summary>What keys begin with. Null: the bounds count.</summary>
    public string? Prefix { get; }

    /// <summary>The first key, or null for no bound.</summary>
    public string? Low { get; }

    /// <summary>The last key, or null for no bound.</summary>
    public string? High { get; }

    /// <summary>
    /// Whether a key equal to <see cref="High"/> is not in the range. DynamoDB has no range between two bounds that leaves one out, so with a
    /// lower bound the row is dropped after it was read.
    /// </summary>
    public bool ExcludesHigh { get; }

    /// <summary>Whether no key can be in the range; DynamoDB refuses bounds the wrong way round.</summary>
    public bool IsEmpty => High is not null && (High.Length == 0 || (Low is not null && Utf8Order.Compare(Low, High) is var order && (order > 0 || (order == 0 && ExcludesHigh))));

    /// <summary>Why DynamoDB would refuse the bounds, or null.</summary>
    public ServiceError? Problem => Fits(Prefix) && Fits(Low) && Fits(High)
        ? null
        : new(ErrorCode.InvalidParameter, "The range of the list cannot be used.")
        {
            Details = new Dictionary<string, string> { ["range"] = $"has a value that makes a key longer than {ItemKey.MaxSortBytes} bytes" },
        };

    /// <summary>
    /// All keys that begin with a text, as bounds: <c>begins_with</c> says the same, but local databases made from SQLite compare it without case.
    /// </summary>
    public static KeyRange BeginningWith(string prefix) =>
        After(prefix) is { } high ? new(null, prefix, high, excludesHigh: true) : new(prefix, null, null, false);

    public static KeyRange Exactly(string key) => new(null, key, key, false);

    /// <summary>From a text to another.</summary>
    /// <param name="before">What all keys begin with: stands in for a bound that is not given.</param>
    /// <param name="low">The first text, or null.</param>
    /// <param name="high">The last text, or null.</param>
    /// <param name="excludesHigh">Whether the last is left out.</param>
    public static KeyRange Between(string before, string? low, string? high, bool excludesHigh = false)
    {
        low ??= before;
        return new(null, low.Length == 0 ? null : low, high ?? After(before), excludesHigh);
    }

    /// <summary>The first text above all that begin with this one, in DynamoDB's order; null if there is none.</summary>
    private static string? After(string prefix)
    {
        for (var end = prefix.Length; end > 0;)
        {
            Rune.DecodeLastFromUtf16(prefix.AsSpan(0, end), out var last, out var length);
            end -= length;

            // The last character there is cannot be raised: then the one before it is.
            if (last.Value == 0x10FFFF) continue;
            return $"{prefix.AsSpan(0, end)}{new Rune(last.Value == 0xD7FF ? 0xE000 : last.Value + 1)}";
        }

        return null;
    }

    private static bool Fits(string? text) => text is null || Encoding.UTF8.GetByteCount(text) <= ItemKey.MaxSortBytes;
}

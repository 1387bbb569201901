using GeekCafe.DynamoDb;

namespace GeekCafe;

/// <summary>When items expire, as DynamoDB's Time to Live wants it: a number of seconds since 1970 in one attribute of the table.</summary>
public static class TimeToLive
{
    /// <summary>The attribute, one for all resources of a table (developer guide, Time to Live: one attribute a table).</summary>
    public const string Attribute = "ttl";

    /// <summary>Writes the attribute of a resource that expires; nothing for one that does not.</summary>
    public static void Write<T>(ItemWriter item, T resource) where T : class, IResource<T>
    {
        if (T.ExpiresAt(resource) is { } end) item.Name("ttl"u8).Value(Seconds(end));
    }

    /// <summary>A time as a time with an offset; of an unspecified kind it is UTC, as everywhere in the table.</summary>
    public static DateTimeOffset? Of(DateTime? time) => time is { } known ? new DateTimeOffset(Times.ToUtc(known)) : null;

    /// <inheritdoc cref="Of(DateTime?)"/>
    public static DateTimeOffset? Of(DateTimeOffset? time) => time;

    /// <summary>The earlier of two ends; null is never.</summary>
    public static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other is null || one < other ? one : other;

    /// <summary>The first whole second at which the time is over, so that DynamoDB never removes what still counts.</summary>
    internal static long Seconds(DateTimeOffset end) =>
        end.ToUnixTimeSeconds() + (end.UtcTicks % TimeSpan.TicksPerSecond == 0 ? 0 : 1);
}

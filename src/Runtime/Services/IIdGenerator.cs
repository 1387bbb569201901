namespace GeekCafe;

/// <summary>Makes the ids of new resources. Safe for any number of threads.</summary>
public interface IIdGenerator
{
    /// <summary>An <see cref="Identifier"/> that no resource has had before.</summary>
    /// <param name="now">The time of the create. UTC.</param>
    string NewId(DateTimeOffset now);
}

/// <summary>UUIDv7 text (RFC 9562, 5.7): ids sort by the millisecond they were made in, and hold 74 random bits.</summary>
public sealed class UuidV7Generator : IIdGenerator
{
    /// <summary>The one instance needed.</summary>
    public static UuidV7Generator Instance { get; } = new();

    /// <inheritdoc/>
    public string NewId(DateTimeOffset now) => Guid.CreateVersion7(now).ToString();
}

using System.Globalization;

namespace GeekCafe.Testing;

/// <summary>Ids that a test can foresee: <c>id-000001</c>, <c>id-000002</c> and so on, in the order of the creates.</summary>
public sealed class TestIds : IIdGenerator
{
    private int _last;

    /// <summary>The id given last. Null before the first.</summary>
    public string? Last => Volatile.Read(ref _last) is > 0 and var last ? Text(last) : null;

    /// <inheritdoc/>
    public string NewId(DateTimeOffset now) => Text(Interlocked.Increment(ref _last));

    // Of one length, so that they sort in the order they were given.
    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"id-{number:D6}");
}

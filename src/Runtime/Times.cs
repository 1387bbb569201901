namespace GeekCafe;

/// <summary>One rule for kinds of <see cref="DateTime"/>: stored in UTC; what says nothing about its zone is taken as UTC.</summary>
internal static class Times
{
    public static DateTime ToUtc(DateTime value) => value.Kind switch
    {
        DateTimeKind.Utc => value,
        DateTimeKind.Local => value.ToUniversalTime(),
        _ => DateTime.SpecifyKind(value, DateTimeKind.Utc),
    };
}

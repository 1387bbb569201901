using System.Globalization;

namespace GeekCafe.Community.Tests;

/// <summary>Times for tests on a host, whose clock is the machine's: events begin in the future.</summary>
internal static class Dates
{
    /// <summary>At 16:00 UTC so many days from now, as JSON shows it.</summary>
    public static string In(int days) => Day(days) + "T16:00:00Z";

    /// <summary>The day, UTC, as JSON shows it.</summary>
    public static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

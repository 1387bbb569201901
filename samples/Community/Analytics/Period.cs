using System.Globalization;

namespace Community.Analytics;

/// <summary>
/// How long the windows of summaries are. Windows are aligned to the calendar in UTC, weeks begin on Monday (ISO 8601), and all are half-open: the
/// first moment of a window belongs to it, the first moment after it to the next.
/// </summary>
/// <param name="Name">One of <c>hourly</c>, <c>daily</c>, <c>weekly</c>, <c>monthly</c>.</param>
public readonly record struct Period(string Name)
{
    private static readonly string[] Names = ["hourly", "daily", "weekly", "monthly"];

    /// <summary>Its name.</summary>
    /// <exception cref="ArgumentException">There is no such period.</exception>
    public string Name { get; init; } = Names.Contains(Name) ? Name : throw new ArgumentException("Must be hourly, daily, weekly or monthly.", nameof(Name));

    /// <summary>A period by its name; null if it has another.</summary>
    public static Period? Find(string name) => Names.Contains(name) ? new Period(name) : null;

    /// <summary>All of them, the shortest first.</summary>
    public static IReadOnlyList<Period> All { get; } = [.. Names.Select(static name => new Period(name))];

    /// <summary>The shortest: an hour.</summary>
    public static Period Hourly => All[0];

    /// <summary>The first moment of the window that a moment belongs to.</summary>
    public DateTimeOffset StartOf(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var start = Name switch
        {
            "hourly" => utc.Date.AddHours(utc.Hour),
            "daily" => utc.Date,
            "weekly" => ISOWeek.ToDateTime(ISOWeek.GetYear(utc), ISOWeek.GetWeekOfYear(utc), DayOfWeek.Monday),
            _ => new DateTime(utc.Year, utc.Month, 1),
        };
        return new DateTimeOffset(DateTime.SpecifyKind(start, DateTimeKind.Utc));
    }

    /// <summary>The first moment after the window that begins at a moment.</summary>
    public DateTimeOffset EndOf(DateTimeOffset start) => Name switch
    {
        "hourly" => start.AddHours(1),
        "daily" => start.AddDays(1),
        "weekly" => start.AddDays(7),
        _ => start.AddMonths(1),
    };
}

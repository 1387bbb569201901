using System.Globalization;
using Community.Analytics;

namespace GeekCafe.Community.Tests.Analytics;

/// <summary>Windows: aligned to the calendar in UTC, half-open, without gap or overlap.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("hourly", "2030-01-01T09:00:00Z", "2030-01-01T09:00:00Z", "2030-01-01T10:00:00Z")]
    [InlineData("hourly", "2030-01-01T09:59:59.9999999Z", "2030-01-01T09:00:00Z", "2030-01-01T10:00:00Z")]
    [InlineData("hourly", "2030-01-01T09:30:00+05:30", "2030-01-01T04:00:00Z", "2030-01-01T05:00:00Z")]
    [InlineData("hourly", "2029-12-31T23:30:00Z", "2029-12-31T23:00:00Z", "2030-01-01T00:00:00Z")]
    [InlineData("daily", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2030-01-02T00:00:00Z")]
    [InlineData("daily", "2030-01-01T01:00:00+02:00", "2029-12-31T00:00:00Z", "2030-01-01T00:00:00Z")]
    [InlineData("daily", "2028-02-29T12:00:00Z", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z")]
    [InlineData("daily", "2026-03-29T12:00:00+02:00", "2026-03-29T00:00:00Z", "2026-03-30T00:00:00Z")]
    [InlineData("weekly", "2030-01-07T00:00:00Z", "2030-01-07T00:00:00Z", "2030-01-14T00:00:00Z")]
    [InlineData("weekly", "2030-01-06T23:59:59Z", "2029-12-31T00:00:00Z", "2030-01-07T00:00:00Z")]
    [InlineData("weekly", "2027-01-01T12:00:00Z", "2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z")]
    [InlineData("weekly", "2027-01-03T23:00:00Z", "2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z")]
    [InlineData("weekly", "2024-12-30T00:00:00Z", "2024-12-30T00:00:00Z", "2025-01-06T00:00:00Z")]
    [InlineData("weekly", "2030-01-07T01:00:00+02:00", "2029-12-31T00:00:00Z", "2030-01-07T00:00:00Z")]
    [InlineData("monthly", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z")]
    [InlineData("monthly", "2028-02-29T23:59:59Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z")]
    [InlineData("monthly", "2029-12-31T23:59:59Z", "2029-12-01T00:00:00Z", "2030-01-01T00:00:00Z")]
    [InlineData("monthly", "2030-03-01T01:00:00+02:00", "2030-02-01T00:00:00Z", "2030-03-01T00:00:00Z")]
    public void A_moment_belongs_to_one_window(string period, string moment, string start, string end)
    {
        var window = new Period(period).StartOf(At(moment));
        Assert.Equal((At(start), At(end)), (window, new Period(period).EndOf(window)));
        Assert.Equal(TimeSpan.Zero, window.Offset);

        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("hourly")]
    [InlineData("daily")]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public void Windows_follow_each_other_without_gap_or_overlap(string name)
    {
        var (period, random) = (new Period(name), new Random(7));
        for (var i = 0; i < 2000; i++)
        {
            var moment = DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.FromDays(36_500).Ticks));
            var start = period.StartOf(moment);
            var end = period.EndOf(start);
            Assert.True(start <= moment && moment < end, $"{moment:O}");
            Assert.Equal((start, end), (period.StartOf(end.AddTicks(-1)), period.StartOf(end)));
        }
    }

    [Theory]
    [InlineData("Hourly")]
    [InlineData("yearly")]
    [InlineData("")]
    public void There_are_four_periods_and_no_other(string name)
    {
        Assert.Throws<ArgumentException>(() => new Period(name));
        Assert.Null(Period.Find(name));
        Assert.Equal(["hourly", "daily", "weekly", "monthly"], Period.All.Select(static period => period.Name));
    }
}

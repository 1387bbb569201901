namespace GeekCafe.Tests;

/// <summary>
/// How long tests go on that could go on for ever: random sequences, every token of a file. GEEKCAFE_CAMPAIGN says how many times as long as in CI, where
/// it is once; eng/campaign.sh runs them so.
/// </summary>
internal static class Campaign
{
    /// <summary>How many times as long: 1 or more.</summary>
    public static int Times { get; } = int.TryParse(Environment.GetEnvironmentVariable("GEEKCAFE_CAMPAIGN"), out var times) && times > 1 ? times : 1;
}

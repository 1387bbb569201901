using System.Net;
using System.Net.Sockets;
using GeekCafe.Local;

namespace Community.Local;

/// <summary>Two tenants, Acme and Globex, walk through everything the community does, over HTTP, against a host of their own.</summary>
internal static class Tour
{
    private static readonly (string Title, Func<Guide, Task> Walk)[] Chapters =
    [
        ("People", PeopleChapter.WalkAsync),
        ("Groups", GroupChapter.WalkAsync),
        ("Events and who comes", EventChapter.WalkAsync),
        ("Conversations", MessageChapter.WalkAsync),
        ("Votes", VoteChapter.WalkAsync),
        ("Programs and website analytics", AnalyticsChapter.WalkAsync),
        ("Nobody sees another tenant", TenantChapter.WalkAsync),
    ];

    /// <summary>Walks, and says what happened.</summary>
    /// <returns>0 when all was as it should be, otherwise 1.</returns>
    public static async Task<int> RunAsync()
    {
        using var stop = new CancellationTokenSource();
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var host = LocalHost.RunAsync<CommunityApplication>(["--urls", url.ToString(), "--data", ":memory:"], stop: stop.Token);
        using var http = new HttpClient { BaseAddress = url };
        var guide = new Guide(http, Console.Out);
        try
        {
            await guide.WaitForHostAsync(host);
            foreach (var (title, walk) in Chapters)
            {
                await guide.BeginAsync(title);
                await walk(guide);
            }

            await Console.Out.WriteLineAsync($"\n{guide.Requests} requests, all as they should be.");
            return 0;
        }
        catch (TourException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        finally
        {
            await stop.CancelAsync();
            await host;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

/// <summary>Something on the tour was not as it should be.</summary>
internal sealed class TourException(string message) : Exception(message);

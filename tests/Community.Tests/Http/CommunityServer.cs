using GeekCafe.Community.Tests.Hosting;
using GeekCafe.Community.Tests.Http;

[assembly: AssemblyFixture(typeof(CommunityServer))]

namespace GeekCafe.Community.Tests.Http;

/// <summary>The community on this machine, started once for all tests. Tests keep apart by tenants with names nobody else has.</summary>
public sealed class CommunityServer : IAsyncLifetime
{
    private HostProcess? _host;

    public Uri Url => _host!.Url;

    public async ValueTask InitializeAsync() => _host = await HostProcess.StartAsync("Community.Local", "--data", ":memory:");

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A tenant's name that is used by one test only.</summary>
    public static string NewTenant() => $"t-{Guid.NewGuid():N}";

    /// <summary>Without a token.</summary>
    public ApiClient Anonymous() => new(Url, null);

    /// <summary>With a token of the host.</summary>
    public Task<ApiClient> SignInAsync(string tenantId, string userId, params string[] roles) => ApiClient.SignInAsync(Url, tenantId, userId, roles);

    /// <summary>A user of a tenant of his own.</summary>
    public Task<ApiClient> SignInAsync(string userId = "ana") => SignInAsync(NewTenant(), userId);
}

using System.Text.RegularExpressions;
using GeekCafe.Community.Tests.Kit;
using GeekCafe.Lambda;

namespace GeekCafe.Community.Tests.Handlers;

/// <summary>Each operation of the community is a function of its own, each resource is one, and all together are one.</summary>
public sealed class OperationTests(CommunityFixture app) : IClassFixture<CommunityFixture>
{
    /// <summary>Without credentials what is served is 401, here even what is public, and nothing else is: routing comes first.</summary>
    private static readonly (string, string) Closed = ("GEEKCAFE_AUTHENTICATION", "claims");

    private IReadOnlyList<ApiOperation> All => app.Services.Operations;

    [Fact]
    public async Task An_operation_alone_serves_itself_and_no_other()
    {
        foreach (var operation in All) await ServesAsync(operation.Name, [operation]);
    }

    [Fact]
    public async Task A_resource_serves_its_operations_and_no_other()
    {
        foreach (var resource in All.GroupBy(static each => each.Resource)) await ServesAsync(resource.Key, [.. resource]);
    }

    [Fact]
    public Task Everything_serves_everything() => ServesAsync("api", All);

    [Fact]
    public void No_two_operations_have_one_name() => Assert.Equal(All.Count, All.Select(static each => each.Name).Distinct().Count());

    private async Task ServesAsync(string handler, IReadOnlyList<ApiOperation> served)
    {
        using var function = app.Function(handler, Closed);
        Assert.Equal(served.Select(static each => each.Name), function.Operations.Select(static each => each.Name));
        foreach (var asked in All)
        {
            // A literal of one route may be a parameter of another: /events/upcoming is also /events/{id}.
            var path = Regex.Replace(asked.Route, "{[^}]*}", "x1");
            var isServed = served.Any(each => each.Method == asked.Method && Fits(each.Route, path));
            var status = (await function.Anonymous.SendAsync(asked.Method, path, null)).StatusCode;
            if (isServed) Assert.Equal(401, status);
            else Assert.Contains(status, new[] { 404, 405 });
        }
    }

    private static bool Fits(string route, string path) => Regex.IsMatch(path, $"^{Regex.Replace(route, "{[^}]*}", "[^/]+")}$");
}

using GeekCafe.Description;

namespace GeekCafe.Cli.Tests.Templates.Cdk;

/// <summary>Deployments whose stacks are compared with their templates, by name.</summary>
internal static class Stacks
{
    public static Dictionary<string, DeploymentPlan> Of(Func<ApplicationManifest, ApplicationManifest>? change = null)
    {
        var domain = ManifestReader.Parse(ManifestReader.Read(Compiled.Domain), Compiled.Domain);
        var (small, everything) = change is null ? (domain, Samples.Everything) : (change(domain), change(Samples.Everything));
        return new()
        {
            ["domain"] = DeploymentPlan.Of(small, new()),
            ["everything"] = DeploymentPlan.Of(everything, new() { Tenants = ["t1", "t2"], TenantTagged = true }),
            ["one"] = DeploymentPlan.Of(everything, new() { Functions = FunctionSplit.One, Architecture = "x86_64", Tenants = ["t1", "t2"] }),
            ["pages"] = DeploymentPlan.Of(everything, Pages with { Api = ApiKind.Http }),
            ["pages-rest"] = DeploymentPlan.Of(everything, Pages),
            ["rest"] = DeploymentPlan.Of(everything, new() { Api = ApiKind.Rest, Tenants = ["t1", "t2"] }),
        };
    }

    private static DeploymentOptions Pages => new()
    {
        Api = ApiKind.Rest,
        Tenants = ["t1"],
        CorsOrigins = ["https://a.example", "https://b.example"],
        Variables = [new("COMMUNITY_TEXT", "it's \"so\": ${x}")],
    };
}

using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Templates;

public sealed class CdkTests
{
    /// <summary>A folder for <c>eng/cdk.sh</c>, which has CDK synthesize what is written there: too heavy for every run of the tests.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("GEEKCAFE_CDK");

    public static TheoryData<string> Stacks => [.. Plans.Keys];

    private static Dictionary<string, DeploymentPlan> Plans { get; } = new()
    {
        ["domain"] = Compiled.Plan(),
        ["everything"] = DeploymentPlan.Of(Samples.Everything, new() { Tenants = ["t1", "t2"] }),
        ["one"] = DeploymentPlan.Of(Samples.Everything, new() { Functions = FunctionSplit.One, Architecture = "x86_64", Tenants = ["t1", "t2"] }),
        ["pages"] = DeploymentPlan.Of(Samples.Everything, Pages with { Api = ApiKind.Http }),
        ["pages-rest"] = DeploymentPlan.Of(Samples.Everything, Pages),
        ["rest"] = DeploymentPlan.Of(Samples.Everything, new() { Api = ApiKind.Rest, Tenants = ["t1", "t2"] }),
    };

    private static DeploymentOptions Pages => new()
    {
        Api = ApiKind.Rest,
        Tenants = ["t1"],
        CorsOrigins = ["https://a.example", "https://b.example"],
        Variables = [new("COMMUNITY_TEXT", "it's \"so\": ${x}")],
    };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_has_a_row_for_each_function_and_route(string name)
    {
        var plan = Plans[name];
        var (typescript, csharp) = (CdkStack.Write(plan, "typescript", "x"), CdkStack.Write(plan, "csharp", "x"));
        Assert.All(plan.Functions, function =>
        {
            Assert.Contains($"id: '{function.Id}', handler: '{function.Handler}', actions: [{string.Join(", ", function.Access.Actions.Select(static action => $"'{action}'"))}]", typescript, StringComparison.Ordinal);
            Assert.Contains($"(\"{function.Id}\", \"{function.Handler}\", [{string.Join(", ", function.Access.Actions.Select(static action => $"\"{action}\""))}]", csharp, StringComparison.Ordinal);
        });
        Assert.All(plan.Manifest.Operations, operation =>
        {
            Assert.Contains($"{{ name: '{operation.Name}', method: '", typescript, StringComparison.Ordinal);
            Assert.Contains($"(\"{operation.Name}\", \"", csharp, StringComparison.Ordinal);
        });
    }

    /// <summary>First run of <c>eng/cdk.sh</c>: writes the stacks.</summary>
    [Fact]
    public void Stacks_are_written_for_cdk()
    {
        if (Folder is null) Assert.Skip("GEEKCAFE_CDK is not set; run eng/cdk.sh.");
        foreach (var (name, plan) in Plans)
        {
            File.WriteAllText(Path.Combine(Folder, $"{name}.ts"), CdkStack.Write(plan, "typescript", "x"));
            Directory.CreateDirectory(Path.Combine(Folder, "cs", name));
            File.WriteAllText(Path.Combine(Folder, "cs", name, "Stack.cs"), CdkStack.Write(plan, "csharp", "x"));
        }
    }

    /// <summary>Second run: compares what CDK made of them.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_deploys_what_the_sam_template_does(string name)
    {
        if (Folder is null) Assert.Skip("GEEKCAFE_CDK is not set; run eng/cdk.sh.");
        var sam = new Deployed(SamTemplate.Of(Plans[name])).Lines().ToArray();
        Assert.NotEmpty(sam);
        var synthesized = Directory.GetFiles(Folder, $"*{name}.template.json", SearchOption.AllDirectories);
        Assert.NotEmpty(synthesized);
        Assert.All(synthesized, file => Assert.Equal(sam, new Deployed(JsonNode.Parse(File.ReadAllText(file))!.AsObject()).Lines()));
    }
}

using GeekCafe.Description;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>What CloudFormation would not take.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("each", "use --functions resource or --functions one")]
    [InlineData("resource", "use --functions one")]
    public void More_resources_than_a_stack_takes_are_refused_with_a_way_out(string functions, string message)
    {
        var split = Enum.Parse<FunctionSplit>(functions, ignoreCase: true);
        var plan = DeploymentPlan.Of(Application(200), new() { Functions = split });
        Assert.Contains($"CloudFormation takes 500; {message}", Refusal(() => SamTemplate.Write(plan, "x")), StringComparison.Ordinal);
        foreach (var language in (string[])["typescript", "csharp"]) Assert.Contains(message, Refusal(() => CdkStack.Write(plan, language, "x")), StringComparison.Ordinal);
        Assert.NotEmpty(SamTemplate.Write(DeploymentPlan.Of(Application(200), new() { Functions = FunctionSplit.One }), "x"));
    }

    [Fact]
    public void Schedules_of_many_tenants_are_refused_with_a_way_out()
    {
        var plan = DeploymentPlan.Of(Samples.Everything, new() { Functions = FunctionSplit.One, Tenants = [.. Enumerable.Range(0, 500).Select(static number => $"t{number}")] });
        Assert.Contains("name fewer tenants", Refusal(() => SamTemplate.Write(plan, "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_longer_template_than_cloudformation_takes_is_refused_with_a_way_out()
    {
        var plan = DeploymentPlan.Of(Application(2500), new() { Functions = FunctionSplit.One });
        Assert.Contains("CloudFormation takes 1048576; split the application over several assemblies", Refusal(() => SamTemplate.Write(plan, "x")), StringComparison.Ordinal);
    }

    private static string Refusal(Action write) => Assert.Throws<ToolException>(write).Message;

    /// <summary>Each operation of a resource of its own.</summary>
    private static ApplicationManifest Application(int operations) => new()
    {
        Operations = [.. Enumerable.Range(0, operations).Select(static number => new ManifestOperation($"r{number}.read", "GET", $"/r{number}", $"r{number}", "custom"))],
    };
}

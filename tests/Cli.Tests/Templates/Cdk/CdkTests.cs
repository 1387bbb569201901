using GeekCafe.Cli.Tests.Node;

namespace GeekCafe.Cli.Tests.Templates.Cdk;

public sealed class CdkTests(TypeScriptStacks typescript) : IClassFixture<TypeScriptStacks>
{
    private static readonly Dictionary<string, DeploymentPlan> Plans = Stacks.Of();

    public static TheoryData<string> Names => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stack_has_a_row_for_each_function_and_route(string name)
    {
        var plan = Plans[name];
        var (script, csharp) = (CdkStack.Write(plan, "typescript", "x"), CdkStack.Write(plan, "csharp", "x"));
        Assert.All(plan.Functions, function =>
        {
            Assert.Contains($"id: '{function.Id}', handler: '{function.Handler}', actions: [{string.Join(", ", function.Access.Actions.Select(static action => $"'{action}'"))}]", script, StringComparison.Ordinal);
            Assert.Contains($"(\"{function.Id}\", \"{function.Handler}\", [{string.Join(", ", function.Access.Actions.Select(static action => $"\"{action}\""))}]", csharp, StringComparison.Ordinal);
        });
        Assert.All(plan.Manifest.Operations, operation =>
        {
            Assert.Contains($"{{ name: '{operation.Name}', method: '", script, StringComparison.Ordinal);
            Assert.Contains($"(\"{operation.Name}\", \"", csharp, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stack_in_typescript_deploys_what_the_sam_template_does(string name)
    {
        if (NodePackages.Missing is { } missing) Assert.Skip(missing);
        Assert.Equal(new Deployed(SamTemplate.Of(Plans[name])).Lines(), new Deployed(typescript.Template(name)).Lines());
    }
}

using System.Globalization;
using GeekCafe.Description;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>Templates against the published schemas of resources.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("each", "http", "arm64")]
    [InlineData("resource", "rest", "x86_64")]
    [InlineData("one", "http", "arm64")]
    public void Sam_templates_are_as_the_schemas_say(string functions, string api, string architecture)
    {
        if (CfnLint.Missing is { } missing) Assert.Skip(missing);
        var template = Compiled.Run("sam", Compiled.Domain, "--functions", functions, "--api", api, "--architecture", architecture, "--code", ".");
        Assert.Equal("", CfnLint.Check(template));
    }

    [Fact]
    public void Streams_jobs_keys_and_public_routes_are_as_the_schemas_say()
    {
        if (CfnLint.Missing is { } missing) Assert.Skip(missing);
        foreach (var options in (DeploymentOptions[])[new() { Code = "." }, new() { Code = ".", Api = ApiKind.Rest, Functions = FunctionSplit.One, Tenants = ["t1", "t2"] }])
        {
            Assert.Equal("", CfnLint.Check(SamTemplate.Write(DeploymentPlan.Of(Samples.Everything, options), "x")));
        }
    }

    [Fact]
    public void The_table_alone_is_as_the_schema_says()
    {
        if (CfnLint.Missing is { } missing) Assert.Skip(missing);
        Assert.Equal("", CfnLint.Check(Compiled.Run("cloudformation", Compiled.Domain)));
        Assert.Equal("", CfnLint.Check(TableTemplate.Write(Samples.Everything, "x")));
    }

    [Theory]
    [InlineData("KeyType: HASH", "KeyType: HASHED")]
    [InlineData("BillingMode:", "Billing:")]
    public void The_check_notices_a_mistake(string right, string wrong)
    {
        if (CfnLint.Missing is { } missing) Assert.Skip(missing);
        var template = Compiled.Run("cloudformation", Compiled.Domain);
        Assert.Contains(right, template, StringComparison.Ordinal);
        Assert.NotEqual("", CfnLint.Check(template.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void More_resources_than_a_stack_takes_are_refused_with_a_way_out()
    {
        var many = new ApplicationManifest
        {
            Operations = [.. Enumerable.Range(0, 200).Select(static number => new ManifestOperation($"x.a{number.ToString(CultureInfo.InvariantCulture)}", "GET", $"/a{number}", "x", "custom"))],
        };
        Assert.Contains("use --functions resource", Assert.Throws<ToolException>(() => SamTemplate.Of(DeploymentPlan.Of(many, new()))).Message, StringComparison.Ordinal);
        Assert.NotEmpty(SamTemplate.Of(DeploymentPlan.Of(many, new() { Functions = FunctionSplit.Resource })));
    }
}

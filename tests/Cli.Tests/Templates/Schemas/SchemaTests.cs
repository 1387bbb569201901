using System.Text.Json.Nodes;
using GeekCafe.Cli.Tests.Node;

namespace GeekCafe.Cli.Tests.Templates.Schemas;

/// <summary>Templates, as other programs read them, against CloudFormation's specification of resources.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("sam")]
    [InlineData("sam", "--functions", "resource", "--api", "rest", "--architecture", "x86_64")]
    [InlineData("sam", "--functions", "one", "--cors", "https://a.example", "--cors", "https://b.example", "--variable", "TEXT=it's: \"so\"")]
    [InlineData("sam", "--api", "rest", "--tenant-tagged", "--cors", "*", "--tenant", "t1", "--tenant", "t2")]
    [InlineData("cloudformation")]
    public void Templates_of_assemblies_are_as_the_specification_says(params string[] command)
    {
        if (NodePackages.Missing is { } missing) Assert.Skip(missing);
        foreach (var assembly in (string[])[Compiled.Domain, Compiled.Community]) AssertRight(YamlReader.Read(Compiled.Run([command[0], assembly, .. command[1..]])));
    }

    [Fact]
    public void Streams_jobs_keys_and_public_routes_are_as_the_specification_says()
    {
        if (NodePackages.Missing is { } missing) Assert.Skip(missing);
        foreach (var options in (DeploymentOptions[])[new(), new() { Api = ApiKind.Rest, Functions = FunctionSplit.One, Tenants = ["t1", "t2"] }])
        {
            AssertRight(SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, options)));
        }

        AssertRight(TableTemplate.Of(Samples.Everything));
    }

    [Fact]
    public void Yaml_says_what_was_meant()
    {
        if (NodePackages.Missing is { } missing) Assert.Skip(missing);
        var template = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { CorsOrigins = ["*"], Variables = [new("NUMBER", "012"), new("TEXT", "it's: \"so\" # {x}"), new("EMPTY", "")] }));
        Assert.True(JsonNode.DeepEquals(template, YamlReader.Read(Yaml.Write(template, "x"))));
    }

    [Theory]
    [InlineData("BillingMode:", "Billing:", "Table has no Billing")]
    [InlineData("IndexName:", "Name:", "Table.GlobalSecondaryIndexes[0] needs IndexName")]
    [InlineData("DeletionProtectionEnabled: true", "DeletionProtectionEnabled: sometimes", "Table.DeletionProtectionEnabled is no Boolean")]
    [InlineData("BillingMode: PAY_PER_REQUEST", "BillingMode: [PAY_PER_REQUEST]", "Table.BillingMode is no String")]
    [InlineData("AWS::DynamoDB::Table", "AWS::DynamoDB::Chair", "Table: there is no AWS::DynamoDB::Chair")]
    public void A_mistake_is_noticed(string right, string wrong, string message)
    {
        if (NodePackages.Missing is { } missing) Assert.Skip(missing);
        var template = Compiled.Run("cloudformation", Compiled.Domain);
        Assert.Contains(right, template, StringComparison.Ordinal);
        Assert.Contains(message, Specification.Mistakes(YamlReader.Read(template.Replace(right, wrong, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_name_of_nothing_is_noticed()
    {
        var template = TableTemplate.Of(Samples.Everything);
        template["Outputs"]!["TableName"]!["Value"] = Cfn.Sub("${Chair.Arn}/${AWS::Region}");
        Assert.Equal(["Chair"], References.Dangling(template));
    }

    private static void AssertRight(JsonObject template)
    {
        Assert.Empty(Specification.Mistakes(template));
        Assert.Empty(References.Dangling(template));
    }
}

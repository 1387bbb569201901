using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli.Tests.Policies;

public sealed class PolicyTests
{
    private const string Arn = "arn:aws:dynamodb:eu-central-1:111122223333:table/shop";

    [Theory]
    [InlineData("each")]
    [InlineData("resource")]
    [InlineData("one")]
    public void No_policy_scans_administers_or_names_everything(string functions)
    {
        var policies = JsonNode.Parse(Compiled.Run("iam", Compiled.Domain, "--functions", functions, "--table-arn", Arn))!.AsObject();
        Assert.NotEmpty(policies);
        foreach (var statement in policies.SelectMany(static policy => policy.Value!["Statement"]!.AsArray()))
        {
            var actions = statement!["Action"]!.AsArray().Select(static action => (string)action!).ToArray();
            Assert.All(actions, static action => Assert.Contains(action["dynamodb:".Length..], TableAccess.Known));
            Assert.DoesNotContain("dynamodb:Scan", actions);
            var resources = statement["Resource"] is JsonArray list ? list.Select(static each => (string)each!) : [(string)statement["Resource"]!];
            Assert.All(resources, static resource => Assert.StartsWith(Arn, resource, StringComparison.Ordinal));
            Assert.All(resources, static resource => Assert.DoesNotContain('*', resource));
        }
    }

    [Fact]
    public void A_list_by_an_index_may_query_that_index_alone()
    {
        var policy = JsonNode.Parse(Compiled.Run("iam", Compiled.Domain, "--table-arn", Arn))!["notes.listByTopic"]!["Statement"]!.AsArray();
        var only = Assert.Single(policy)!;
        Assert.Equal("""["dynamodb:Query"]""", only["Action"]!.ToJsonString());
        Assert.Equal($"""["{Arn}/index/gsi1"]""", only["Resource"]!.ToJsonString());
    }

    [Fact]
    public void What_a_hook_does_is_granted_by_name()
    {
        var policies = JsonNode.Parse(Compiled.Run("iam", Compiled.Domain, "--table-arn", Arn, "--grant", "shelves.create=GetItem"))!;
        Assert.Equal("""["dynamodb:GetItem","dynamodb:PutItem"]""", policies["shelves.create"]!["Statement"]![0]!["Action"]!.ToJsonString());
        Assert.Equal("""["dynamodb:PutItem"]""", policies["notes.create"]!["Statement"]![0]!["Action"]!.ToJsonString());
    }

    [Theory]
    [InlineData("GET", false)]
    [InlineData("POST", true)]
    public void A_custom_operation_may_write_unless_it_is_a_get(string method, bool writes)
    {
        var manifest = new ApplicationManifest
        {
            Table = new() { Indexes = [new("gsi1") { PartitionKey = "gsi1_pk", SortKey = "gsi1_sk" }] },
            Operations = [new("notes.sum", method, "/notes/sum", "notes", "custom")],
        };
        var access = Assert.Single(DeploymentPlan.Of(manifest, new()).Functions).Access;
        Assert.Equal(["gsi1"], access.Indexes);
        Assert.Equal(writes, access.Actions.Contains("PutItem"));
        Assert.Contains("GetItem", access.Actions);
        Assert.DoesNotContain("Scan", access.Actions);
    }

    [Theory]
    [InlineData("create", "POST", "Authorize", "BatchGetItem GetItem PutItem Query")]
    [InlineData("create", "POST", "Validate", "BatchGetItem GetItem PutItem Query")]
    [InlineData("create", "POST", "OnCreated", null)]
    [InlineData("create", "POST", "AuthorizeReads OnUpdated OnDeleted OnRestored", "PutItem")]
    [InlineData("batchCreate", "POST", "OnCreated", null)]
    [InlineData("get", "GET", "Authorize", "BatchGetItem GetItem Query")]
    [InlineData("get", "GET", "AuthorizeReads Validate", "GetItem")]
    [InlineData("list", "GET", "Authorize", "BatchGetItem GetItem Query")]
    [InlineData("list", "GET", "AuthorizeReads", "BatchGetItem GetItem Query")]
    [InlineData("batchGet", "POST", "AuthorizeReads", "BatchGetItem GetItem Query")]
    [InlineData("patch", "PATCH", "Validate", "BatchGetItem GetItem Query UpdateItem")]
    [InlineData("replace", "PUT", "OnUpdated", null)]
    [InlineData("delete", "DELETE", "Validate", "GetItem UpdateItem")]
    [InlineData("delete", "DELETE", "OnDeleted", null)]
    [InlineData("restore", "POST", "Authorize", "BatchGetItem GetItem Query UpdateItem")]
    [InlineData("restore", "POST", "OnRestored", null)]
    public void What_a_hook_is_asked_for_may_read_and_what_it_is_told_may_write(string kind, string method, string hooks, string? actions)
    {
        var manifest = new ApplicationManifest
        {
            Table = new() { Indexes = [new("gsi1") { PartitionKey = "gsi1_pk", SortKey = "gsi1_sk" }] },
            Resources = [new("notes", "Note") { Hooks = hooks.Split(' ') }],
            Operations = [new($"notes.{kind}", method, "/notes", "notes", kind)],
        };
        var access = Assert.Single(DeploymentPlan.Of(manifest, new()).Functions).Access;
        Assert.Equal(actions is null ? TableAccess.Known : actions.Split(' '), access.Actions);
        Assert.Equal(actions is null || actions.Contains("Query", StringComparison.Ordinal), access.Indexes.Contains("gsi1"));
    }

    [Fact]
    public void A_tagged_session_reaches_the_partitions_of_its_tenant_alone()
    {
        var policy = JsonNode.Parse(Compiled.Run("iam", Compiled.Domain, "--tenant-tagged", "--table-arn", Arn))!;
        var statement = Assert.Single(policy["Statement"]!.AsArray())!;
        Assert.Equal("""{"ForAllValues:StringLike":{"dynamodb:LeadingKeys":["TENANT#${aws:PrincipalTag/tenant}","TENANT#${aws:PrincipalTag/tenant}#*"]},"Null":{"dynamodb:LeadingKeys":"false"}}""",
            statement["Condition"]!.ToJsonString());
        Assert.Equal([Arn, $"{Arn}/index/gsi1", $"{Arn}/index/gsi2", $"{Arn}/index/lsi1"], statement["Resource"]!.AsArray().Select(static each => (string)each!));
        Assert.DoesNotContain("dynamodb:Scan", statement["Action"]!.AsArray().Select(static each => (string)each!));
    }

    [Theory]
    [InlineData("TENANT#{TenantId}", "TENANT#ana", true)]
    [InlineData("TENANT#{TenantId}#TOPIC#{Topic}", "TENANT#ana#TOPIC#x", true)]
    [InlineData("ORG#{TenantId}", "ORG#ana", true)]
    [InlineData("ORG#{TenantId}", "ORG#ana#UNIQUE#x", true)]
    [InlineData("TENANT#{TenantId}", "TENANT#ana2", false)]
    [InlineData("TENANT#{TenantId}", "TENANT#bob#x", false)]
    [InlineData("ORG#{TenantId}", "ORG#anaconda#x", false)]
    public void The_patterns_of_a_tagged_session_match_its_keys_and_no_others(string pattern, string key, bool matches)
    {
        var manifest = new ApplicationManifest { Resources = [new("x", "X") { PartitionKey = pattern }] };
        var values = TenantPolicy.Of(manifest).Document(Arn, static name => name)["Statement"]![0]!["Condition"]!["ForAllValues:StringLike"]!["dynamodb:LeadingKeys"]!.AsArray()
            .Select(static value => ((string)value!).Replace("${aws:PrincipalTag/tenant}", "ana", StringComparison.Ordinal));
        Assert.Equal(matches, values.Any(value => value.EndsWith('*') ? key.StartsWith(value[..^1], StringComparison.Ordinal) : key == value));
    }

    [Fact]
    public void A_tenant_behind_another_value_is_refused()
    {
        var manifest = new ApplicationManifest { Resources = [new("x", "X") { PartitionKey = "{Region}#{TenantId}" }] };
        Assert.Contains("let it begin with the tenant", Assert.Throws<ToolException>(() => TenantPolicy.Of(manifest)).Message, StringComparison.Ordinal);
    }
}

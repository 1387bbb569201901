using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Templates;

/// <summary>What SAM templates hold.</summary>
public sealed class SamTemplateTests
{
    private static readonly JsonObject Each = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new()));
    private static readonly JsonObject One = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { Functions = FunctionSplit.One }));

    [Fact]
    public void Each_operation_job_and_the_stream_is_a_function_by_its_handler() => Assert.Equal(
        ["streams", "votes.create", "votes.get", "votes.health", "votes.history", "votes.ingest", "votes.listByTarget", "votes.recount", "votes.repair"], Handlers(Each));

    [Fact]
    public void One_function_serves_all_operations() => Assert.Equal(["api", "streams", "votes.recount", "votes.repair"], Handlers(One));

    [Theory]
    [InlineData("each", 900)]
    [InlineData("resource", 900)]
    public void An_operation_and_a_job_of_one_name_are_one_function_with_one_policy_and_one_id(string functions, int seconds)
    {
        var split = Enum.Parse<FunctionSplit>(functions, ignoreCase: true);
        var plan = DeploymentPlan.Of(Samples.Everything with
        {
            Operations = [.. Samples.Everything.Operations, new("votes.recount", "GET", "/votes/recount", "votes", "custom")],
        }, new() { Functions = split });
        var function = Assert.Single(plan.Functions, static each => each.Handler == "votes.recount");
        Assert.Equal(("VotesRecountFunction", seconds, split == FunctionSplit.Each), (function.Id, function.Seconds, function.IsApi));
        Assert.Equal(TableAccess.Known, function.Access.Actions);
        Assert.Single(FunctionPolicies.Of(plan, "arn"), static policy => policy.Key == "votes.recount");
        var resources = SamTemplate.Of(plan)["Resources"]!.AsObject();
        Assert.Equal("VotesRecountFunction", (string?)resources["VotesRecountFunctionSchedule"]!["Properties"]!["Target"]!["Arn"]!["Fn::GetAtt"]![0]);
        Assert.Equal(split == FunctionSplit.Each, resources.ContainsKey("VotesRecountFunctionPermission"));
    }

    [Fact]
    public void One_function_has_one_permission_however_many_routes_it_serves() =>
        Assert.Single(One["Resources"]!.AsObject(), static resource => (string?)resource.Value!["Type"] == "AWS::Lambda::Permission");

    [Fact]
    public void A_function_may_be_called_from_its_own_route_alone() =>
        Assert.EndsWith(":${Api}/*/GET/targets/*/votes", (string)Each["Resources"]!["VotesListByTargetFunctionPermission"]!["Properties"]!["SourceArn"]!["Fn::Sub"]!, StringComparison.Ordinal);

    [Theory]
    [InlineData("/votes", "post", true)]
    [InlineData("/ingest", "post", false)]
    [InlineData("/health", "get", false)]
    public void The_gateway_asks_for_a_token_unless_the_function_authenticates(string path, string method, bool asks)
    {
        foreach (var template in (JsonObject[])[Each, One])
        {
            Assert.Equal(asks, template["Resources"]!["Api"]!["Properties"]!["DefinitionBody"]!["paths"]![path]![method]!["security"] is not null);
        }
    }

    [Fact]
    public void Rest_paths_name_a_place_once()
    {
        var paths = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { Api = ApiKind.Rest }))["Resources"]!["Api"]!["Properties"]!["DefinitionBody"]!["paths"]!.AsObject();
        Assert.Contains("/votes/{id}/history", paths.Select(static path => path.Key));
        Assert.Contains("/votes/{voteId}/history", Each["Resources"]!["Api"]!["Properties"]!["DefinitionBody"]!["paths"]!.AsObject().Select(static path => path.Key));
    }

    [Fact]
    public void The_table_is_kept_recoverable_and_protected()
    {
        var table = Each["Resources"]!["Table"]!;
        Assert.Equal("Retain", (string?)table["DeletionPolicy"]);
        Assert.Equal("Retain", (string?)table["UpdateReplacePolicy"]);
        Assert.True((bool)table["Properties"]!["DeletionProtectionEnabled"]!);
        Assert.True((bool)table["Properties"]!["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!);
        Assert.Equal("ttl", (string?)table["Properties"]!["TimeToLiveSpecification"]!["AttributeName"]);
        Assert.Equal("NEW_AND_OLD_IMAGES", (string?)table["Properties"]!["StreamSpecification"]!["StreamViewType"]);
        Assert.Equal(["gsi1", "zones"], table["Properties"]!["GlobalSecondaryIndexes"]!.AsArray().Select(static index => (string)index!["IndexName"]!));
        Assert.Equal("""[{"AttributeName":"tenant_id","KeyType":"HASH"},{"AttributeName":"zone","KeyType":"HASH"},{"AttributeName":"row","KeyType":"RANGE"},{"AttributeName":"code","KeyType":"RANGE"}]""",
            table["Properties"]!["GlobalSecondaryIndexes"]![1]!["KeySchema"]!.ToJsonString());
    }

    [Fact]
    public void A_batch_reports_its_failures_and_what_never_succeeds_goes_to_a_queue()
    {
        var changes = Each["Resources"]!["StreamsFunction"]!["Properties"]!["Events"]!["Changes"]!["Properties"]!;
        Assert.Equal("""["ReportBatchItemFailures"]""", changes["FunctionResponseTypes"]!.ToJsonString());
        Assert.True((bool)changes["BisectBatchOnFunctionError"]!);
        Assert.Equal(10, (int)changes["MaximumRetryAttempts"]!);
        Assert.Equal("""{"OnFailure":{"Destination":{"Fn::GetAtt":["StreamFailures","Arn"]}}}""", changes["DestinationConfig"]!.ToJsonString());
    }

    [Fact]
    public void A_job_with_a_schedule_runs_for_each_tenant()
    {
        var resources = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { Tenants = ["t1", "t2"] }))["Resources"]!.AsObject();
        var inputs = resources.Where(static each => (string?)each.Value!["Type"] == "AWS::Scheduler::Schedule").Select(static each => (string)each.Value!["Properties"]!["Target"]!["Input"]!);
        Assert.Equal(["""{"job":"votes.recount","tenantId":"t1"}""", """{"job":"votes.recount","tenantId":"t2"}"""], inputs);
    }

    [Fact]
    public void Sessions_tagged_with_a_tenant_have_a_role_where_it_is_asked_for()
    {
        Assert.False(Each["Resources"]!.AsObject().ContainsKey("TenantRole"));
        var role = SamTemplate.Of(DeploymentPlan.Of(Samples.Everything, new() { TenantTagged = true }))["Resources"]!["TenantRole"]!["Properties"]!;
        var trust = role["AssumeRolePolicyDocument"]!["Statement"]![0]!;
        Assert.Equal("""["sts:AssumeRole","sts:TagSession"]""", trust["Action"]!.ToJsonString());
        Assert.Equal("false", (string?)trust["Condition"]!["Null"]!["aws:RequestTag/tenant"]);
        var allowed = role["Policies"]![0]!["PolicyDocument"]!["Statement"]![0]!;
        Assert.Contains("TENANT#${aws:PrincipalTag/tenant}", allowed["Condition"]!["ForAllValues:StringLike"]!["dynamodb:LeadingKeys"]!.AsArray().Select(static key => (string)key!));
        Assert.Equal("""[{"Fn::GetAtt":["Table","Arn"]},{"Fn::Sub":"${Table.Arn}/index/gsi1"},{"Fn::Sub":"${Table.Arn}/index/lsi1"}]""", allowed["Resource"]!.ToJsonString());
    }

    [Fact]
    public void No_role_names_everything()
    {
        foreach (var role in Each["Resources"]!.AsObject().Where(static each => (string?)each.Value!["Type"] == "AWS::IAM::Role"))
        {
            var statements = role.Value!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
            Assert.DoesNotContain(statements, static statement => statement!["Resource"]!.ToJsonString() is "\"*\"" or "[\"*\"]");
            Assert.DoesNotContain(statements.SelectMany(static statement => statement!["Action"]!.AsArray()), static action => ((string)action!).Contains('*') || (string)action! == "dynamodb:Scan");
            Assert.Null(role.Value["Properties"]!["ManagedPolicyArns"]);
        }
    }

    private static IEnumerable<string> Handlers(JsonObject template) => template["Resources"]!.AsObject()
        .Where(static each => (string?)each.Value!["Type"] == "AWS::Serverless::Function").Select(static each => (string)each.Value!["Properties"]!["Handler"]!).Order(StringComparer.Ordinal);
}

using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>Functions with their roles. SAM would give a function a role of its own making, whose policies hold <c>*</c>; these hold names.</summary>
internal static class FunctionResources
{
    public const string DeadLetters = "StreamFailures";
    public const string LogGroup = "LogGroup";

    /// <summary>What all functions have in common.</summary>
    public static JsonObject Globals(DeploymentPlan plan) => new()
    {
        ["Function"] = new JsonObject
        {
            ["Runtime"] = "provided.al2023",
            ["Architectures"] = Cfn.List(plan.Options.Architecture),
            ["CodeUri"] = plan.Options.Code,
            ["MemorySize"] = 512,
            ["Timeout"] = FunctionPlan.RequestSeconds,
            ["LoggingConfig"] = new JsonObject { ["LogGroup"] = Cfn.Ref(LogGroup) },
            ["Environment"] = new JsonObject { ["Variables"] = Variables(plan) },
        },
    };

    public static void Add(JsonObject resources, FunctionPlan function)
    {
        resources[function.Role] = Cfn.Resource("AWS::IAM::Role", new()
        {
            ["AssumeRolePolicyDocument"] = PolicyDocument.Trust("lambda.amazonaws.com"),
            ["Policies"] = new JsonArray(new JsonObject { ["PolicyName"] = "function", ["PolicyDocument"] = PolicyDocument.Of(Statements(function)) }),
        });
        var properties = new JsonObject { ["Handler"] = function.Handler, ["Role"] = Cfn.Att(function.Role, "Arn") };
        if (function.Seconds != FunctionPlan.RequestSeconds) properties["Timeout"] = function.Seconds;
        if (function.IsStream)
        {
            properties["Events"] = new JsonObject { ["Changes"] = new JsonObject { ["Type"] = "DynamoDB", ["Properties"] = Changes() } };
        }

        resources[function.Id] = Cfn.Resource("AWS::Serverless::Function", properties);
    }

    /// <summary>The logs of all functions, and where batches go that could not be processed.</summary>
    public static void AddShared(JsonObject resources, DeploymentPlan plan)
    {
        resources[LogGroup] = Cfn.Resource("AWS::Logs::LogGroup", new() { ["RetentionInDays"] = 30 });
        if (!plan.HasStream) return;
        resources[DeadLetters] = Cfn.Resource("AWS::SQS::Queue", new() { ["MessageRetentionPeriod"] = 14 * 24 * 3600, ["SqsManagedSseEnabled"] = true });
    }

    private static JsonObject Variables(DeploymentPlan plan)
    {
        var variables = new JsonObject
        {
            ["GEEKCAFE_TABLE"] = Cfn.Ref(TableResource.Id),
            ["GEEKCAFE_CURSOR_KEY"] = Cfn.Sub("{{resolve:secretsmanager:${CursorKeySecret}}}"),
        };
        foreach (var (name, value) in plan.Variables) variables[name] = value;
        return variables;
    }

    /// <summary>A batch that fails is halved until the record at fault is alone, which is then reported to the queue.</summary>
    private static JsonObject Changes() => new()
    {
        ["Stream"] = Cfn.Att(TableResource.Id, "StreamArn"),
        ["StartingPosition"] = "TRIM_HORIZON",
        ["BatchSize"] = 100,
        ["FunctionResponseTypes"] = Cfn.List("ReportBatchItemFailures"),
        ["BisectBatchOnFunctionError"] = true,
        ["MaximumRetryAttempts"] = 10,
        ["DestinationConfig"] = new JsonObject { ["OnFailure"] = new JsonObject { ["Destination"] = Cfn.Att(DeadLetters, "Arn") } },
    };

    private static IEnumerable<JsonObject> Statements(FunctionPlan function)
    {
        foreach (var statement in PolicyDocument.Statements(function.Access, Cfn.Att(TableResource.Id, "Arn"), static name => Cfn.Sub($"${{Table.Arn}}/index/{name}")))
        {
            yield return statement;
        }

        if (function.IsStream)
        {
            yield return PolicyDocument.Allow("Stream", StreamActions, Cfn.Sub("${Table.Arn}/stream/*"));
            yield return PolicyDocument.Allow("Failures", ["sqs:SendMessage"], Cfn.Att(DeadLetters, "Arn"));
        }

        yield return PolicyDocument.Allow("Logs", LogActions, Cfn.Att(LogGroup, "Arn"));
    }

    /// <summary>What Lambda does with a stream in the function's name (Lambda developer guide, "Process DynamoDB records").</summary>
    public static IReadOnlyList<string> StreamActions { get; } = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"];

    /// <summary>The template makes the group, so that no function may make groups.</summary>
    public static IReadOnlyList<string> LogActions { get; } = ["logs:CreateLogStream", "logs:PutLogEvents"];
}

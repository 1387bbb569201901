using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeekCafe.Cli.Tests.Templates.Cdk;

/// <summary>
/// What a template deploys, in one form for SAM's and CDK's: a line for each function, permission of a role, route, index... Logical ids are
/// replaced by what they stand for, because CDK appends a hash to them.
/// </summary>
internal sealed partial class Deployed(JsonObject template)
{
    private readonly JsonObject _resources = template["Resources"]!.AsObject();

    public IEnumerable<string> Lines() => Table().Concat(Functions()).Concat(Api()).Concat(Others()).Concat(Tenants()).Order(StringComparer.Ordinal);

    private IEnumerable<string> Table()
    {
        var table = Assert.Single(Of("AWS::DynamoDB::Table")).Value!;
        yield return $"table {table["DeletionPolicy"]} {table["UpdateReplacePolicy"]}";
        foreach (var (name, value) in table["Properties"]!.AsObject())
        {
            if (value is not JsonArray rows) yield return $"table {name} {Text(value)}";
            else foreach (var row in rows) yield return $"table {name} {Text(row)}";
        }
    }

    private IEnumerable<string> Functions()
    {
        var shared = template["Globals"]?["Function"];
        foreach (var function in Of("AWS::Serverless::Function").Concat(Of("AWS::Lambda::Function")).Select(static each => each.Value!["Properties"]!))
        {
            JsonNode? Value(string name) => function[name] ?? shared?[name];
            var handler = (string)function["Handler"]!;
            yield return $"function {handler} {Value("Runtime")} {Text(Value("Architectures"))} {Value("MemorySize")} {Value("Timeout")} {Text(Value("LoggingConfig"))}";
            foreach (var variable in Value("Environment")!["Variables"]!.AsObject()) yield return $"function {handler} has {variable.Key} {(variable.Key is "GEEKCAFE_TABLE" or "GEEKCAFE_CURSOR_KEY" ? "" : variable.Value)}";
            var role = _resources[(string)function["Role"]!["Fn::GetAtt"]![0]!]!["Properties"]!;
            yield return $"role of {handler} {Text(role["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"])}";
            foreach (var line in Statements(role)) yield return $"role of {handler} {line}";
        }
    }

    private static IEnumerable<string> Statements(JsonNode role) =>
        from policy in role["Policies"]!.AsArray()
        from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
        from action in List(statement["Action"])
        from resource in List(statement["Resource"])
        select $"{action} {Text(resource)} {Text(statement["Condition"])}";

    private IEnumerable<string> Api()
    {
        var api = Of("AWS::Serverless::HttpApi").Concat(Of("AWS::ApiGatewayV2::Api")).Concat(Of("AWS::Serverless::Api")).Concat(Of("AWS::ApiGateway::RestApi")).Single().Value!["Properties"]!;
        var body = (api["DefinitionBody"] ?? api["Body"])!;
        yield return $"api {body["openapi"]} {Text(body["info"])} {Text(api["EndpointConfiguration"]?["Type"] ?? api["EndpointConfiguration"]?["Types"]?[0])}";
        foreach (var (name, value) in body.AsObject().Where(static each => each.Key.StartsWith("x-", StringComparison.Ordinal))) yield return $"api {name} {Text(value)}";
        foreach (var (path, methods) in body["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject()) yield return $"route {method} {path} {Text(operation)}";
        }

        foreach (var permission in Of("AWS::Lambda::Permission").Select(static each => each.Value!["Properties"]!))
        {
            yield return $"permission {permission["Principal"]} {Text(permission["SourceArn"])} {Text(permission["FunctionName"])}";
        }
    }

    private IEnumerable<string> Others()
    {
        var mapping = Of("AWS::Lambda::EventSourceMapping").Select(static each => each.Value!["Properties"]!).Concat(
            Of("AWS::Serverless::Function").Select(static each => each.Value!["Properties"]!["Events"]?["Changes"]?["Properties"]).OfType<JsonNode>());
        foreach (var properties in mapping)
        {
            foreach (var name in (string[])["StartingPosition", "BatchSize", "FunctionResponseTypes", "BisectBatchOnFunctionError", "MaximumRetryAttempts", "DestinationConfig"])
            {
                yield return $"stream {name} {Text(properties[name])}";
            }
        }

        foreach (var schedule in Of("AWS::Scheduler::Schedule").Select(static each => each.Value!["Properties"]!))
        {
            yield return $"schedule {schedule["ScheduleExpression"]} {Text(schedule["FlexibleTimeWindow"])} {schedule["Target"]!["Input"]} {Text(schedule["Target"]!["Arn"])}";
            foreach (var line in Statements(_resources[(string)schedule["Target"]!["RoleArn"]!["Fn::GetAtt"]![0]!]!["Properties"]!)) yield return $"schedules {line}";
        }

        foreach (var group in Of("AWS::Logs::LogGroup")) yield return $"logs {group.Value!["Properties"]!["RetentionInDays"]}";
        foreach (var queue in Of("AWS::SQS::Queue")) yield return $"queue {Text(queue.Value!["Properties"])}";
    }

    /// <summary>Roles that no function or service takes.</summary>
    private IEnumerable<string> Tenants() =>
        from role in Of("AWS::IAM::Role").Select(static each => each.Value!["Properties"]!)
        let trust = role["AssumeRolePolicyDocument"]!["Statement"]!.AsArray()
        where trust[0]!["Principal"]!["AWS"] is not null
        from line in trust.SelectMany(static statement => List(statement!["Action"]).Select(action => $"{action} {Text(statement["Principal"])} {Text(statement["Condition"])}")).Concat(Statements(role))
        select $"tenant {line}";

    private IEnumerable<KeyValuePair<string, JsonNode?>> Of(string type) => _resources.Where(resource => (string?)resource.Value!["Type"] == type);

    private static JsonArray List(JsonNode? value) => value is JsonArray list ? list : [value?.DeepClone()];

    /// <summary>JSON with sorted members, whose functions are replaced by texts such as <c>${Table.Arn}</c>.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list => $"[{string.Join(",", list.Select(Text))}]",
        JsonObject { Count: 1 } map when map["Ref"] is { } id => $"${{{Id((string)id!)}}}",
        JsonObject { Count: 1 } map when map["Fn::GetAtt"] is JsonArray parts => $"${{{Id((string)parts[0]!)}.{parts[1]}}}",
        JsonObject { Count: 1 } map when map["Fn::Sub"] is { } text => (string)text!,
        JsonObject { Count: 1 } map when map["Fn::Join"] is JsonArray join => string.Concat(join[1]!.AsArray().Select(Text)),
        JsonObject map => $"{{{string.Join(",", map.Where(static each => each.Value is not JsonArray { Count: 0 } || each.Key == "claims").OrderBy(static each => each.Key, StringComparer.Ordinal).Select(static each => $"{each.Key}:{Text(each.Value)}"))}}}",
        _ => node.ToString(),
    };

    private static string Id(string id) => Hash().Replace(id, "");

    [GeneratedRegex("[0-9A-F]{8}$")]
    private static partial Regex Hash();
}

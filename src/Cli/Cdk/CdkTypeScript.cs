using System.Text.Json;
using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>A CDK stack in TypeScript.</summary>
internal sealed class CdkTypeScript(DeploymentPlan plan)
{
    private bool IsRest => plan.Options.Api == ApiKind.Rest;

    private bool HasApi => plan.Manifest.Operations.Count > 0;

    public string Write() => $$"""
        import * as cdk from 'aws-cdk-lib';
        {{(!HasApi ? "" : IsRest ? "import * as apigateway from 'aws-cdk-lib/aws-apigateway';\n" : "import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';\n")}}import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
        import * as iam from 'aws-cdk-lib/aws-iam';
        import * as lambda from 'aws-cdk-lib/aws-lambda';
        import * as logs from 'aws-cdk-lib/aws-logs';{{(plan.Scheduled.Any() ? "\nimport * as scheduler from 'aws-cdk-lib/aws-scheduler';" : "")}}{{(plan.HasStream ? "\nimport * as sqs from 'aws-cdk-lib/aws-sqs';" : "")}}
        import { Construct } from 'constructs';

        export interface {{CdkStack.ClassOf(plan)}}Props extends cdk.StackProps {
          /** The folder with the published bootstrap. Default: {{plan.Options.Code}} */
          readonly code?: string;
          /** Name or ARN of the secret in Secrets Manager whose text is 32 random bytes in base64: it seals cursors. */
          readonly cursorKeySecret: string;
        {{Properties()}}
        }

        /** Functions: what _HANDLER tells them, what they may do with the table, the indexes they may query. */
        const functions: { id: string; handler: string; actions: string[]; indexes: string[]; seconds: number }[] = [
        {{Rows(plan.Functions, function => $"{{ id: {Text(function.Id)}, handler: {Text(function.Handler)}, actions: {List(function.Access.Actions)}, indexes: {List(function.Access.Indexes)}, seconds: {function.Seconds} }},")}}
        ];

        /** Routes, their functions, and whether the gateway asks for a token. */
        const routes: { name: string; method: string; path: string; target: string; token: boolean }[] = [
        {{Rows(CdkStack.Routes(plan), route => $"{{ name: {Text(route.Name)}, method: {Text(route.Method)}, path: {Text(route.Path)}, target: {Text(route.Function)}, token: {(route.NeedsToken ? "true" : "false")} }},")}}
        ];

        export class {{CdkStack.ClassOf(plan)}} extends cdk.Stack {
          constructor(scope: Construct, id: string, props: {{CdkStack.ClassOf(plan)}}Props) {
            super(scope, id, props);
        {{Table()}}
        {{Functions()}}
        {{(HasApi ? Api() : "")}}
        {{(plan.HasStream ? Stream() : "")}}
        {{(plan.Scheduled.Any() ? Schedules() : "")}}
        {{(plan.Tenant is { } tenant ? Tenant(tenant) : "")}}
            new cdk.CfnOutput(this, 'TableName', { value: table.tableName });
          }
        }
        """;

    private string Properties()
    {
        var properties = new List<string>();
        if (plan.NeedsTokens && IsRest) properties.Add("  /** The Cognito user pool whose ID tokens are believed. */\n  readonly userPoolArn: string;");
        if (plan.NeedsTokens && !IsRest) properties.Add("  /** Who signs tokens. */\n  readonly jwtIssuer: string;\n  /** For whom tokens are: the app client's id. */\n  readonly jwtAudience: string;");
        if (plan.Scheduled.Any() && plan.Options.Tenants.Count == 0) properties.Add("  /** The tenants that scheduled jobs work for. */\n  readonly jobTenants: string[];");
        return string.Join('\n', properties);
    }

    private string Table()
    {
        var table = plan.Manifest.Table;
        return $$"""

                const table = new dynamodb.Table(this, 'Table', {
                  partitionKey: {{Key(new(table.PartitionKey, "text"))}},
                  sortKey: {{Key(new(table.SortKey, "text"))}},
                  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,{{(table.TimeToLive is { } attribute ? $"\n      timeToLiveAttribute: {Text(attribute)}," : "")}}{{(plan.HasStream ? "\n      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES," : "")}}
                  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
                  deletionProtection: true,
                  removalPolicy: cdk.RemovalPolicy.RETAIN,
                });
            {{string.Join('\n', table.Indexes.Select(Index))}}
            """;
    }

    private static string Index(ManifestIndex index)
    {
        var partition = index.Partition.Count == 1 ? $"partitionKey: {Key(index.Partition[0])}" : $"partitionKeys: [{string.Join(", ", index.Partition.Select(Key))}]";
        var sort = index.Sort.Count == 1 ? $"sortKey: {Key(index.Sort[0])}" : $"sortKeys: [{string.Join(", ", index.Sort.Select(Key))}]";
        var projection = index.Projection == "all" ? "" : $", projectionType: dynamodb.ProjectionType.{TableResource.Projection(index)}{(index.Include.Count > 0 ? $", nonKeyAttributes: {List(index.Include)}" : "")}";
        return index.Local
            ? $"    table.addLocalSecondaryIndex({{ indexName: {Text(index.Name)}, {sort}{projection} }});"
            : $"    table.addGlobalSecondaryIndex({{ indexName: {Text(index.Name)}, {partition}, {sort}{projection} }});";
    }

    private string Functions() => $$"""

            const logGroup = new logs.LogGroup(this, 'LogGroup', { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: cdk.RemovalPolicy.DESTROY });
            const code = lambda.Code.fromAsset(props.code ?? {{Text(plan.Options.Code)}});
            const environment = {
              GEEKCAFE_TABLE: table.tableName,
              GEEKCAFE_CURSOR_KEY: cdk.SecretValue.secretsManager(props.cursorKeySecret).unsafeUnwrap(),{{string.Concat(plan.Variables.Select(static variable => $"\n      {variable.Key}: {Text(variable.Value)},"))}}
            };
            const allow = (actions: string[], resources: string[]) => new iam.PolicyStatement({ actions, resources });
            const roles = new Map<string, iam.PolicyStatement[]>();
            const deployed = new Map<string, lambda.Function>();
        {{(plan.HasStream ? Failures() : "")}}
            for (const each of functions) {
              const statements = [allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]), ...(roles.get(each.handler) ?? [])];
              if (each.actions.length > 0) statements.push(allow(each.actions.map((action) => `dynamodb:${action}`), [table.tableArn]));
              if (each.indexes.length > 0) statements.push(allow(['dynamodb:Query'], each.indexes.map((index) => `${table.tableArn}/index/${index}`)));
              const role = new iam.Role(this, `${each.id}Role`, {
                assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
                inlinePolicies: { function: new iam.PolicyDocument({ statements }) },
              });
              deployed.set(each.id, new lambda.Function(this, each.id, {
                runtime: lambda.Runtime.PROVIDED_AL2023,
                architecture: lambda.Architecture.{{(plan.Options.Architecture == "arm64" ? "ARM_64" : "X86_64")}},
                handler: each.handler,
                role: role.withoutPolicyUpdates(),
                memorySize: 512,
                timeout: cdk.Duration.seconds(each.seconds),
                code,
                environment,
                logGroup,
              }));
            }
        """;

    private static string Failures() => """
            const failures = new sqs.Queue(this, 'StreamFailures', { retentionPeriod: cdk.Duration.days(14), encryption: sqs.QueueEncryption.SQS_MANAGED });
            roles.set('streams', [
              allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'], [`${table.tableArn}/stream/*`]),
              allow(['sqs:SendMessage'], [failures.queueArn]),
            ]);
        """;

    private string Api() => $$"""

            const parameters = (path: string) => [...path.matchAll(/{([^}]*)}/g)].map((match) => ({ name: match[1], in: 'path', required: true, schema: { type: 'string' } }));
            const paths: Record<string, Record<string, unknown>> = {};
            for (const each of routes) {
              paths[each.path] = {
                ...paths[each.path],
                [each.method]: {
                  operationId: each.name,
                  parameters: parameters(each.path),
                  ...(each.token ? { security: [{ claims: [] }] } : {}),
                  responses: { default: { description: 'What the function answers.' } },
                  'x-amazon-apigateway-integration': {
                    type: 'aws_proxy',
                    httpMethod: 'POST',
                    payloadFormatVersion: '{{(IsRest ? "1.0" : "2.0")}}',
                    uri: `arn:${this.partition}:apigateway:${this.region}:lambda:path/2015-03-31/functions/${deployed.get(each.target)!.functionArn}/invocations`,
                  },
                },
              };
            }
        {{(plan is { Cors: { } cors, Options.Api: ApiKind.Rest } ? Preflights(cors) : "")}}
            const body = {
              openapi: '3.0.1',
              info: { title: {{Text(plan.Manifest.Application)}}, version: '1' },
              paths,
        {{(plan.NeedsTokens ? IsRest ? Cognito : Jwt : "")}}{{string.Concat(ApiDefinition.Extensions(plan).Select(static each => $"\n      {Text(each.Name)}: {Literal(each.Value)},"))}}
            };
        {{(IsRest ? Rest : Http)}}
            for (const target of new Set(routes.map((each) => each.target))) {
              const own = routes.filter((each) => each.target === target);
              const source = own.length === 1 ? `*/${own[0].method.toUpperCase()}${own[0].path.replace(/{[^}]*}/g, '*')}` : '*';
              new lambda.CfnPermission(this, `${target}Permission`, {
                action: 'lambda:InvokeFunction',
                functionName: deployed.get(target)!.functionName,
                principal: 'apigateway.amazonaws.com',
                sourceArn: `arn:${this.partition}:execute-api:${this.region}:${this.account}:${ {{(IsRest ? "api.restApiId" : "api.ref")}} }/${source}`,
              });
            }
        """;

    private const string Jwt = """
              components: {
                securitySchemes: {
                  claims: {
                    type: 'oauth2',
                    'x-amazon-apigateway-authorizer': {
                      type: 'jwt',
                      identitySource: '$request.header.Authorization',
                      jwtConfiguration: { issuer: props.jwtIssuer, audience: [props.jwtAudience] },
                    },
                  },
                },
              },
        """;

    private const string Cognito = """
              components: {
                securitySchemes: {
                  claims: {
                    type: 'apiKey',
                    name: 'Authorization',
                    in: 'header',
                    'x-amazon-apigateway-authtype': 'cognito_user_pools',
                    'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [props.userPoolArn] },
                  },
                },
              },
        """;

    private const string Http = """
            const api = new apigatewayv2.CfnApi(this, 'Api', { body });
            new apigatewayv2.CfnStage(this, 'Stage', { apiId: api.ref, stageName: '$default', autoDeploy: true });
            new cdk.CfnOutput(this, 'Url', { value: `https://${api.ref}.execute-api.${this.region}.${this.urlSuffix}` });
        """;

    private const string Rest = """
            const api = new apigateway.SpecRestApi(this, 'Api', {
              apiDefinition: apigateway.ApiDefinition.fromInline(body),
              deployOptions: { stageName: 'live' },
              endpointTypes: [apigateway.EndpointType.REGIONAL],
              cloudWatchRole: false,
            });
            new cdk.CfnOutput(this, 'Url', { value: `https://${api.restApiId}.execute-api.${this.region}.${this.urlSuffix}/live` });
        """;

    private static string Preflights(Cors cors) => $$"""
            // The gateway answers preflights itself, for they come without a token.
            const preflight = {{Literal(cors.Preflight())}};
            for (const path of Object.keys(paths)) paths[path].options = { parameters: parameters(path), ...preflight };
        """;

    private string Stream() => $$"""

            new lambda.CfnEventSourceMapping(this, 'Changes', {
              functionName: deployed.get({{Text(plan.Functions.First(static function => function.IsStream).Id)}})!.functionArn,
              eventSourceArn: table.tableStreamArn!,
              startingPosition: 'TRIM_HORIZON',
              batchSize: 100,
              functionResponseTypes: ['ReportBatchItemFailures'],
              bisectBatchOnFunctionError: true,
              maximumRetryAttempts: 10,
              destinationConfig: { onFailure: { destination: failures.queueArn } },
            });
        """;

    private string Schedules() => $$"""

            const schedules = [
        {{Rows(plan.Scheduled, job => $"    {{ target: {Text(job.Id)}, job: {Text(job.Handler)}, expression: {Text(job.Job!.Schedule!)} }},")}}
            ];
            const invoker = new iam.Role(this, 'SchedulerRole', {
              assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': this.account } } }),
              inlinePolicies: {
                jobs: new iam.PolicyDocument({ statements: [allow(['lambda:InvokeFunction'], schedules.map((each) => deployed.get(each.target)!.functionArn))] }),
              },
            });
            for (const each of schedules) {
              {{(plan.Options.Tenants.Count == 0 ? "props.jobTenants" : List(plan.Options.Tenants))}}.forEach((tenantId, index) => {
                new scheduler.CfnSchedule(this, `${each.target}Schedule${index + 1}`, {
                  scheduleExpression: each.expression,
                  flexibleTimeWindow: { mode: 'OFF' },
                  target: { arn: deployed.get(each.target)!.functionArn, roleArn: invoker.roleArn, input: JSON.stringify({ job: each.job, tenantId }) },
                });
              });
            }
        """;

    private static string Tenant(TenantPolicy tenant) => $$"""

            const tenant = new iam.Role(this, 'TenantRole', {
              assumedBy: new iam.AccountRootPrincipal().withConditions({{Literal(TenantPolicy.Tagged)}}).withSessionTags(),
              inlinePolicies: {
                tenant: new iam.PolicyDocument({
                  statements: [new iam.PolicyStatement({
                    actions: {{List(TenantPolicy.Actions)}},
                    resources: [table.tableArn, ...{{List(tenant.Indexes)}}.map((index) => `${table.tableArn}/index/${index}`)],
                    conditions: {{Literal(tenant.OwnKeys)}},
                  })],
                }),
              },
            });
            new cdk.CfnOutput(this, 'TenantRoleArn', { value: tenant.roleArn });
        """;

    private static string Key(ManifestKey key) => $"{{ name: {Text(key.Name)}, type: dynamodb.AttributeType.{Symbol(key.Type)} }}";

    private static string Symbol(string type) => type switch
    {
        "number" => "NUMBER",
        "binary" => "BINARY",
        _ => "STRING",
    };

    private static string Literal(JsonNode? value) => value switch
    {
        JsonObject map => $"{{ {string.Join(", ", map.Select(static each => $"{Text(each.Key)}: {Literal(each.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Literal))}]",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => Text(scalar.GetValue<string>()),
        _ => value!.ToJsonString(),
    };

    private static string Rows<T>(IEnumerable<T> rows, Func<T, string> write) => string.Join('\n', rows.Select(row => "  " + write(row)));

    private static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Text))}]";

    // What is quoted here holds no apostrophe but in a name, and JSON's escapes are JavaScript's.
    private static string Text(string text) => $"'{JsonSerializer.Serialize(text, GeekCafe.Cli.Json.Relaxed)[1..^1].Replace("'", "\\'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal)}'";
}

using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeekCafe.Description;

namespace GeekCafe.Cli;

/// <summary>
/// The commands of <c>geekcafe</c>. Exit codes: 0 written; 1 the command line is wrong; 2 the assembly has no manifest that can be read, or a template
/// cannot be made of it, and stderr says what to do.
/// </summary>
public static partial class CommandLine
{
    /// <summary>The command line is wrong.</summary>
    public const int UsageError = 1;

    /// <summary>What was asked for cannot be made.</summary>
    public const int Failure = 2;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">What stands behind <c>geekcafe</c>.</param>
    /// <param name="output">Where the result goes unless <c>--out</c> names a file.</param>
    /// <param name="errors">Where messages go.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        try
        {
            var parsed = Root().Parse(arguments);
            var code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? UsageError : code;
        }
        catch (ToolException failure)
        {
            errors.WriteLine($"error: {failure.Message}");
            return Failure;
        }
    }

    /// <summary>No <see cref="RootCommand"/>, which would be called as the assembly is.</summary>
    private static Command Root()
    {
        var deployment = new DeploymentArguments();
        var tableArn = new Option<string>("--table-arn") { Description = "The table's ARN, for policies.", DefaultValueFactory = static _ => "arn:aws:dynamodb:REGION:ACCOUNT:table/TABLE" };
        var tagged = new Option<bool>("--tenant-tagged") { Description = "Write the policy for sessions tagged with a tenant, instead of those of functions." };
        var language = new Option<string>("--language") { Description = "typescript or csharp.", DefaultValueFactory = static _ => "typescript" }.AcceptOnlyFromAmong("typescript", "csharp");
        return new("geekcafe", "Reads the manifest of a compiled assembly, without running it, and writes what deploys and describes the application.")
        {
            new HelpOption(),
            new VersionOption(),
            Command("manifest", "The manifest itself.", [], static (json, _, _) => json),
            Command("sam", "A SAM template of everything: table, functions, API, stream, schedules.", deployment.All,
                (_, manifest, result) => SamTemplate.Write(deployment.Plan(manifest, result), Comment("sam", manifest))),
            Command("cloudformation", "A CloudFormation template of the table alone.", [], static (_, manifest, _) => TableTemplate.Write(manifest, Comment("cloudformation", manifest))),
            Command("cdk", "A CDK stack that deploys what the SAM template does.", [language, .. deployment.All],
                (_, manifest, result) => CdkStack.Write(deployment.Plan(manifest, result), result.GetValue(language)!, Comment("cdk", manifest))),
            Command("iam", "The IAM policies of the functions, or of sessions tagged with a tenant.", [tableArn, tagged, deployment.Functions, deployment.Grants], (_, manifest, result) =>
                Json.Write(result.GetValue(tagged) ? Tenant(manifest, Arn(result.GetValue(tableArn)!)) : FunctionPolicies.Of(deployment.Plan(manifest, result), Arn(result.GetValue(tableArn)!)))),
            Command("openapi", "The API as OpenAPI 3.1.", [], static (_, manifest, _) => Json.Write(OpenApi.Write(manifest))),
            Command("diagram", "Resources, keys, indexes and operations as a Mermaid flowchart.", [], static (_, manifest, _) => MermaidDiagram.Write(manifest, Comment("diagram", manifest))),
        };
    }

    private static Command Command(string name, string description, IEnumerable<Option> options, Func<string, ApplicationManifest, ParseResult, string> write)
    {
        var assembly = new Argument<string>("assembly") { Description = "The compiled assembly with the resources, such as bin/Release/net10.0/Community.dll." };
        var file = new Option<string?>("--out", "-o") { Description = "The file to write. Default: the standard output." };
        var command = new Command(name, description) { assembly, file };
        foreach (var option in options) command.Add(option);
        command.SetAction(result =>
        {
            var path = result.GetValue(assembly)!;
            var json = ManifestReader.Read(path);
            var text = write(json, ManifestReader.Parse(json, path), result);
            if (!text.EndsWith('\n')) text += "\n";
            if (result.GetValue(file) is { } target) Save(target, text);
            else Print(result.InvocationConfiguration.Output, text);
            return 0;
        });
        return command;
    }

    private static string Comment(string command, ApplicationManifest manifest) =>
        $"{manifest.Application}, written by `geekcafe {command}` from the assembly's manifest.\nChange the records and write it again; changes here are lost.";

    private static JsonObject Tenant(ApplicationManifest manifest, string table) => TenantPolicy.Of(manifest).Document(table, name => $"{table}/index/{name}");

    private static string Arn(string arn) => TableArn().IsMatch(arn)
        ? arn
        : throw new ToolException($"--table-arn '{arn}' is no ARN of a table; write it as in arn:aws:dynamodb:eu-central-1:123456789012:table/community.");

    private static void Print(TextWriter output, string text)
    {
        try
        {
            output.Write(text);
            output.Flush();
        }
        catch (IOException failure)
        {
            throw new ToolException($"The standard output cannot be written: {failure.Message}");
        }
    }

    private static void Save(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"'{path}' cannot be written: {failure.Message} Give --out a file in a folder that exists.");
        }
    }

    private const string Part = @"(\$\{[^\s{}]+\}|[^\s:/{}$])+";

    // Parts may be patterns of IAM, or placeholders such as ${AWS::Region}.
    [GeneratedRegex($"^arn:{Part}:dynamodb:{Part}:{Part}:table/{Part}$")]
    private static partial Regex TableArn();
}

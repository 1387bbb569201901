using System.Text;

namespace GeekCafe.Cli;

/// <summary>What the stacks of both languages have in common: tables of rows, written from the plan, and code that walks them.</summary>
internal static class CdkStack
{
    /// <exception cref="ToolException">CloudFormation would not take it.</exception>
    public static string Write(DeploymentPlan plan, string language, string comment)
    {
        // Refused where the SAM template is: what CDK makes of it holds the same.
        _ = SamTemplate.Write(plan, "");
        var lines = string.Concat(comment.Split('\n').Select(static line => $"// {line}\n"));
        var text = language == "csharp" ? new CdkCSharp(plan).Write() : new CdkTypeScript(plan).Write();
        return lines + Tidied(text);
    }

    /// <summary>The stack's class.</summary>
    public static string ClassOf(DeploymentPlan plan) => DeploymentPlan.Pascal(plan.Manifest.Application) + "Stack";

    /// <summary>The paths of routes, as the gateway is to name their parameters, with the functions they go to.</summary>
    public static IEnumerable<(string Name, string Method, string Path, string Function, bool NeedsToken)> Routes(DeploymentPlan plan)
    {
        var names = new PathNames();
        foreach (var function in plan.Functions)
        {
            foreach (var operation in function.Operations)
            {
                var path = plan.Options.Api == ApiKind.Rest ? names.Of(operation.Route) : operation.Route;
#pragma warning disable CA1308 // Methods are lower case in OpenAPI.
                yield return (operation.Name, operation.Method.ToLowerInvariant(), path, function.Id, ApiDefinition.NeedsToken(operation));
#pragma warning restore CA1308
            }
        }
    }

    /// <summary>Parts that are not needed leave empty lines; one is enough.</summary>
    private static string Tidied(string text)
    {
        var tidied = new StringBuilder();
        var wasEmpty = true;
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            if (line.Length > 0 || !wasEmpty) tidied.Append(line).Append('\n');
            wasEmpty = line.Length == 0;
        }

        return tidied.ToString().TrimEnd('\n') + "\n";
    }
}

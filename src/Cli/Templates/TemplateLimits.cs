using System.Text;
using System.Text.Json.Nodes;

namespace GeekCafe.Cli;

/// <summary>What CloudFormation takes (user guide, "Understand CloudFormation quotas"): better said here than by a deployment that fails half an hour later.</summary>
internal static class TemplateLimits
{
    private const int MaxResources = 500;
    private const int MaxBytes = 1_048_576;

    /// <summary>SAM makes a stage, a deployment and an event source mapping by itself, CDK those and one for its metadata.</summary>
    private const int Implied = 4;

    /// <exception cref="ToolException">These are more than a stack may have.</exception>
    public static void Check(JsonObject resources, DeploymentOptions options)
    {
        var count = resources.Count + Implied;
        if (count > MaxResources) throw new ToolException($"The stack would have {count} resources, and CloudFormation takes {MaxResources}; {Advice(options)}.");
    }

    /// <exception cref="ToolException">It is longer than a template may be.</exception>
    public static void Check(string template, DeploymentOptions options)
    {
        var bytes = Encoding.UTF8.GetByteCount(template);
        if (bytes > MaxBytes) throw new ToolException($"The template would have {bytes} bytes, and CloudFormation takes {MaxBytes}; {Advice(options)}.");
    }

    private static string Advice(DeploymentOptions options)
    {
        var advice = options.Functions switch
        {
            FunctionSplit.Each => "use --functions resource or --functions one",
            FunctionSplit.Resource => "use --functions one",
            _ => "split the application over several assemblies",
        };
        return options.Tenants.Count > 1 ? advice + ", or name fewer tenants: each has a schedule of its own for each job" : advice;
    }
}

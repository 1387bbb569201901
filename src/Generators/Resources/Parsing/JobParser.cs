using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads a method that is a job: a caller, perhaps a partial record as its input, perhaps a cancellation token.</summary>
public sealed class JobParser(INamedTypeSymbol resource, RecognizedTypes types, IFindings findings)
{
    // A job is no request: its input stands where a POST has its body, and it has no route.
    private static readonly OperationShape Shape = new("POST", "", isPublic: false, []);

    public JobModel? Parse(IMethodSymbol method, AttributeData attribute, IReadOnlyList<JobModel> others)
    {
        var (name, schedule) = (attribute.Text(0), attribute.Named<string>("Schedule"));
        var problem = OperationParser.NameProblem(name);
        foreach (var other in others)
        {
            if (other.Name == name) problem ??= $"'{other.Method.Name}' has it already";
        }

        if (problem is not null) return Refuse(attribute.ArgumentLocation(0), name, "name", problem);
        if (schedule is not null && !IsSchedule(schedule))
        {
            return Refuse(attribute.NamedLocation("Schedule"), schedule, "schedule", "write it as EventBridge Scheduler does, such as 'rate(1 hour)' or 'cron(5 * * * ? *)'");
        }

        if (new MethodParser(resource, types, findings).Parse(method, Shape) is not { } parsed) return null;
        foreach (var parameter in parsed.Parameters)
        {
            if (parameter.Binding is Binding.Caller or Binding.Document or Binding.Cancellation) continue;
            findings.Report(Rules.UnfitParameter, method.Place(), method.ContainingType.Name, method.Name, parameter.Name,
                "a job takes a Caller, a partial record as its input and a CancellationToken");
            return null;
        }

        return new(name, schedule ?? "", parsed);

        JobModel? Refuse(Location? location, string value, string what, string why)
        {
            findings.Report(Rules.InvalidJob, location, value, what, method.ContainingType.Name, method.Name, why);
            return null;
        }
    }

    private static bool IsSchedule(string text) =>
        text.EndsWith(")", StringComparison.Ordinal)
        && ((text.StartsWith("rate(", StringComparison.Ordinal) && text.Length > 6) || (text.StartsWith("cron(", StringComparison.Ordinal) && text.Split(' ').Length == 6));
}

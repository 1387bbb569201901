using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the jobs of a resource: <c>Event.Jobs.g.cs</c>.</summary>
internal static class JobsEmitter
{
    private const string Context = "global::GeekCafe.Lambda.JobContext";
    private const string Job = "global::GeekCafe.Lambda.ApplicationJob";

    /// <summary>The jobs; null if the resource has none.</summary>
    public static SourceWriter? Emit(ResourceModel resource) => resource.Jobs.Count == 0 ? null : resource.Identity.File(writer =>
    {
        writer.Lines($"""
            /// <summary>The jobs of {CSharp.Xml(resource.Name)}. What another part of this class declares is not generated.</summary>
            /// <param name="service">Does the work.</param>
            {Names.GeneratedCode}
            """);
        writer.Block($"{resource.Identity.Accessibility} sealed partial class {resource.JobsName}({resource.ServiceName} service)", body =>
        {
            body.Summary("Every job.");
            body.Line($"public global::System.Collections.Generic.IReadOnlyList<{Job}> Jobs =>").Line("[").Indented(rows =>
            {
                foreach (var job in resource.Jobs)
                {
                    var schedule = job.Schedule.Length == 0 ? "" : $" {{ Schedule = {CSharp.Literal(job.Schedule)} }}";
                    rows.Line($"new({CSharp.Literal($"{resource.Name}.{job.Name}")}, {Handler(job)}){schedule},");
                }
            }).Line("];");
            foreach (var job in resource.Jobs) Run(body.Line(), resource, job);
        });
    });

    private static string Handler(JobModel job) => char.ToUpperInvariant(job.Name[0]) + job.Name.Substring(1) + "Async";

    private static void Run(SourceWriter writer, ResourceModel resource, JobModel job)
    {
        writer.Summary($"The job <c>{resource.Name}.{job.Name}</c>.");
        writer.Block($"public async global::System.Threading.Tasks.ValueTask {Handler(job)}({Context} context)", body =>
        {
            if (job.Method.Body is { } input)
            {
                var read = $"context.Input<{input.TypeName}>()";
                body.Line($"var {input.Local} = {(input.Absent is null ? read : $"context.HasInput ? {read} : default({input.TypeName}?)")};");
                body.Line("if (context.Error is not null) return;");
            }

            var call = $"service.{CSharp.Identifier(job.Method.Name)}({string.Join(", ", Arguments(job.Method))})";
            body.Line($"context.{job.Method.Answer.Kind}(await {call}.ConfigureAwait(false));");
        });
    }

    private static List<string> Arguments(ServiceMethodModel method)
    {
        var arguments = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            arguments.Add(parameter.Binding switch
            {
                Binding.Caller => "context.Caller",
                Binding.Cancellation => "context.CancellationToken",
                _ => parameter.Local,
            });
        }

        return arguments;
    }
}

using System.Text;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;

namespace GeekCafe.Generators.Application;

/// <summary>The manifest's rows of operations and jobs.</summary>
internal static class ManifestOperations
{
    public static string Row(ResourceModel resource, OperationModel operation, TypeNames names)
    {
        var row = new StringBuilder();
        row.Append($"{{\"name\":{Text($"{resource.Name}.{operation.Name}")},\"method\":\"{operation.Method}\",\"route\":{Text(operation.Route)},");
        row.Append($"\"resource\":{Text(resource.Name)},\"kind\":\"{operation.Kind}\"");
        if (operation.Authentication != "Claims") row.Append($",\"authentication\":\"{Naming.Camel(operation.Authentication)}\"");
        if (operation.Custom is { } custom) row.Append(Custom(custom, names));
        return row.Append('}').ToString();
    }

    public static string Row(ResourceModel resource, JobModel job, TypeNames names)
    {
        var schedule = job.Schedule.Length == 0 ? "" : $",\"schedule\":{Text(job.Schedule)}";
        var input = job.Method.Body is { } body ? $",\"input\":{Body(body, names)}" : "";
        return $"{{\"name\":{Text($"{resource.Name}.{job.Name}")},\"resource\":{Text(resource.Name)}{schedule}{input},\"answer\":{Answer(job.Method.Answer, names)}}}";
    }

    private static string Custom(CustomOperationModel operation, TypeNames names)
    {
        var method = operation.Method;
        var (route, query) = (new List<string>(), new List<string>());
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Binding == Binding.Route) route.Add(Parameter(parameter, ""));
            if (parameter.Binding == Binding.Query) query.Add(Parameter(parameter, $",\"required\":{(parameter.Absent is null ? "true" : "false")}"));
        }

        var row = new StringBuilder();
        if (route.Count > 0) row.Append($",\"path\":[{string.Join(",", route)}]");
        if (query.Count > 0) row.Append($",\"query\":[{string.Join(",", query)}]");
        if (method.Takes(Binding.Page)) row.Append(",\"paged\":true");
        if (operation.Descending) row.Append(",\"descending\":true");
        if (method.Takes(Binding.IfVersion)) row.Append(",\"ifMatch\":true");
        if (method.Body is { } body) row.Append($",\"body\":{Body(body, names)}");
        return row.Append($",\"answer\":{Answer(method.Answer, names)}").ToString();
    }

    private static string Parameter(ParameterModel parameter, string more) => $"{{\"name\":{Text(parameter.ApiName)},{parameter.Type!.Schema}{more}}}";

    private static string Body(ParameterModel body, TypeNames names) =>
        $"{{\"ref\":{Text(names.Of(body.Reference))},\"required\":{(body.Absent is null ? "true" : "false")}}}";

    private static string Answer(AnswerModel answer, TypeNames names)
    {
        var kind = answer.Kind switch
        {
            AnswerKind.Resource or AnswerKind.Document => "one",
            AnswerKind.Updated => "updated",
            AnswerKind.Nothing => "nothing",
            _ => "page",
        };
        return answer.Reference.Length == 0 ? $"{{\"kind\":\"{kind}\"}}" : $"{{\"kind\":\"{kind}\",\"ref\":{Text(names.Of(answer.Reference))}}}";
    }

    private static string Text(string value) => CSharp.Json(value);
}

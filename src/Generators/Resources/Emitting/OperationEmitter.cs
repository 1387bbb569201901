using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the handler of an operation that a user wrote: what its method takes, the call, the answer.</summary>
internal static class OperationEmitter
{
    private const string Lambda = "global::GeekCafe.Lambda.";

    public static void Handler(SourceWriter writer, OperationModel operation, CustomOperationModel custom)
    {
        var method = custom.Method;
        writer.Block($"public async global::System.Threading.Tasks.ValueTask {operation.Handler}({Lambda}ApiContext context)", body =>
        {
            body.Line($"var binding = new {Lambda}OperationBinding(context);");
            var (arguments, queries) = (new List<string>(), new List<string>());
            foreach (var parameter in method.Parameters)
            {
                arguments.Add(Argument(parameter));
                if (Read(parameter, custom) is { } read) body.Line($"var {parameter.Local} = {read};");
                if (parameter.Binding == Binding.Query) queries.Add(CSharp.Literal(parameter.ApiName));
                if (parameter.Binding == Binding.Page) queries.AddRange(["\"limit\"", "\"cursor\"", "\"order\""]);
            }

            body.Line($"if (binding.IsRefused({string.Join(", ", queries)})) return;");
            body.Line($"{Answer(method.Answer)}(context, await service.{CSharp.Identifier(method.Name)}({string.Join(", ", arguments)}).ConfigureAwait(false));");
        });
    }

    private static string Argument(ParameterModel parameter) => parameter.Binding switch
    {
        Binding.Caller => "context.Caller",
        Binding.Cancellation => "context.CancellationToken",
        _ => parameter.Local,
    };

    private static string? Read(ParameterModel parameter, CustomOperationModel custom) => parameter.Binding switch
    {
        Binding.Key => "binding.Key(RouteKey(context.Request))",
        Binding.Page => custom.Descending ? "binding.Page(descending: true)" : "binding.Page()",
        Binding.IfVersion => "binding.IfVersion()",
        Binding.Route => $"binding.Route<{parameter.TypeName}>({Text(parameter)})",
        Binding.Query => $"binding.Query<{parameter.Type!.Declared}>({Text(parameter)}{(parameter.Absent is null ? "" : $", {parameter.Absent}")})",
        Binding.Document => Body(parameter, "Document"),
        Binding.Input => Body(parameter, "Input"),
        _ => null,
    };

    private static string Text(ParameterModel parameter) =>
        $"{CSharp.Literal(parameter.ApiName)}, static (ref {Format.Api.ReaderType} json) => {parameter.Type!.ReadValue(Format.Api)}";

    private static string Body(ParameterModel parameter, string read)
    {
        var call = $"binding.{read}<{parameter.TypeName}>()";
        return parameter.Absent is null ? call : $"binding.HasBody ? {call} : default({parameter.TypeName}?)";
    }

    private static string Answer(AnswerModel answer) =>
        answer is { Kind: AnswerKind.Updated, IsOwn: true } ? "_api.Updated" : $"{Lambda}OperationAnswer.{answer.Kind}";
}

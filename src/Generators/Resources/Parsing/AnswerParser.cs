using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads what a method answers with.</summary>
public sealed class AnswerParser(INamedTypeSymbol resource, RecognizedTypes types)
{
    /// <summary>What is supported.</summary>
    public const string Expected = "return a Task or ValueTask of ServiceResult<T>, where T is a resource, UpdateResult or Page of a resource, a partial record, Page of one, or NoContent";

    public AnswerModel? Parse(ITypeSymbol type)
    {
        var task = Argument(type, "Task") ?? Argument(type, "ValueTask");
        if (task is null || Argument(task, "ServiceResult") is not { } data) return null;
        if (data is { Name: "NoContent", ContainingNamespace.Name: "GeekCafe" }) return new(AnswerKind.Nothing, "", IsOwn: false);
        if (Argument(data, "UpdateResult") is { } updated) return Resource(updated, AnswerKind.Updated);
        if (Argument(data, "Page") is { } item) return Resource(item, AnswerKind.Page) ?? Document(item, AnswerKind.DocumentPage);
        return Resource(data, AnswerKind.Resource) ?? Document(data, AnswerKind.Document);
    }

    private static ITypeSymbol? Argument(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } generic && generic.Name == name
            && generic.ContainingNamespace.ToDisplayString() is "GeekCafe" or "System.Threading.Tasks" ? generic.TypeArguments[0] : null;

    private AnswerModel? Resource(ITypeSymbol type, AnswerKind kind) =>
        type is INamedTypeSymbol named && named.Find(AttributeNames.Resource) is not null
            ? new(kind, TypeIdentity.MetadataNameOf(named), SymbolEqualityComparer.Default.Equals(named, resource)) : null;

    private AnswerModel? Document(ITypeSymbol type, AnswerKind kind) =>
        types.Recognize(type) is DocumentType { IsNullable: false } document ? new(kind, document.Reference, IsOwn: false) : null;
}

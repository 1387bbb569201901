using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>An enum, written by the names of its members through a generated class of names.</summary>
public sealed record EnumType(string Name, EnumModel Model) : TypeModel(Name, true)
{
    public override string Schema
    {
        get
        {
            var names = new List<string>();
            foreach (var member in Model.Members) names.Add(CSharp.Literal(Naming.Camel(member)));
            return $"\"type\":\"string\",\"enum\":[{string.Join(",", names)}]";
        }
    }

    public static TypeModel? TryRecognize(ITypeSymbol type, string assemblyName)
    {
        if (type is not INamedTypeSymbol { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } symbol || IsFlags(symbol)) return null;
        var members = new List<string>();
        var values = new HashSet<object>();
        foreach (var member in symbol.GetMembers())
        {
            // Of two names for one value the first is written; both would read.
            if (member is IFieldSymbol { HasConstantValue: true } field && values.Add(field.ConstantValue!)) members.Add(field.Name);
        }

        var identity = TypeIdentity.Of(symbol);
        var isOwn = symbol.DeclaringSyntaxReferences.Length > 0;
        var space = isOwn ? identity.Namespace : assemblyName + ".Generated";
        var className = identity.MetadataName.Substring(identity.Namespace.Length).Trim('.').Replace('.', '_') + "Names";
        return new EnumType(identity.FullName, new(space, className, identity.FullName, members.ToEquatable()));
    }

    public static bool IsFlags(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }) return true;
        }

        return false;
    }

    public override string ReadValue(Format format) => $"{Model.FullName}.Read(ref {format.Reader})";

    public override string WriteValue(Format format, string writer, string value) => $"{Model.FullName}.Write({writer}, {value})";
}

/// <summary>An enum whose names are written out.</summary>
/// <param name="Namespace">Where the class of names goes.</param>
/// <param name="ClassName">The class of names.</param>
/// <param name="EnumName">The enum, with <c>global::</c>.</param>
/// <param name="Members">Its members' names, in declaration order.</param>
public sealed record EnumModel(string Namespace, string ClassName, string EnumName, EquatableArray<string> Members)
{
    public string FullName => Namespace.Length == 0 ? $"global::{ClassName}" : $"global::{Namespace}.{ClassName}";

    public string MetadataName => Namespace.Length == 0 ? ClassName : $"{Namespace}.{ClassName}";
}

using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>An enum, written by the names of its members through a generated class of names.</summary>
public sealed record EnumType(string Name, EnumModel Model) : TypeModel(Name, true)
{
    public override string Schema => SchemaOf(Model);

    public override string SetOf => Model.Number.Length > 0 ? "N" : "S";

    public override bool FitsName => true;

    /// <summary>An enum of which a value is one member, or null.</summary>
    /// <param name="type">The type.</param>
    /// <param name="assembly">The assembly that is being compiled.</param>
    /// <param name="naming">How it names things.</param>
    public static EnumType? TryRecognize(ITypeSymbol type, IAssemblySymbol assembly, NamingPolicies naming) =>
        !IsFlags(type) && ModelOf(type, assembly, naming) is { } model ? new EnumType(model.EnumName, model) : null;

    /// <summary>The model of an enum, or null if the type is none or cannot be seen.</summary>
    internal static EnumModel? ModelOf(ITypeSymbol type, IAssemblySymbol assembly, NamingPolicies naming)
    {
        if (type is not INamedTypeSymbol { TypeKind: Microsoft.CodeAnalysis.TypeKind.Enum } symbol || !IsVisible(symbol)) return null;
        var isFlags = IsFlags(symbol);
        var (members, aliases) = (new List<string>(), new List<string>());
        var values = new HashSet<object>();
        foreach (var member in symbol.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true } field || (isFlags && !FlagsType.IsOneBit(field.ConstantValue!))) continue;
            (values.Add(field.ConstantValue!) ? members : aliases).Add(field.Name);
        }

        var identity = TypeIdentity.Of(symbol);
        var isOwn = SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);

        // Enums of other assemblies get a class here, named in full: two may have one short name.
        var space = isOwn ? identity.Namespace : Naming.Namespace(assembly.Name) + ".Generated";
        var name = isOwn ? identity.MetadataName.Substring(identity.Namespace.Replace("@", "").Length).TrimStart('.') : identity.MetadataName;
        return new(identity, space, name.Replace('.', '_') + "Names", members.ToEquatable(), aliases.ToEquatable(), naming)
        {
            IsFlags = isFlags,
            Number = symbol.Find(AttributeNames.StoreAsNumber) is null ? "" : symbol.EnumUnderlyingType!.Name,
        };
    }

    /// <summary>The schema of one of its names.</summary>
    internal static string SchemaOf(EnumModel model)
    {
        var names = new List<string>();
        foreach (var member in model.Members) names.Add(CSharp.Json(model.Shown(member)));
        return $"\"type\":\"string\",\"enum\":[{string.Join(",", names)}]";
    }

    public static bool IsFlags(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }) return true;
        }

        return false;
    }

    /// <summary>Whether a class beside it can name it.</summary>
    public static bool IsVisible(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType || outer.IsFileLocal) return false;
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal) return false;
        }

        return true;
    }

    public override string ReadValue(Format format) => $"{Model.FullName}.Read(ref {format.Reader})";

    public override string WriteValue(Format format, string writer, string value) => $"{Model.FullName}.Write({writer}, {value})";
}

/// <summary>An enum whose names are written out.</summary>
/// <param name="Identity">The enum.</param>
/// <param name="Namespace">Where the class of names goes.</param>
/// <param name="ClassName">The class of names.</param>
/// <param name="Members">Its members' names, in declaration order.</param>
/// <param name="Aliases">Further names of values that have one: read, never written, such as a member's old name.</param>
/// <param name="Naming">How names in the table and in the API are made of these.</param>
public sealed record EnumModel(TypeIdentity Identity, string Namespace, string ClassName, EquatableArray<string> Members, EquatableArray<string> Aliases,
    NamingPolicies Naming)
{
    /// <summary>A member's name in the table.</summary>
    public string Stored(string member) => Naming.Stored(member);

    /// <summary>A member's name in the API.</summary>
    public string Shown(string member) => Naming.Shown(member);

    /// <summary>Whether its values are combinations of bits; members are then those of one bit.</summary>
    public bool IsFlags { get; init; }

    /// <summary>The type of its numbers, such as <c>Int32</c>, if the table has those; empty if it has names.</summary>
    public string Number { get; init; } = "";

    /// <summary>The enum, with <c>global::</c>.</summary>
    public string EnumName => Identity.FullName;

    /// <summary>The class of names, with <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? $"global::{ClassName}" : $"global::{Namespace}.{ClassName}";
}

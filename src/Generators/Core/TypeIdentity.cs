using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.Core;

/// <summary>A partial type to write into: where it stands and what stands around it.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Containers">Heads of the types around it, outermost first, such as <c>partial class Outer</c>.</param>
/// <param name="Name">The type's name.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>, and so on.</param>
/// <param name="FullName">With <c>global::</c>.</param>
/// <param name="MetadataName">Namespace and containers joined by dots: unique in the assembly, for file names.</param>
public sealed record TypeIdentity(
    string Namespace, EquatableArray<string> Containers, string Name, string Accessibility, string FullName, string MetadataName)
{
    /// <summary>Whether other assemblies can see it: it and every type around it are public.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether the assembly has a type or namespace whose name differs only in case.</summary>
    public bool HasTwin { get; init; }

    /// <summary>Ids of obsoletions that text written for the type must be silent about.</summary>
    public EquatableArray<string> Obsoletions { get; init; } = [];

    public static TypeIdentity Of(INamedTypeSymbol type)
    {
        var containers = new List<string>();
        var path = new List<string> { type.Name };
        var isPublic = type.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            containers.Insert(0, $"partial {Keyword(outer)} {CSharp.Identifier(outer.Name)}");
            path.Insert(0, outer.Name);
            isPublic &= outer.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public;
        }

        var space = type.ContainingNamespace is { IsGlobalNamespace: false } inside ? inside.ToDisplayString() : "";
        for (var outer = type.ContainingNamespace; outer is { IsGlobalNamespace: false }; outer = outer.ContainingNamespace) path.Insert(0, outer.Name);
        return new(space, containers.ToEquatable(), type.Name, Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetText(type.DeclaredAccessibility),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), string.Join(".", path))
        {
            IsPublic = isPublic,
            HasTwin = Twins.Has(type),
            Obsoletions = Core.Obsoletions.In(type),
        };
    }

    /// <summary>Namespace and containers joined by dots, of a type that nothing is written into.</summary>
    public static string MetadataNameOf(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) name = $"{outer.Name}.{name}";
        for (var outer = type.ContainingNamespace; outer is { IsGlobalNamespace: false }; outer = outer.ContainingNamespace) name = $"{outer.Name}.{name}";
        return name;
    }

    /// <summary>The full name of a type written beside this one.</summary>
    public string Sibling(string suffix) => FullName.Substring(0, FullName.Length - CSharp.Identifier(Name).Length) + Name + suffix;

    /// <summary>Writes a file: header, namespace, containers, and what the body writes inside.</summary>
    public SourceWriter File(Action<SourceWriter> body)
    {
        return Nest(SourceWriter.File(Namespace, Obsoletions), 0, body);
    }

    private SourceWriter Nest(SourceWriter writer, int level, Action<SourceWriter> body)
    {
        if (level < Containers.Count) return writer.Block(Containers[level], inner => Nest(inner, level + 1, body));
        body(writer);
        return writer;
    }

    /// <summary>The keywords that declare the type.</summary>
    public static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        _ => "class",
    };

    /// <summary>Whether every declaration of the type is partial.</summary>
    public static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration) return false;
            foreach (var modifier in declaration.Modifiers)
            {
                if (modifier.Text == "partial") return true;
            }
        }

        return false;
    }
}

using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeekCafe.Generators.ByHand;

/// <summary>What the compiler tells members apart by, and what another member that is to take a member's place must have in common with it.</summary>
/// <param name="Type">The type that declares it: namespace, containers and name, joined by dots.</param>
/// <param name="Interface">The interface whose member it implements explicitly, such as <c>IResource`4</c>, or empty.</param>
/// <param name="Name">Its name; <c>.ctor</c> for constructors.</param>
/// <param name="Arity">How many type parameters it has.</param>
/// <param name="Parameters">The types of its parameters.</param>
/// <param name="Returns">Its type.</param>
public sealed record MemberSignature(string Type, string Interface, string Name, int Arity, EquatableArray<string> Parameters, string Returns)
{
    private const string Constructor = ".ctor";

    /// <summary>Whether it is a method or a constructor and not, say, a property.</summary>
    public bool IsCallable { get; init; }

    public bool IsStatic { get; init; }

    public bool IsPublic { get; init; }

    /// <summary>Of a member that a user wrote; null if nothing like it is ever generated.</summary>
    public static MemberSignature? Of(ISymbol symbol)
    {
        var type = TypeIdentity.MetadataNameOf(symbol.ContainingType);
        var (face, name) = Split(symbol.Name);
        var signature = symbol switch
        {
            { IsImplicitlyDeclared: true } => null,
            IMethodSymbol { MethodKind: MethodKind.Constructor } method => new(type, "", Constructor, 0, ParametersOf(method), ""),
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Conversion, IsOverride: false } method =>
                new MemberSignature(type, face, name, method.Arity, ParametersOf(method), TypeText.Of(method.ReturnType)),
            IPropertySymbol { IsIndexer: false, IsOverride: false } property => new(type, face, name, 0, [], TypeText.Of(property.Type)),
            IFieldSymbol field => new(type, "", name, 0, [], TypeText.Of(field.Type)),
            _ => null,
        };
        return signature is null ? null : signature with { IsCallable = symbol is IMethodSymbol, IsStatic = symbol.IsStatic, IsPublic = symbol.DeclaredAccessibility == Accessibility.Public };
    }

    /// <summary>Of a generated member; null if it is of a kind that has no signature.</summary>
    public static MemberSignature? Of(MemberDeclarationSyntax member, string type)
    {
        var signature = member switch
        {
            ConstructorDeclarationSyntax constructor => new(type, "", Constructor, 0, ParametersOf(constructor.ParameterList), ""),
            ConversionOperatorDeclarationSyntax conversion => new(type, "", conversion.ImplicitOrExplicitKeyword.IsKind(SyntaxKind.ImplicitKeyword) ? "op_Implicit" : "op_Explicit",
                0, ParametersOf(conversion.ParameterList), TypeText.Of(conversion.Type)),
            MethodDeclarationSyntax method => new(type, InterfaceOf(method.ExplicitInterfaceSpecifier), method.Identifier.ValueText, method.TypeParameterList?.Parameters.Count ?? 0,
                ParametersOf(method.ParameterList), TypeText.Of(method.ReturnType)),
            PropertyDeclarationSyntax property => new(type, InterfaceOf(property.ExplicitInterfaceSpecifier), property.Identifier.ValueText, 0, [], TypeText.Of(property.Type)),
            FieldDeclarationSyntax { Declaration: var field } => new MemberSignature(type, "", field.Variables[0].Identifier.ValueText, 0, [], TypeText.Of(field.Type)),
            _ => null,
        };
        return signature is null ? null : signature with
        {
            IsCallable = member is BaseMethodDeclarationSyntax,
            IsStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword) || member.Modifiers.Any(SyntaxKind.ConstKeyword),
            IsPublic = member.Modifiers.Any(SyntaxKind.PublicKeyword),
        };
    }

    /// <summary>Whether this, written by hand, takes the place of what is generated: it would be its duplicate, or it implements the same member.</summary>
    public bool Replaces(MemberSignature generated)
    {
        if (!HasNameAndParametersOf(generated)) return false;
        if (generated.Interface.Length == 0) return Interface.Length == 0;
        return TypeText.IsSame(Returns, generated.Returns)
            && (Interface == generated.Interface || (Interface.Length == 0 && IsPublic && IsStatic == generated.IsStatic));
    }

    /// <summary>Whether it is plainly meant to be the generated member.</summary>
    public bool IsSameMember(MemberSignature generated) => Interface == generated.Interface && HasNameAndParametersOf(generated);

    /// <summary>Whether what calls the generated member can call this.</summary>
    public bool Fits(MemberSignature generated) =>
        TypeText.IsSame(Returns, generated.Returns) && IsStatic == generated.IsStatic && (IsPublic || !generated.IsPublic || Interface.Length > 0);

    private bool HasNameAndParametersOf(MemberSignature generated)
    {
        if (Name != generated.Name || Arity != generated.Arity || Type != generated.Type) return false;
        if (IsCallable != generated.IsCallable || Parameters.Count != generated.Parameters.Count) return false;
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (!TypeText.IsSame(Parameters[i], generated.Parameters[i])) return false;
        }

        return true;
    }

    private static EquatableArray<string> ParametersOf(IMethodSymbol method)
    {
        var parameters = new List<string>(method.Parameters.Length);
        foreach (var parameter in method.Parameters) parameters.Add((parameter.RefKind == RefKind.None ? "" : "&") + TypeText.Of(parameter.Type));
        return parameters.ToEquatable();
    }

    private static EquatableArray<string> ParametersOf(ParameterListSyntax list)
    {
        var parameters = new List<string>();
        foreach (var parameter in list.Parameters)
        {
            var isReference = parameter.Modifiers.Any(SyntaxKind.RefKeyword) || parameter.Modifiers.Any(SyntaxKind.OutKeyword) || parameter.Modifiers.Any(SyntaxKind.InKeyword);
            parameters.Add((isReference ? "&" : "") + TypeText.Of(parameter.Type!));
        }

        return parameters.ToEquatable();
    }

    /// <summary>The name of an explicit implementation holds its interface: <c>GeekCafe.IResource&lt;Thing&gt;.WriteItem</c>.</summary>
    private static (string Interface, string Name) Split(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0) return ("", name);
        var face = name.Substring(0, dot);
        var open = face.IndexOf('<');
        if (open < 0) return (face.Substring(face.LastIndexOf('.') + 1), name.Substring(dot + 1));
        var (depth, arguments) = (0, 1);
        foreach (var character in face)
        {
            depth += character switch { '<' => 1, '>' => -1, _ => 0 };
            if (character == ',' && depth == 1) arguments++;
        }

        return ($"{face.Substring(face.LastIndexOf('.', open) + 1, open - face.LastIndexOf('.', open) - 1)}`{CSharp.Literal(arguments)}", name.Substring(dot + 1));
    }

    private static string InterfaceOf(ExplicitInterfaceSpecifierSyntax? specifier)
    {
        SimpleNameSyntax? name = specifier?.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax qualified => qualified.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return name is GenericNameSyntax generic ? $"{generic.Identifier.ValueText}`{CSharp.Literal(generic.TypeArgumentList.Arguments.Count)}" : name?.Identifier.ValueText ?? "";
    }
}

using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>The members that a record has from its base records, which are stored like its own.</summary>
public static class Inheritance
{
    /// <summary>The record's members, those of its base records first. Of one that is overridden, the override.</summary>
    public static IReadOnlyList<ISymbol> Members(INamedTypeSymbol type)
    {
        if (!HasBase(type)) return type.GetMembers();
        var members = new List<ISymbol>();
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            var own = new List<ISymbol>();
            foreach (var member in current.GetMembers())
            {
                // What records have of themselves, such as the copy constructor, is nobody's to store.
                if (member is not (IPropertySymbol or IFieldSymbol) || member.IsImplicitlyDeclared && member is IPropertySymbol { SetMethod: null }) continue;
                if (!SymbolEqualityComparer.Default.Equals(current, type) && (member.IsStatic || IsReplaced(member, members))) continue;
                own.Add(member);
            }

            members.InsertRange(0, own);
        }

        return members;
    }

    /// <summary>The member of this name that is nearest to the record.</summary>
    public static ISymbol? Find(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name)) return member;
        }

        return null;
    }

    /// <summary>Whether a member comes from a base record.</summary>
    public static bool IsInherited(INamedTypeSymbol type, ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    /// <summary>The base record that declares a member, as doc comments name it; empty if the record itself does.</summary>
    public static string CrefOf(INamedTypeSymbol type, ISymbol member) => !IsInherited(type, member) ? ""
        : member.ContainingType.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace('<', '{').Replace('>', '}');

    /// <summary>Whether its initial value cannot be seen, because only its assembly is there, or because an editor should not see more than a build.</summary>
    public static bool IsForeign(INamedTypeSymbol type, ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, type.ContainingAssembly);

    /// <summary>Where to show what is wrong with a member: at it, or at the record if it is declared elsewhere.</summary>
    public static Location? LocationOf(INamedTypeSymbol type, ISymbol? member) => member is null || IsForeign(type, member) ? type.Place() : member.Place();

    public static void Check(INamedTypeSymbol type, Report report)
    {
        if (!HasBase(type)) return;
        CheckConstructor(type, report);
        foreach (var member in Members(type))
        {
            if (member is IPropertySymbol property && Ambiguity(type, property) is { } problem)
            {
                report(Rules.AmbiguousMember, IsInherited(type, member) ? type.Place() : member.Place(), type.Name, member.Name, problem);
            }
        }
    }

    private static bool HasBase(INamedTypeSymbol type) => type is { IsValueType: false, BaseType: { SpecialType: not SpecialType.System_Object } };

    /// <summary>Whether a nearer record overrides the member, or hides it, which is a mistake of its own.</summary>
    private static bool IsReplaced(ISymbol member, List<ISymbol> nearer) => nearer.Exists(other => other.Name == member.Name);

    private static string? Ambiguity(INamedTypeSymbol type, IPropertySymbol property)
    {
        for (var current = property.ContainingType.BaseType; current is not null && !property.IsStatic; current = current.BaseType)
        {
            foreach (var other in current.GetMembers(property.Name))
            {
                if (other is not IPropertySymbol { IsImplicitlyDeclared: false } hidden || !MemberChecks.IsStored(hidden)) continue;
                if (!property.IsOverride) return $"it hides the member of that name that '{type.Name}' has from '{current.Name}', so there would be two values; rename one of them";
                if (!MemberChecks.IsStored(property)) return $"it overrides only one of the accessors that it has in '{current.Name}'; override both, or make it '=>' in both";
            }
        }

        return null;
    }

    /// <summary>A record is read in a constructor of its own, which must be able to call one of the base's.</summary>
    private static void CheckConstructor(INamedTypeSymbol type, Report report)
    {
        foreach (var own in type.InstanceConstructors)
        {
            // Through these, reading reaches the base as the record itself does.
            if (own is { IsImplicitlyDeclared: false, Parameters.Length: 0 } || IsPrimary(own)) return;
        }

        foreach (var inherited in type.BaseType!.InstanceConstructors)
        {
            if (inherited is { Parameters.Length: 0, DeclaredAccessibility: not Accessibility.Private }) return;
        }

        report(Rules.BaseConstructor, type.Place(), type.Name, type.BaseType.Name);
    }

    internal static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Length > 0
        && constructor.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.RecordDeclarationSyntax;
}

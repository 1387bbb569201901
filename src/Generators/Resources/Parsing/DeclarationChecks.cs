using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether a declaration is of a kind that code can be generated into.</summary>
public static class DeclarationChecks
{
    /// <summary>A resource is a record class, and the only one of its line.</summary>
    public static bool PassResource(INamedTypeSymbol type, Report report)
    {
        if (type is { IsRecord: true, IsValueType: true })
        {
            report(Rules.UnsupportedDeclaration, type.Place(), type.Name, "it must be a record class: write 'public partial record'");
            return false;
        }

        if (HierarchyProblem(type) is not { } problem) return Pass(type, report);
        report(Rules.ResourceHierarchy, type.Place(), type.Name, problem);
        return false;
    }

    private static string? HierarchyProblem(INamedTypeSymbol type)
    {
        if (Types.KindsType.AreListed(type)) return "keep what differs in a member of a polymorphic type, or declare a resource for each kind";
        for (var outer = type.BaseType; outer is not null; outer = outer.BaseType)
        {
            if (outer.Find(AttributeNames.Resource) is not null) return $"its base '{outer.Name}' is a resource as well; move the members of both into a base record that is none";
        }

        return null;
    }

    public static bool Pass(INamedTypeSymbol type, Report report)
    {
        // Half written, it has no name yet.
        if (type.Name.Length == 0)
        {
            report(null, null);
            return false;
        }

        if (Problem(type) is { } problem)
        {
            report(Rules.UnsupportedDeclaration, type.Place(), type.Name, problem);
            return false;
        }

        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (TypeIdentity.IsPartial(outer)) continue;
            report(Rules.NotPartial, outer.Place(), outer.Name, TypeIdentity.Keyword(outer));
            return false;
        }

        return true;
    }

    private static string? Problem(INamedTypeSymbol type)
    {
        if (!type.IsRecord) return "it must be a record class: write 'public partial record'";
        if (type.IsAbstract) return "it is abstract, so no item could be read into it";
        if (type.IsFileLocal) return "it is local to its file, and generated code stands in other files";
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType) return "generic types have no one mapping; declare a record for each case";
            if (outer.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return $"'{outer.Name}' is not visible in its assembly; make it internal or public";
            }
        }

        return null;
    }
}

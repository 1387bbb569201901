using GeekCafe.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Which members of a record are stored, and what to say of those that look as if they were.</summary>
public static class MemberChecks
{
    /// <summary>Whether the member is a property to store: one that can be read and set. A half-written one has no name.</summary>
    public static bool IsStored(ISymbol member) =>
        member is IPropertySymbol { Name.Length: > 0, IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: not null, ExplicitInterfaceImplementations.Length: 0 }
        && member.Find(AttributeNames.NotStored) is null;

    /// <summary>Whether the member is a property that can be read and not set.</summary>
    public static bool IsComputed(ISymbol member) =>
        member is IPropertySymbol { Name.Length: > 0, IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null, SetMethod: null, ExplicitInterfaceImplementations.Length: 0 };

    /// <summary>Says why a member that holds a value is not stored; what is computed need not be.</summary>
    public static void ReportUnstored(INamedTypeSymbol type, ISymbol member, Report report)
    {
        var problem = member switch
        {
            IFieldSymbol { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } => "is a field",
            IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: null, ExplicitInterfaceImplementations.Length: 0 } => "cannot be read",
            IPropertySymbol { IsStatic: false, IsImplicitlyDeclared: false, SetMethod: null } property when HoldsValue(type, property) => "cannot be set",
            _ => null,
        };
        if (problem is not null && member.Find(AttributeNames.NotStored) is null && member.Find(AttributeNames.Computed) is null) report(Rules.NotStored, member.Place(), type.Name, member.Name, problem);
    }

    /// <summary>Says that a member which nothing reads would be null where its type allows none.</summary>
    public static void ReportUnset(INamedTypeSymbol type, ISymbol member, Report report)
    {
        if (member is not IPropertySymbol { SetMethod: not null } property || property.Find(AttributeNames.NotStored) is not { } attribute) return;
        var mayBeUnset = property.Type.IsValueType || property.NullableAnnotation == NullableAnnotation.Annotated || MemberSyntax.Initializer(property) is not null;
        if (mayBeUnset && !property.IsRequired) return;
        report(Rules.UnfitAttribute, attribute.Location(), "NotStored", type.Name, property.Name, "nothing would set it; give it an initial value, or let it be null");
    }

    /// <summary>Says that clients get at something that is not public.</summary>
    public static void ReportHidden(INamedTypeSymbol type, IPropertySymbol property, Report report)
    {
        var problem = IsHidden((ISymbol)property) ? "property" : IsHidden(property.SetMethod!) ? "setter" : IsHidden(property.GetMethod!) ? "getter" : null;
        if (problem is not null) report(Rules.HiddenMember, Inheritance.LocationOf(type, property), type.Name, property.Name, problem);
    }

    /// <summary>Whether others than the record that declares it cannot read or set it.</summary>
    public static bool IsHidden(IPropertySymbol property) => IsHidden((ISymbol)property) || IsHidden(property.SetMethod!) || IsHidden(property.GetMethod!);

    private static bool IsHidden(ISymbol symbol) => symbol.DeclaredAccessibility != Accessibility.Public;

    private static bool HoldsValue(INamedTypeSymbol type, IPropertySymbol property)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } associated } && SymbolEqualityComparer.Default.Equals(associated, property)) return true;
        }

        return false;
    }
}

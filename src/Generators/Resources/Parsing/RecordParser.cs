using System.Collections.Immutable;
using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Reads the stored members of a record: its properties that can be set, in declaration order.</summary>
/// <remarks>Properties without a setter are computed and not stored.</remarks>
public sealed class RecordParser(RecognizedTypes types, Report report, CancellationToken cancellationToken)
{
    public RecordModel ParseResource(INamedTypeSymbol type, bool isPython)
    {
        var declared = ParseMembers(type);
        var members = new List<MemberModel>();
        foreach (var system in SystemMemberList.All)
        {
            var own = declared.Find(member => member.Name == system.Name);
            members.Add(own is null ? system with { ApiName = types.Naming.Shown(system.Name) } : own with { Access = Access.System, InitialValue = InitialValue.Declared, Summary = system.Summary });
            if (own is not null && own.Type != system.Type)
            {
                report(Rules.UnsupportedType, MemberSyntax.TypeLocation(type, (IPropertySymbol)Inheritance.Find(type, own.Name)!), type.Name, own.Name, own.Type.Declared,
                    $"the system member '{own.Name}' must be of type '{system.Type.Declared}'");
            }
        }

        if (isPython) members = members.ConvertAll(PythonItemsParser.Map);
        foreach (var member in declared)
        {
            if (!SystemMemberList.Contains(member.Name)) members.Add(member);
        }

        new GeneratedNames(type, report).CheckResource(members);
        return Model(type, members, isPython);
    }

    public RecordModel ParseDocument(INamedTypeSymbol type)
    {
        var members = ParseMembers(type);
        foreach (var member in members)
        {
            if (member.InitialValue == InitialValue.Declared) continue;
            report(Rules.UnfitServerValue, MemberSyntax.Location(type, member.Name), type.Name, member.Name, member.InitialValue,
                "only members of the resource itself are set; set it in a hook of the service");
        }

        new GeneratedNames(type, report).CheckDocument(members);
        return Model(type, members);
    }

    private RecordModel Model(INamedTypeSymbol type, List<MemberModel> members, bool isPython = false)
    {
        Inheritance.Check(type, report);
        var computed = ParseComputed(type);
        MemberNames.Check(type, members, computed, isPython, report);
        var own = OwnConstructor.None;
        foreach (var constructor in type.InstanceConstructors)
        {
            var isCopy = constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);
            if (constructor.IsImplicitlyDeclared || isCopy || IsReading(type, constructor)) continue;
            if (constructor.Parameters.Length == 0) own = OwnConstructor.Parameterless;
            else if (own == OwnConstructor.None) own = OwnConstructor.WithParameters;
        }

        return new RecordModel(TypeIdentity.Of(type), own, members.ToEquatable()) { IsStruct = type.IsValueType, Computed = computed.ToEquatable(), IsSealed = type.IsSealed, IsDerived = type.BaseType is { IsRecord: true } };
    }

    /// <summary>Whether it stands in for a generated constructor, and so is none by which users make the record.</summary>
    private static bool IsReading(INamedTypeSymbol type, IMethodSymbol constructor) => constructor.Parameters.Length == 1
        && (constructor.Parameters[0].RefKind == RefKind.Ref ? constructor.Parameters[0].Type.Name is "ItemReader" or "ApiReader"
            : constructor.Parameters[0].Type.Name is { } name && (name == type.Name + "Input" || name == type.Name + "Patch"));

    private List<MemberModel> ParseMembers(INamedTypeSymbol type)
    {
        var members = new List<MemberModel>();
        var parser = new MemberParser(types, report);
        var parameters = MemberSyntax.PrimaryParameters(type);
        foreach (var symbol in Inheritance.Members(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!MemberChecks.IsStored(symbol))
            {
                if (Inheritance.IsForeign(type, symbol)) continue;
                MemberChecks.ReportUnstored(type, symbol, report);
                MemberChecks.ReportUnset(type, symbol, report);
                continue;
            }

            var property = (IPropertySymbol)symbol;
            if (Inheritance.IsInherited(type, property) && MemberChecks.IsHidden(property))
            {
                report(Rules.NotStored, Inheritance.LocationOf(type, property), type.Name, property.Name, "is inherited and not all of it is public");
                continue;
            }

            var parameter = Find(parameters, property.Name);
            if (parser.Parse(type, property, parameter) is { } member) members.Add(member);
        }

        CheckParameters(type, parameters);
        return members;
    }

    /// <summary>Computed members that are to be shown.</summary>
    private List<MemberModel> ParseComputed(INamedTypeSymbol type)
    {
        var parser = new MemberParser(types, report);
        var members = new List<MemberModel>();
        foreach (var symbol in Inheritance.Members(type))
        {
            if (!MemberChecks.IsComputed(symbol) || symbol.Find(AttributeNames.Computed) is null) continue;
            if (parser.ParseComputed(type, (IPropertySymbol)symbol) is { } member) members.Add(member);
        }

        return members;
    }

    /// <summary>Values of items go in through properties, so each parameter needs one.</summary>
    private void CheckParameters(INamedTypeSymbol type, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            var isStored = false;
            foreach (var member in Inheritance.Members(type)) isStored |= member.Name == parameter.Name && MemberChecks.IsStored(member);
            if (!isStored) report(Rules.UnsupportedDeclaration, parameter.Place(), type.Name, $"its parameter '{parameter.Name}' has no property with 'get' and 'init'");
        }
    }

    private static IParameterSymbol? Find(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Name == name) return parameter;
        }

        return null;
    }
}

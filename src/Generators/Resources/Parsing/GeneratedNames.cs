using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether names of what will be generated are free.</summary>
public sealed class GeneratedNames(INamedTypeSymbol type, Report report)
{
    /// <summary>Types beside a resource. Those that users may add to are fine if they are partial.</summary>
    private static readonly string[] Siblings = ["Key", "Keys", "Handlers"];

    private static readonly string[] PartialSiblings = ["Input", "Patch", "Service"];

    public void CheckResource(IReadOnlyList<MemberModel> members)
    {
        foreach (var system in SystemMemberList.All) CheckMember(system.Name, "; a system member is declared with 'get' and 'init'", MemberChecks.IsStored);
        CheckMember("ToAttributeMap", "");
        CheckMember("FromAttributeMap", "");
        CheckMember(type.Name + "Input", "");
        if (type.Find(AttributeNames.SchemaVersion) is not null)
        {
            CheckMember("Upcast", "");
            CheckMember("_storedForm", "");
        }

        CheckInputs(members);
        foreach (var suffix in Siblings) CheckType(type.Name + suffix, mayBePartial: false);
        foreach (var suffix in PartialSiblings) CheckType(type.Name + suffix, mayBePartial: true);
    }

    /// <summary>A type that is only generated for some resources.</summary>
    public void CheckSibling(string suffix) => CheckType(type.Name + suffix, mayBePartial: false);

    public void CheckDocument(IReadOnlyList<MemberModel> members)
    {
        CheckMember("BlankFor", "");
        CheckInputs(members);
        CheckType(type.Name + "Patch", mayBePartial: true);
    }

    /// <summary>Inputs and patches have the record's members and a few of their own.</summary>
    private void CheckInputs(IReadOnlyList<MemberModel> members)
    {
        foreach (var own in (string[])[type.Name + "Patch", "_given", "field"]) CheckMember(own, "");
        foreach (var member in members)
        {
            if (member.IsSensitive) CheckMember("PrintMembers", "; without it, what ToString shows is generated");
            foreach (var rule in member.Validation)
            {
                if (rule.Field.Length > 0) CheckMember(ValidationParser.FieldName(member), "");
            }
        }
    }

    private void CheckMember(string name, string advice, Func<ISymbol, bool>? isFine = null)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (!IsUsers(member) || isFine?.Invoke(member) == true) continue;
            report(Rules.NameTaken, member.Locations[0], name, type.Name, advice);
            return;
        }
    }

    /// <summary>Whether a user declared it. The analyzer sees the types after generation, the generator before.</summary>
    public static bool IsUsers(ISymbol symbol)
    {
        // What the compiler makes for a record refers to the record.
        if (symbol.IsImplicitlyDeclared) return false;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (!reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void CheckType(string name, bool mayBePartial)
    {
        foreach (var other in ((INamespaceOrTypeSymbol)type.ContainingSymbol).GetTypeMembers(name))
        {
            if (!IsUsers(other) || other.Arity > 0 || (mayBePartial && TypeIdentity.IsPartial(other))) continue;
            report(Rules.NameTaken, other.Locations[0], name, type.Name, mayBePartial ? ", or make yours partial to add to it" : "");
        }
    }
}

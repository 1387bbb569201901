using GeekCafe.Generators.Core;
using GeekCafe.Generators.Diagnostics;
using GeekCafe.Generators.Resources.Model;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>Whether names of what will be generated are free.</summary>
public sealed class GeneratedNames(INamedTypeSymbol type, Report report)
{
    /// <summary>Types beside a resource. Users may add to them, and replace members of theirs, if they are partial.</summary>
    private static readonly string[] Siblings = ["Key", "Keys", "Handlers", "Input", "Patch", "Service"];

    /// <summary>How a user's type and the generated one become the same.</summary>
    public const string MakePartial = ", or make yours partial to add to it";

    public void CheckResource(IReadOnlyList<MemberModel> members)
    {
        foreach (var system in SystemMemberList.All) CheckMember(system.Name, "; a system member is declared with 'get' and 'init'", MemberChecks.IsStored);
        CheckMember(type.Name + "Input", "");
        if (type.Find(AttributeNames.SchemaVersion) is not null) CheckMember("_storedForm", "");
        CheckInputs(members);
        foreach (var suffix in Siblings) CheckType(type.Name + suffix, mayBePartial: true);
        CheckBody("Input", members);
        CheckBody("Patch", members);
    }

    /// <summary>A type that is only generated for some resources.</summary>
    public void CheckSibling(string suffix, bool mayBePartial = false) => CheckType(type.Name + suffix, mayBePartial);

    public void CheckDocument(IReadOnlyList<MemberModel> members)
    {
        CheckInputs(members);
        CheckType(type.Name + "Patch", mayBePartial: true);
        CheckBody("Patch", members);
    }

    /// <summary>What a body holds is what the record's members say: it is read by their numbers, and whether it was given is noted.</summary>
    private void CheckBody(string suffix, IReadOnlyList<MemberModel> members)
    {
        foreach (var body in ((INamespaceOrTypeSymbol)type.ContainingSymbol).GetTypeMembers(type.Name + suffix, 0))
        {
            foreach (var member in members)
            {
                if (member.Access != Access.Client) continue;
                foreach (var own in body.GetMembers(member.Name))
                {
                    if (IsUsers(own)) report(Rules.NameTaken, own.Place(), own.Name, body.Name, $"; what clients may send follows from the members of '{type.Name}'");
                }
            }
        }
    }

    /// <summary>Inputs and patches have the record's members and a few of their own.</summary>
    private void CheckInputs(IReadOnlyList<MemberModel> members)
    {
        foreach (var own in (string[])[type.Name + "Patch", "_given", "field"]) CheckMember(own, "");
        foreach (var member in members)
        {
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
            report(Rules.NameTaken, member.Place(), name, type.Name, advice);
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
            report(Rules.NameTaken, other.Place(), name, type.Name, mayBePartial ? MakePartial : "");
        }
    }
}

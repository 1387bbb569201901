using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Parsing;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.ByHand;

/// <summary>Gathers what users wrote in types that are generated into. The generator leaves out of its text what is written here already.</summary>
internal sealed class HandWritten
{
    /// <summary>Types beside a resource that users may add to.</summary>
    private static readonly string[] Siblings = ["Key", "Keys", "Input", "Patch", "Service", "Handlers", "Jobs"];

    private readonly List<MemberSignature> _members = [];

    public EquatableArray<MemberSignature> Members => _members.ToEquatable();

    /// <summary>Of a resource and all that is generated for it.</summary>
    public static EquatableArray<MemberSignature> For(INamedTypeSymbol resource, RecognizedTypes types)
    {
        var byHand = new HandWritten().Add(resource, Siblings);
        foreach (var document in types.Documents) byHand.Add(document, "Patch");
        var (enums, kinds) = (types.Enums, types.Kinds);
        for (var i = 0; i < enums.Count; i++) byHand.AddNamed(types.EnumSymbols[i].ContainingNamespace, enums[i].ClassName);
        for (var i = 0; i < kinds.Count; i++)
        {
            byHand.AddNamed(types.KindSymbols[i].ContainingNamespace, kinds[i].ClassName);
            byHand.AddNamed(types.KindSymbols[i].ContainingNamespace, kinds[i].PatchClassName);
        }

        return byHand.Members;
    }

    /// <summary>A record that is mapped, and the types beside it.</summary>
    public HandWritten Add(INamedTypeSymbol record, params string[] siblings)
    {
        foreach (var (_, member) in In(record, isMapped: true)) _members.Add(member);
        foreach (var suffix in siblings) AddNamed((INamespaceOrTypeSymbol)record.ContainingSymbol, record.Name + suffix);
        return this;
    }

    /// <summary>A type that is generated, if users add to it.</summary>
    public void AddNamed(INamespaceOrTypeSymbol container, string name)
    {
        foreach (var type in container.GetTypeMembers(name, 0))
        {
            foreach (var (_, member) in In(type, isMapped: false)) _members.Add(member);
        }
    }

    /// <summary>Those of some types.</summary>
    public static EquatableArray<MemberSignature> OfTypes(EquatableArray<MemberSignature> members, string[] types)
    {
        var some = new List<MemberSignature>();
        foreach (var member in members)
        {
            foreach (var type in types)
            {
                if (member.Type == type.Replace("global::", "").Replace("@", "")) some.Add(member);
            }
        }

        return some.ToEquatable();
    }

    /// <summary>What a user wrote in a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isMapped">Whether its properties are what is mapped; there are many of them, and none is generated.</param>
    public static IEnumerable<(ISymbol Symbol, MemberSignature Signature)> In(INamedTypeSymbol type, bool isMapped)
    {
        foreach (var symbol in type.GetMembers())
        {
            if (symbol.IsImplicitlyDeclared || (isMapped && symbol is IFieldSymbol or IPropertySymbol { SetMethod: not null }) || !GeneratedNames.IsUsers(symbol)) continue;
            if (MemberSignature.Of(symbol) is { } signature) yield return (symbol, signature);
        }
    }
}

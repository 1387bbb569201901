using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Model;
using GeekCafe.Generators.Types;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Resources.Parsing;

/// <summary>A member that a placeholder names.</summary>
/// <param name="name">Its name, or its path.</param>
/// <param name="type">Its type.</param>
/// <param name="part">The part of a key it makes, without a format.</param>
internal sealed class KeyMember(string name, TypeModel type, KeyPart part)
{
    public string Name => name;

    public TypeModel Type => type;

    public KeyPart Part => part;

    /// <summary>Whether its value must not get into logs.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether it is computed from others.</summary>
    public bool IsComputed { get; init; }

    /// <summary>Whether generated code could not tell it from another member by name.</summary>
    public bool IsAmbiguous { get; init; }
}

/// <summary>Finds the members that placeholders name: stored ones, those of nested records by their path, and computed ones.</summary>
internal sealed class KeyMembers(INamedTypeSymbol type, EquatableArray<MemberModel> members, IReadOnlyList<RecordModel> documents)
{
    /// <summary>The member of this name or path.</summary>
    /// <param name="path">Names of members or of their attributes, separated by points.</param>
    /// <param name="nearest">What may have been meant, if nothing is found; or empty.</param>
    public KeyMember? Find(string path, out string nearest)
    {
        var names = path.Split('.');
        var steps = new List<MemberModel>();
        var record = (Name: "", Members: members);
        nearest = "";
        for (var i = 0; i < names.Length; i++)
        {
            if (Find(record.Members, names[i]) is not { } member)
            {
                var found = i == 0 && names.Length == 1 ? Computed(path) : null;
                if (found is null && Misspelling.Nearest(record.Members, names[i]) is { Length: > 0 } near)
                {
                    names[i] = near;
                    nearest = string.Join(".", names);
                }

                return found;
            }

            steps.Add(member);
            if (i == names.Length - 1) return steps.Count == 1 ? Own(member) : Nested(steps, record.Name);
            if (member.Type is not DocumentType document || Find(document.Name) is not { } next) return null;
            record = (document.Name, next.Members);
        }

        return null;
    }

    private static KeyMember Own(MemberModel member) => Unwrapped(member, new(member.Name, member.Type, Part(member.Name, member.Type) with { Owner = member.DeclaredIn, Attribute = member.Attribute }) { IsSensitive = member.IsSensitive });

    /// <summary>Of a record around a scalar, the scalar stands in keys.</summary>
    private static KeyMember Unwrapped(MemberModel leaf, KeyMember found)
    {
        if (leaf.Type is not WrapperType wrapper) return found;
        var part = found.Part;
        return new KeyMember(found.Name, wrapper.Stored with { IsNullable = part.IsNullable }, part with
        {
            TypeName = wrapper.Stored.Name,
            Path = $"{part.Value}.{wrapper.Property}",
            NullablePath = $"{part.Tested}{(part.IsNullable ? "?" : "")}.{wrapper.Property}",
            IsNullableValue = false,
        }) { IsAmbiguous = found.IsAmbiguous, IsSensitive = found.IsSensitive };
    }

    private static KeyPart Part(string name, TypeModel type) => new(name, IsLiteral: false)
    {
        TypeName = type.Name,
        EnumNames = type is EnumType named ? named.Model.FullName : "",
        IsNullable = type.IsNullable,
        IsNullableValue = type is { IsNullable: true, IsValueType: true },
    };

    private KeyMember Nested(List<MemberModel> steps, string owner)
    {
        var (name, joined, path, nullable) = ("", "", "", "");
        var (isNullable, isNullableValue) = (false, false);
        foreach (var step in steps)
        {
            name += (name.Length > 0 ? "." : "") + step.Name;
            joined += char.ToUpperInvariant(step.Name[0]) + step.Name.Substring(1);
            nullable = path.Length == 0 ? step.Self : nullable + (isNullable ? "?." : ".") + step.Identifier;
            path = path.Length == 0 ? step.Self : path + (isNullableValue ? ".Value." : ".") + step.Identifier;
            isNullable |= step.IsNullable;
            isNullableValue = step.IsNullable && step.Type.IsValueType;
        }

        var leaf = steps[steps.Count - 1];
        var declaredIn = leaf.DeclaredIn.Length > 0 ? leaf.DeclaredIn : owner;
        var part = Part(joined, leaf.Type) with { Path = path, NullablePath = nullable, Owner = declaredIn, Leaf = leaf.Name, IsNullable = isNullable };
        return Unwrapped(leaf, new(name, leaf.Type, part) { IsAmbiguous = Find(members, joined) is not null, IsSensitive = steps.Exists(static step => step.IsSensitive) });
    }

    /// <summary>A property without a setter: it is not stored, but its value can be in the keys of an index.</summary>
    private KeyMember? Computed(string name)
    {
        foreach (var symbol in Inheritance.Members(type))
        {
            if (symbol.Name != name || symbol is not IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: not null, SetMethod: null } property) continue;
            var isNullableValue = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
            var value = isNullableValue ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
            if (ScalarType.TryRecognize(value) is not { } scalar) return null;
            var model = scalar with { IsNullable = isNullableValue || property.Type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated } };
            return new KeyMember(name, model, Part(name, model) with { Owner = Inheritance.CrefOf(type, property) }) { IsComputed = true };
        }

        return null;
    }

    private RecordModel? Find(string document)
    {
        foreach (var known in documents)
        {
            if (known.Identity.FullName == document) return known;
        }

        return null;
    }

    private static MemberModel? Find(EquatableArray<MemberModel> members, string name)
    {
        foreach (var member in members)
        {
            if (member.Name == name || member.Attribute == name) return member;
        }

        return null;
    }
}

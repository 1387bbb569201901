using GeekCafe.Generators.Core;
using GeekCafe.Generators.Resources.Parsing;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A base record with kinds told apart by a discriminator, read and written through a generated class.</summary>
public sealed record KindsType(string Name, KindsModel Model) : TypeModel(Name, false)
{
    public override string Schema => $"\"type\":\"ref\",\"ref\":{CSharp.Json(Model.Reference)}";

    public override string NestedPatch => Model.PatchName;

    /// <summary>The model of a base record that lists its kinds; what is wrong with them is said by <see cref="KindChecks"/>.</summary>
    public static KindsType? TryRecognize(ITypeSymbol type, RecognizedTypes types, IAssemblySymbol assembly)
    {
        if (type is not INamedTypeSymbol { IsRecord: true, IsValueType: false } record || !AreListed(record) || !EnumType.IsVisible(record)) return null;
        if (record.Find(AttributeNames.Resource) is not null) return null;
        var kinds = new List<KindModel>();
        var isListed = false;
        foreach (var (kind, discriminator) in Listed(record))
        {
            if (kind is null || !types.AddDocument(kind)) continue;
            isListed |= SymbolEqualityComparer.Default.Equals(kind, record);
            kinds.Add(Kind(kind, discriminator switch { string text => text, int number => CSharp.Literal(number), _ => "" }));
        }

        // As System.Text.Json has it, the base itself needs no discriminator.
        var isPlain = !record.IsAbstract && !isListed && types.AddDocument(record);
        if (isPlain) kinds.Add(Kind(record, ""));
        var identity = TypeIdentity.Of(record);
        var isOwn = SymbolEqualityComparer.Default.Equals(record.ContainingAssembly, assembly);
        var space = isOwn ? identity.Namespace : Naming.Namespace(assembly.Name) + ".Generated";
        var local = isOwn ? identity.MetadataName.Substring(identity.Namespace.Replace("@", "").Length).TrimStart('.') : identity.MetadataName;
        var name = PropertyName(record);
        return new KindsType(identity.FullName, new(identity, space, local.Replace('.', '_'), name, Naming.Snake(name), IsNumbered(record), record.IsAbstract, kinds.ToEquatable()));
    }

    /// <summary>Whether a record lists kinds, or says that it will.</summary>
    public static bool AreListed(INamedTypeSymbol record) =>
        record.Find(AttributeNames.JsonDerivedType) is not null || record.Find(AttributeNames.JsonPolymorphic) is not null;

    /// <summary>The kinds with their discriminators, as written.</summary>
    public static IEnumerable<(INamedTypeSymbol? Kind, object? Discriminator)> Listed(INamedTypeSymbol record)
    {
        foreach (var attribute in record.GetAttributes())
        {
            if (!attribute.Is(AttributeNames.JsonDerivedType) || attribute.ConstructorArguments.Length == 0) continue;
            yield return (attribute.ConstructorArguments[0].Value as INamedTypeSymbol, attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null);
        }
    }

    /// <summary>The discriminator's name in the API; System.Text.Json's default is <c>$type</c>.</summary>
    public static string PropertyName(INamedTypeSymbol record) =>
        record.Find(AttributeNames.JsonPolymorphic)?.Named<string>("TypeDiscriminatorPropertyName") is { Length: > 0 } name ? name : "$type";

    private static bool IsNumbered(INamedTypeSymbol record)
    {
        foreach (var (_, discriminator) in Listed(record)) return discriminator is int;
        return false;
    }

    private static KindModel Kind(INamedTypeSymbol kind, string discriminator) =>
        new(kind.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), discriminator, TypeIdentity.MetadataNameOf(kind), kind.IsSealed);

    public override string ReadValue(Format format) => $"{Model.FullName}.Read(ref {format.Reader})";

    public override string WriteValue(Format format, string writer, string value) => $"{Model.FullName}.Write({writer}, {value})";

    public override string Validate(string value, string path) => $"{Model.FullName}.Validate({value}, errors, {path});";
}

/// <summary>A base record and its kinds.</summary>
/// <param name="Identity">The base record.</param>
/// <param name="Namespace">Where what is generated goes.</param>
/// <param name="LocalName">The base record's name there.</param>
/// <param name="Discriminator">The member that names the kind, in the API.</param>
/// <param name="Attribute">The attribute that names it, in the table.</param>
/// <param name="IsNumbered">Whether kinds have numbers instead of names.</param>
/// <param name="IsAbstract">Whether the base record is none of the kinds.</param>
/// <param name="Kinds">The kinds; one without discriminator is the base record itself.</param>
public sealed record KindsModel(
    TypeIdentity Identity, string Namespace, string LocalName, string Discriminator, string Attribute, bool IsNumbered, bool IsAbstract, EquatableArray<KindModel> Kinds)
{
    public string ClassName => LocalName + "Kinds";

    public string PatchClassName => "Any" + LocalName + "Patch";

    public string FullName => InNamespace(ClassName);

    public string PatchName => InNamespace(PatchClassName);

    /// <summary>Its name in the manifest, where a base that is a record of its own has the plain one.</summary>
    public string Reference => IsAbstract ? Identity.MetadataName : Identity.MetadataName + "Kinds";

    private string InNamespace(string name) => Namespace.Length == 0 ? $"global::{name}" : $"global::{Namespace}.{name}";
}

/// <summary>A kind of a record.</summary>
/// <param name="Name">The kind, with <c>global::</c>.</param>
/// <param name="Discriminator">What it is called, or its number; empty if it is told by having none.</param>
/// <param name="Reference">Its full name, for the manifest.</param>
/// <param name="IsSealed">Whether nothing derives from it.</param>
public sealed record KindModel(string Name, string Discriminator, string Reference, bool IsSealed);

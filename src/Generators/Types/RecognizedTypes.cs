using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>
/// Finds the model of a type by asking each kind in order; the first that knows it wins. Remembers the nested records and enums it met, for
/// which text must be generated as well.
/// </summary>
public sealed class RecognizedTypes(IAssemblySymbol assembly)
{
    /// <summary>Full names with the annotations of type arguments.</summary>
    public static readonly SymbolDisplayFormat NameFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly List<INamedTypeSymbol> _documents = [];
    private readonly List<EnumModel> _enums = [];
    private readonly List<INamedTypeSymbol> _enumSymbols = [];

    /// <summary>How the assembly names members and enum values.</summary>
    public NamingPolicies Naming { get; } = NamingPolicies.Of(assembly);

    /// <summary>Nested records met so far, in order; grows while they are parsed.</summary>
    public IReadOnlyList<INamedTypeSymbol> Documents => _documents;

    /// <summary>The symbols of enums met so far.</summary>
    public IReadOnlyList<INamedTypeSymbol> EnumSymbols => _enumSymbols;

    /// <summary>Enums met so far.</summary>
    public EquatableArray<EnumModel> Enums => _enums.ToEquatable();

    /// <summary>The type's model, or null if no conversion knows it.</summary>
    public TypeModel? Recognize(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return RecognizeValue(nullable.TypeArguments[0]) is { } value ? value with { IsNullable = true } : null;
        }

        return RecognizeValue(type) is { } model ? model with { IsNullable = type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType } : null;
    }

    /// <summary>Remembers a nested record; false if nothing can be generated for it here and nothing was where it was declared.</summary>
    internal bool AddDocument(INamedTypeSymbol record)
    {
        // Not by its syntax: in an editor, records of referenced projects have that too.
        if (!SymbolEqualityComparer.Default.Equals(record.ContainingAssembly, assembly))
        {
            foreach (var implemented in record.Interfaces)
            {
                if (implemented is { Name: "IDocument", ContainingNamespace.Name: "GeekCafe" }) return true;
            }

            return false;
        }

        foreach (var known in _documents)
        {
            if (SymbolEqualityComparer.Default.Equals(known, record)) return true;
        }

        _documents.Add(record);
        return true;
    }

    private TypeModel? RecognizeValue(ITypeSymbol type) =>
        ScalarType.TryRecognize(type)
        ?? Remember(EnumType.TryRecognize(type, assembly, Naming), type)
        ?? Remember(FlagsType.TryRecognize(type, assembly, Naming), type)
        ?? SetType.TryRecognize(type, this)
        ?? MapType.TryRecognize(type, this)
        ?? ListType.TryRecognize(type, this)
        ?? DocumentType.TryRecognize(type, this);

    private TypeModel? Remember(TypeModel? type, ITypeSymbol symbol)
    {
        var model = (type as EnumType)?.Model ?? (type as FlagsType)?.Model;
        if (model is null || _enums.Contains(model)) return type;
        _enums.Add(model);
        _enumSymbols.Add((INamedTypeSymbol)symbol);
        return type;
    }
}

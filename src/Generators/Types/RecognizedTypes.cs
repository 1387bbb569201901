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
    private readonly List<KindsModel> _kinds = [];
    private readonly List<INamedTypeSymbol> _kindSymbols = [];
    private int _converting;

    /// <summary>How the assembly names members and enum values.</summary>
    public NamingPolicies Naming { get; } = NamingPolicies.Of(assembly);

    /// <summary>Nested records met so far, in order; grows while they are parsed.</summary>
    public IReadOnlyList<INamedTypeSymbol> Documents => _documents;

    /// <summary>The symbols of enums met so far.</summary>
    public IReadOnlyList<INamedTypeSymbol> EnumSymbols => _enumSymbols;

    /// <summary>Enums met so far.</summary>
    public EquatableArray<EnumModel> Enums => _enums.ToEquatable();

    /// <summary>The symbols of base records with kinds met so far.</summary>
    public IReadOnlyList<INamedTypeSymbol> KindSymbols => _kindSymbols;

    /// <summary>Base records with kinds met so far.</summary>
    public EquatableArray<KindsModel> Kinds => _kinds.ToEquatable();

    /// <summary>The type's model, or null if no conversion knows it.</summary>
    public TypeModel? Recognize(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return RecognizeValue(nullable.TypeArguments[0]) is { } value ? value with { IsNullable = true } : null;
        }

        return RecognizeValue(type) is { } model ? model with { IsNullable = type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType } : null;
    }

    /// <summary>The model of what a converter stores; null if that goes round in circles.</summary>
    internal TypeModel? RecognizeStored(ITypeSymbol type)
    {
        if (_converting > 8) return null;
        _converting++;
        var model = Recognize(type);
        _converting--;
        return model;
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
        ?? ConvertedType.TryRecognize(type, this)
        ?? Remember(EnumType.TryRecognize(type, assembly, Naming), type)
        ?? Remember(FlagsType.TryRecognize(type, assembly, Naming), type)
        ?? SetType.TryRecognize(type, this)
        ?? MapType.TryRecognize(type, this)
        ?? ListType.TryRecognize(type, this)
        ?? JsonElementType.TryRecognize(type)
        ?? WrapperType.TryRecognize(type)
        ?? Remember(KindsType.TryRecognize(type, this, assembly), type)
        ?? DocumentType.TryRecognize(type, this);

    private KindsType? Remember(KindsType? type, ITypeSymbol symbol)
    {
        if (type is null || _kinds.Contains(type.Model)) return type;
        _kinds.Add(type.Model);
        _kindSymbols.Add((INamedTypeSymbol)symbol);
        return type;
    }

    private TypeModel? Remember(TypeModel? type, ITypeSymbol symbol)
    {
        var model = (type as EnumType)?.Model ?? (type as FlagsType)?.Model;
        if (model is null || _enums.Contains(model)) return type;
        _enums.Add(model);
        _enumSymbols.Add((INamedTypeSymbol)symbol);
        return type;
    }
}

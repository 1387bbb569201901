using GeekCafe.Generators.Core;
using Microsoft.CodeAnalysis;

namespace GeekCafe.Generators.Types;

/// <summary>A [Flags] enum: a set of the names of its bits, or one number in the table.</summary>
public sealed record FlagsType(string Name, EnumModel Model) : TypeModel(Name, true)
{
    public override string Schema => $"\"type\":\"set\",\"items\":{{{EnumType.SchemaOf(Model)}}}";

    /// <summary>The type, or null if it is none, or one with a bit that has no name.</summary>
    public static FlagsType? TryRecognize(ITypeSymbol type, IAssemblySymbol assembly, NamingPolicies naming) =>
        EnumType.IsFlags(type) && EnumType.ModelOf(type, assembly, naming) is { } model && NamesAllBits(type) ? new FlagsType(model.EnumName, model) : null;

    /// <summary>Whether every bit of every member is a member itself.</summary>
    public static bool NamesAllBits(ITypeSymbol type)
    {
        var (named, used) = (0UL, 0UL);
        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true, ConstantValue: { } value }) continue;
            used |= Bits(value);
            if (IsOneBit(value)) named |= Bits(value);
        }

        return named == used;
    }

    /// <summary>Whether a member's value is a single bit.</summary>
    internal static bool IsOneBit(object value) => Bits(value) is not 0 and var bits && (bits & (bits - 1)) == 0;

    public override string? HasContent(string value) => Model.Number.Length == 0 ? $"{value} != 0" : null;

    public override string ReadValue(Format format) => $"{Model.FullName}.ReadAll(ref {format.Reader})";

    public override string WriteValue(Format format, string writer, string value) => $"{Model.FullName}.WriteAll({writer}, {value})";

    private static ulong Bits(object value) => unchecked(value switch
    {
        sbyte number => (byte)number,
        short number => (ushort)number,
        int number => (uint)number,
        long number => (ulong)number,
        _ => Convert.ToUInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    });
}

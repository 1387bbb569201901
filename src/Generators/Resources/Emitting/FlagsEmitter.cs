using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how values of a [Flags] enum are read and written: as the set of the names of their bits, or as a number.</summary>
internal static class FlagsEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        var (type, isNamed) = (model.EnumName, model.Number.Length == 0);
        if (isNamed)
        {
            writer.Summary("Writes the names in the table.");
            writer.Line($"public static void WriteAll({Names.ItemWriter} item, {type} value) => item.Set(\"SS\"u8, Bits(value), static (item, bit) => Write(item, bit));");
        }
        else
        {
            writer.Summary("Writes the number in the table.");
            writer.Line($"public static void WriteAll({Names.ItemWriter} item, {type} value) => item.Value((global::System.{model.Number})All(Bits(value)));");
        }

        writer.Line().Summary("Writes the names in the API.");
        writer.Line($"public static void WriteAll({Names.ApiWriter} json, {type} value) => json.Set(Bits(value), static (json, bit) => Write(json, bit));");
        writer.Line().Summary($"Reads the {(isNamed ? "names" : "number")} in the table.");
        writer.Line($"public static {type} ReadAll(ref {Names.ItemReader} item) => {(isNamed ? Set(type, Names.ItemReader, "item") : $"All(Bits(({type})item.Read{model.Number}()))")};");
        writer.Line().Summary("Reads the names in the API; anything else is reported.");
        writer.Line($"public static {type} ReadAll(ref {Names.ApiReader} json) => {Set(type, Names.ApiReader, "json")};");
        writer.Line().Block($"private static global::System.Collections.Generic.List<{type}> Bits({type} value)", body =>
        {
            body.Line($"var bits = new global::System.Collections.Generic.List<{type}>();");
            foreach (var member in model.Members)
            {
                var bit = $"{type}.{CSharp.Identifier(member)}";
                body.Line($"if ((value & {bit}) != 0) bits.Add({bit});");
            }

            body.Line($"return All(bits) == value ? bits : throw {Names.ItemReader}.UnknownName({CSharp.Literal(model.Identity.Name)});");
        });
        writer.Line().Block($"private static {type} All(global::System.Collections.Generic.IEnumerable<{type}> bits)", body =>
        {
            body.Line($"var value = default({type});").Line("foreach (var bit in bits) value |= bit;").Line("return value;");
        });
    }

    private static string Set(string type, string reader, string name) =>
        $"All({name}.ReadSet<{type}>(static (ref {reader} {name}) => Read(ref {name})))";
}

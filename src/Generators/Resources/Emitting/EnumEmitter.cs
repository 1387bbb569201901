using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the names of an enum's members: <c>EventStatusNames.g.cs</c>.</summary>
internal static class EnumEmitter
{
    public static SourceWriter Emit(EnumModel model)
    {
        var writer = SourceWriter.File(model.Namespace, model.Identity.Obsoletions);
        writer.Summary($"The names of <see cref=\"{model.EnumName}\"/> in the table and in the API.").Line(Names.GeneratedCode);
        return writer.Block($"internal static partial class {model.ClassName}", body =>
        {
            var isNamed = model.Number.Length == 0;
            if (!model.IsFlags)
            {
                Write(body, model, $"public static string ToText({model.EnumName} value) => value switch", model.Stored, "", "The name in the table.", "");
                body.Line();
            }

            if (isNamed)
            {
                Write(body, model, $"public static void Write({Names.ItemWriter} item, {model.EnumName} value) => item.Text8(value switch", model.Stored, "u8", "Writes the name in the table.", ")");
                body.Line();
            }

            Write(body, model, $"public static void Write({Names.ApiWriter} json, {model.EnumName} value) => json.Text8(value switch", model.Shown, "u8", "Writes the name in the API.", ")");
            body.Line();
            if (isNamed)
            {
                Read(body, model, Names.ItemReader, "item", model.Stored, $"throw {Names.ItemReader}.UnknownName({CSharp.Literal(model.Identity.Name)});", "Reads the name in the table.");
                body.Line();
            }

            Read(body, model, Names.ApiReader, "json", model.Shown, $"return json.NotOneOf<{model.EnumName}>({CSharp.Literal(List(model))});", "Reads the name in the API; anything else is reported.");
            if (model.IsFlags) FlagsEmitter.Emit(body.Line(), model);
            else if (!isNamed) Numbers(body.Line(), model);
        });
    }

    private static void Write(SourceWriter writer, EnumModel model, string head, Func<string, string> name, string suffix, string summary, string close)
    {
        writer.Summary(summary).Line(head).Line("{").Indented(arms =>
        {
            foreach (var member in model.Members) arms.Line($"{model.EnumName}.{CSharp.Identifier(member)} => {CSharp.Literal(name(member))}{suffix},");
            arms.Line($"_ => throw {Names.ItemReader}.UnknownName({CSharp.Literal(model.Identity.Name)}),");
        }).Line($"}}{close};");
    }

    private static void Read(SourceWriter writer, EnumModel model, string readerType, string reader, Func<string, string> name, string otherwise, string summary)
    {
        writer.Summary(summary).Block($"public static {model.EnumName} Read(ref {readerType} {reader})", body =>
        {
            body.Line($"var text = {reader}.ReadText8();");
            foreach (var member in (string[])[.. model.Members, .. model.Aliases])
            {
                body.Line($"if (global::System.MemoryExtensions.SequenceEqual(text, {CSharp.Utf8(name(member))})) return {model.EnumName}.{CSharp.Identifier(member)};");
            }

            body.Line(otherwise);
        });
    }

    private static void Numbers(SourceWriter writer, EnumModel model)
    {
        writer.Summary("Writes the number in the table.");
        writer.Line($"public static void Write({Names.ItemWriter} item, {model.EnumName} value) => item.Value((global::System.{model.Number})Known(value));");
        writer.Line().Summary("Reads the number in the table.");
        writer.Line($"public static {model.EnumName} Read(ref {Names.ItemReader} item) => Known(({model.EnumName})item.Read{model.Number}());");
        writer.Line().Line($"private static {model.EnumName} Known({model.EnumName} value) => value switch").Line("{").Indented(arms =>
        {
            foreach (var member in model.Members) arms.Line($"{model.EnumName}.{CSharp.Identifier(member)} => value,");
            arms.Line($"_ => throw {Names.ItemReader}.UnknownName({CSharp.Literal(model.Identity.Name)}),");
        }).Line("};");
    }

    private static string List(EnumModel model)
    {
        var names = new List<string>();
        foreach (var member in model.Members) names.Add(model.Shown(member));
        return string.Join(", ", names);
    }
}

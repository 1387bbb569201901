using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes how kinds of a record are told apart: <c>Shape.Kinds.g.cs</c>.</summary>
internal static class KindsEmitter
{
    public static SourceWriter Emit(KindsModel model)
    {
        var writer = SourceWriter.File(model.Namespace, model.Identity.Obsoletions);
        writer.Summary($"Tells the kinds of <see cref=\"{model.Identity.FullName}\"/> apart by <c>{CSharp.Xml(model.Discriminator)}</c>.").Line(Names.GeneratedCode);
        writer.Block($"internal static partial class {model.ClassName}", body =>
        {
            ReadItem(body, model);
            ReadJson(body.Line(), model);
            Write(body.Line(), model, Names.ItemWriter, "item", model.Attribute, "WriteItem", "Writes a map, the discriminator first.", "StartMap", "EndMap");
            Write(body.Line(), model, Names.ApiWriter, "json", model.Discriminator, "WriteJson", "Writes an object, the discriminator first.", "StartObject", "EndObject");
            Validate(body.Line(), model);
        });
        writer.Line();
        KindsPatchEmitter.Type(writer, model);
        return writer;
    }

    /// <summary>A comparison with the discriminator that was found.</summary>
    public static string Is(KindModel kind) => kind.Discriminator.Length == 0
        ? "kind.IsEmpty" : $"global::System.MemoryExtensions.SequenceEqual(kind, {CSharp.Utf8(kind.Discriminator)})";

    /// <summary>A pattern that only values of exactly this kind fit: of two kinds one may derive from the other.</summary>
    public static string Pattern(KindModel kind) => kind.IsSealed ? $"{kind.Name} known" : $"{kind.Name} known when known.GetType() == typeof({kind.Name})";

    /// <summary>The discriminators that a client can name.</summary>
    public static string List(KindsModel model)
    {
        var names = new List<string>();
        foreach (var kind in model.Kinds)
        {
            if (kind.Discriminator.Length > 0) names.Add(kind.Discriminator);
        }

        return string.Join(", ", names);
    }

    private static void ReadItem(SourceWriter writer, KindsModel model)
    {
        writer.Summary("Reads a map as the kind that it names.");
        writer.Block($"public static {model.Identity.FullName} Read(ref {Names.ItemReader} item)", body =>
        {
            body.Line("item.StartMap();");
            body.Line($"var kind = item.FindKind({CSharp.Utf8(model.Attribute)}, {(model.IsNumbered ? "\"N\"u8" : "\"S\"u8")});");
            body.Line($"{model.Identity.FullName} value;");
            var otherwise = "";
            foreach (var kind in model.Kinds)
            {
                body.Line($"{otherwise}if ({Is(kind)}) value = item.ReadKind<{kind.Name}>();");
                otherwise = "else ";
            }

            body.Line($"{otherwise}{Unknown(model)}");
            body.Line("item.EndMap();").Line("return value;");
        });
    }

    private static void ReadJson(SourceWriter writer, KindsModel model)
    {
        writer.Summary("Reads an object as the kind that it names; anything else is reported.");
        writer.Block($"public static {model.Identity.FullName} Read(ref {Names.ApiReader} json)", body =>
        {
            body.Line($"var kind = json.FindKind({CSharp.Utf8(model.Discriminator)}, isNumber: {(model.IsNumbered ? "true" : "false")});");
            foreach (var kind in model.Kinds)
            {
                var read = kind.Discriminator.Length == 0 ? $"json.ReadDocument<{kind.Name}>()" : $"json.ReadKind<{kind.Name}>({CSharp.Utf8(model.Discriminator)})";
                body.Line($"if ({Is(kind)}) return {read};");
            }

            body.Line($"return json.UnknownKind<{model.Identity.FullName}>({CSharp.Literal(model.Discriminator)}, {CSharp.Literal(List(model))});");
        });
    }

    private static void Write(SourceWriter writer, KindsModel model, string writerType, string local, string name, string method, string summary, string start, string end)
    {
        writer.Summary(summary);
        writer.Block($"public static void Write({writerType} {local}, {model.Identity.FullName} value)", body =>
        {
            body.Line($"{local}.{start}();");
            Switch(body, model, kind => (kind.Discriminator.Length == 0 ? "" : $"{local}.Name({CSharp.Utf8(name)}).{(model.IsNumbered ? "Number8" : "Text8")}({CSharp.Utf8(kind.Discriminator)});\n")
                + $"((global::GeekCafe.IDocument<{kind.Name}>)known).{method}({local});", Unknown(model));
            body.Line().Line($"{local}.{end}();");
        });
    }

    private static void Validate(SourceWriter writer, KindsModel model)
    {
        writer.Summary("Checks the rules of the value's kind.");
        writer.Block($"public static void Validate({model.Identity.FullName} value, {Names.Errors} errors, string path)", body =>
            Switch(body, model, kind => $"((global::GeekCafe.IDocument<{kind.Name}>)known).Validate(errors, path);", ""));
    }

    private static void Switch(SourceWriter writer, KindsModel model, Func<KindModel, string> statements, string otherwise) =>
        writer.Block("switch (value)", cases =>
        {
            foreach (var kind in model.Kinds) cases.Line($"case {Pattern(kind)}:").Indented(body => body.Lines(statements(kind)).Line("break;"));
            if (otherwise.Length > 0) cases.Line("default:").Indented(body => body.Line(otherwise));
        });

    private static string Unknown(KindsModel model) => $"throw {Names.ItemReader}.UnknownKind({CSharp.Literal(model.Identity.Name)}, {CSharp.Literal(model.Attribute)});";
}

using GeekCafe.Generators.Core;
using GeekCafe.Generators.Types;

namespace GeekCafe.Generators.Resources.Emitting;

/// <summary>Writes the merge patch of a value of several kinds, which can be read only once it is known which kind it changes.</summary>
internal static class KindsPatchEmitter
{
    public static void Type(SourceWriter writer, KindsModel model)
    {
        var (name, full, value) = (model.PatchClassName, model.PatchName, model.Identity.FullName);
        writer.Summary($"What a client sends to change a <see cref=\"{value}\"/>: members of its kind, or another kind whole.");
        writer.Line(Names.GeneratedCode);
        var accessibility = model.Identity.IsPublic ? "public" : "internal";
        writer.Block($"{accessibility} sealed partial record {name} : global::GeekCafe.IApiInput<{full}>", body =>
        {
            body.Line($"private readonly {value}? _value;").Line("private readonly global::System.Text.Json.JsonElement _json;").Line();
            body.Summary("Makes a patch that puts this value in the place of whatever was there.");
            body.Line($"public {name}({value} value) => _value = value;").Line();
            body.Line($"private {name}(ref {Names.ApiReader} json) => _json = json.TakeObject();").Line();
            body.Line($"static {full} global::GeekCafe.IApiInput<{full}>.ReadJson(ref {Names.ApiReader} json) => new(ref json);").Line();
            ApplyTo(body, model);
        });
    }

    private static void ApplyTo(SourceWriter writer, KindsModel model)
    {
        var (value, discriminator) = (model.Identity.FullName, CSharp.Utf8(model.Discriminator));
        writer.Summary("The value with this patch's members; a new one, which must then be complete, where there was none or one of another kind.");
        writer.Line("/// <param name=\"current\">The value, or null.</param>");
        writer.Line("/// <param name=\"errors\">Gets what is wrong with the patch, and the members that a new value lacks.</param>");
        writer.Line("/// <param name=\"path\">What comes before their names, such as <c>shape.</c>.</param>");
        writer.Block($"public {value} ApplyTo({value}? current, {Names.Errors} errors, string path)", body =>
        {
            body.Line("if (_value is not null) return _value;");
            body.Line($"var json = new {Names.ApiReader}(_json, errors, path);");
            body.Line($"var kind = json.FindKind({discriminator}, isNumber: {(model.IsNumbered ? "true" : "false")});");
            body.Line("if (kind.IsEmpty) kind = KindOf(current);");
            foreach (var kind in model.Kinds)
            {
                var known = kind.IsSealed ? $"current as {kind.Name}" : $"current?.GetType() == typeof({kind.Name}) ? ({kind.Name})current : null";
                body.Line($"if ({KindsEmitter.Is(kind)}) return json.ReadKindPatch<{kind.Name}Patch>({discriminator}).ApplyTo({known}, errors, path);");
            }

            body.Line($"errors.Add(path + {CSharp.Literal(model.Discriminator)}, {CSharp.Literal("must be one of " + KindsEmitter.List(model))});");
            body.Line("return current!;");
        });
        writer.Line();
        writer.Line($"private static global::System.ReadOnlySpan<byte> KindOf({value}? value) => value switch").Line("{").Indented(arms =>
        {
            foreach (var kind in model.Kinds)
            {
                if (kind.Discriminator.Length > 0) arms.Line($"{(kind.IsSealed ? kind.Name : KindsEmitter.Pattern(kind))} => {CSharp.Utf8(kind.Discriminator)},");
            }

            arms.Line("_ => [],");
        }).Line("};");
    }
}

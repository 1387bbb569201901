using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using GeekCafe.Json;
using GeekCafe.Validation;

namespace GeekCafe.Table.Tests.Shapes;

/// <summary>Random drawings, and how to tell whether two are the same.</summary>
internal static class Drawings
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char.AlphaNumeric, 1, 6];

    private static readonly Gen<Point> Point = Gen.Select(Gen.Int, Gen.Int, static (x, y) => new Point(x, y));

    private static readonly Gen<Frame> Frame = Gen.Select(Gen.Int, Text, static (width, color) => new Frame { Width = width, Color = color });

    private static readonly Gen<Ink> Ink = Gen.Int[0, 0xFFFFFF].Select(static rgb => new Ink(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF));

    public static Gen<Drawing> Any { get; } = Gen.Select(
        Gen.Select(Text, Gen.Int, Figure(2), Figure(2).Array[0, 3], Gen.Select(Text, Figure(1)).Array[0, 3]),
        Gen.Select(Point, Frame.Nullable(), Ink.Nullable(), Json(3), Text.Null()),
        static (one, two) => new Drawing
        {
            Title = one.Item1,
            Number = new(one.Item2),
            Figure = one.Item3,
            Figures = one.Item4,
            Named = one.Item5.DistinctBy(static entry => entry.Item1).ToDictionary(static entry => entry.Item1, static entry => entry.Item2),
            Origin = two.Item1,
            Frame = two.Item2,
            Ink = two.Item3,
            Extra = two.Item4 is "null" ? null : JsonDocument.Parse(two.Item4).RootElement,
            Note = two.Item5,
        });

    /// <summary>All that a client can see of a drawing: lists and free-form values have no equality of their own.</summary>
    public static string Shown(Drawing drawing)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) ((IResource<Drawing>)drawing).WriteJson(new ApiWriter(json));
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Whether two drawings are the same, but for the order of members and the way numbers are written in what is free of form.</summary>
    public static bool Same(Drawing one, Drawing other) =>
        JsonElement.DeepEquals(JsonDocument.Parse(Shown(one)).RootElement, JsonDocument.Parse(Shown(other)).RootElement);

    /// <summary>What a client would send to make it.</summary>
    public static string Body(Drawing drawing)
    {
        using var shown = JsonDocument.Parse(Shown(drawing));
        var system = (string[])["id", "tenantId", "version", "createdAt", "createdBy", "updatedAt", "updatedBy", "deletedAt", "deletedBy"];
        return "{" + string.Join(",", shown.RootElement.EnumerateObject().Where(member => !system.Contains(member.Name)).Select(static member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";
    }

    public static T Read<T>(string body, ValidationErrors? errors = null) where T : class, IApiInput<T>
    {
        errors ??= new();
        return ApiReader.ReadBody<T>(Encoding.UTF8.GetBytes(body), errors);
    }

    private static Gen<Figure> Figure(int depth)
    {
        var circle = Gen.Select(Point, Gen.Int[0, 1000], Text.Null(), static (center, radius, label) => (Figure)new Circle(center, radius) { Label = label });
        var ring = Gen.Select(Point, Gen.Int[0, 1000], Gen.Int, static (center, radius, hole) => (Figure)new Ring(center, radius, hole));
        if (depth == 0) return Gen.OneOf(circle, ring);
        return Gen.OneOf(circle, ring, Figure(depth - 1).Array[0, 3].Select(static parts => (Figure)new Group { Parts = parts, Within = new Group() }));
    }

    private static Gen<string> Json(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Const("null"), Gen.Const("true"), Gen.Const("false"), Gen.Const("\"\\u00e4 \\\" \\n\""), Gen.Const("12345678901234567890123456789012345678"), Gen.Const("-1.5e-100"),
            Gen.Long.Select(static number => number.ToString(CultureInfo.InvariantCulture)), Text.Select(static text => $"\"{text}\""));
        if (depth == 0) return leaf;
        var list = Json(depth - 1).Array[0, 3].Select(static parts => $"[{string.Join(",", parts)}]");
        var members = Json(depth - 1).Array[0, 3].Select(static parts => $"{{{string.Join(",", parts.Select(static (part, i) => $"\"m {i}\":{part}"))}}}");
        return Gen.OneOf(leaf, list, members);
    }
}

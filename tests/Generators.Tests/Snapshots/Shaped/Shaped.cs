namespace Shop.Drawings;

[Resource("drawings")]
[PrimaryKey("TENANT#{TenantId}", "DRAWING#{Number}")]
public partial record Drawing : Titled
{
    public required DrawingNumber Number { get; init; }
    public required Shape Shape { get; init; }
    public Point? Origin { get; init; }
    [Converter<ColorConverter>] public Color? Color { get; init; }
    public System.Text.Json.JsonElement? Extra { get; init; }
}

public abstract record Titled { public required string Title { get; init; } }
public readonly record struct DrawingNumber(int Value);
public readonly partial record struct Point(int X, int Y);

[System.Text.Json.Serialization.JsonDerivedType(typeof(Circle), "circle")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(Group), "group")]
public abstract record Shape { public string? Label { get; init; } }
public partial record Circle(Point Center, int Radius) : Shape;
public sealed partial record Group(List<Shape> Parts) : Shape;

public readonly struct Color { public string Name { get; init; } }
public sealed class ColorConverter : IValueConverter<Color, string>
{
    public static string ToStored(Color value) => value.Name;
    public static Color FromStored(string value) => new() { Name = value };
}

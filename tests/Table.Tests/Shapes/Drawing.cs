using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeekCafe.Table.Tests.Shapes;

/// <summary>A resource with members of every shape.</summary>
[Resource("shapes-drawings")]
[PrimaryKey("SHAPES#TENANT#{TenantId}", "SHAPESDRAWING#{Number}")]
[SecondaryIndex("ByTitle", "SHAPES#TENANT#{TenantId}#TITLE#{Title}", "{Number}", Index = "gsi3")]
public partial record Drawing : Titled
{
    public required DrawingNumber Number { get; init; }
    public required Figure Figure { get; init; }
    public IReadOnlyList<Figure> Figures { get; init; } = [];
    public IReadOnlyDictionary<string, Figure> Named { get; init; } = new Dictionary<string, Figure>();
    public Point Origin { get; init; }
    public Frame? Frame { get; init; }
    [Converter<InkConverter>] public Ink? Ink { get; init; }
    public JsonElement? Extra { get; init; }
}

/// <summary>What several resources have in common.</summary>
public abstract record Titled
{
    public required string Title { get; init; }
    public virtual string? Note { get; init; } = "none";
}

public readonly record struct DrawingNumber(int Value);

public readonly partial record struct Point(int X, int Y = 0);

public partial record struct Frame
{
    public Frame()
    {
    }

    public int Width { get; init; } = 3;
    public required string Color { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "figureKind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Ring), "ring")]
[JsonDerivedType(typeof(Group), "group")]
public abstract record Figure
{
    public string? Label { get; init; }
}

public partial record Circle(Point Center, [property: System.ComponentModel.DataAnnotations.Range(0, 1000)] int Radius) : Figure;

public partial record Ring(Point Center, int Radius, int Hole) : Circle(Center, Radius);

public sealed partial record Group : Figure
{
    public IReadOnlyList<Figure> Parts { get; init; } = [];
    public Group? Within { get; init; }
}

/// <summary>A color of 24 bits, stored as six hexadecimal digits.</summary>
public readonly record struct Ink(int Red, int Green, int Blue);

public sealed class InkConverter : IValueConverter<Ink, string>
{
    public static string ToStored(Ink value) => $"{value.Red:x2}{value.Green:x2}{value.Blue:x2}";

    public static Ink FromStored(string value)
    {
        if (value?.Length != 6) throw new FormatException("Six digits.");
        return new(Part(value, 0), Part(value, 2), Part(value, 4));
    }

    private static int Part(string value, int at) => int.Parse(value.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

using GeekCafe.Table.Tests.Shapes;

namespace GeekCafe.Aot.Features;

/// <summary>Kinds of records, wrappers, structures, converters, free-form values.</summary>
internal static class ShapeChecks
{
    private const string Body = """
        {"title":"t","number":7,"figure":{"figureKind":"group","parts":[{"figureKind":"circle","center":{"x":1,"y":2},"radius":3,"label":null}],"within":null,"label":"a"},
        "figures":[{"figureKind":"ring","center":{"x":-1,"y":0},"radius":3,"hole":1,"label":null}],"origin":{"x":0,"y":0},"frame":{"width":4,"color":"red"},
        "ink":"0102ff","extra":{"any":[1.50,"x",null,{"deep":true}]},"note":null}
        """;

    public static async Task RunAsync(ServiceEnvironment environment)
    {
        var drawings = new DrawingService(environment);
        var input = Check.Read<DrawingInput>(Body);
        var created = (await drawings.CreateAsync(Check.Ann, input)).Data;
        var read = (await drawings.GetAsync(Check.Ann, 7, consistent: true)).Data;
        Check.That(Check.Shows(created, Body) && Check.Shows(read, Body) && Check.Shows(Drawing.FromAttributeMap(read.ToAttributeMap()), Body));
        Check.Same(new Ring(new(-1), 3, 1), read.Figures[0]);
        Check.Same(new Ink(1, 2, 255), read.Ink);

        var patched = (await drawings.PatchAsync(Check.Ann, 7, Check.Read<DrawingPatch>("""{"figure":{"figureKind":"circle","center":{"x":9},"radius":4},"frame":{"width":8}}"""))).Data;
        Check.Same(new Circle(new(9), 4), patched.Figure);
        Check.Same(new Frame { Color = "red", Width = 8 }, patched.Frame);
        Check.Same(new DrawingNumber(7), (await drawings.ListByTitleAsync(Check.Ann, "t")).Data.Items.Single().Number);
    }
}

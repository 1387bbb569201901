using System.Globalization;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>One text whatever the machine, the checkout and the order of files.</summary>
public class DeterminismTests
{
    private static readonly string[] Sources =
    [
        Project.Order, Project.Customer, Project.Types, """
        namespace Shop.Numbers;

        [Resource("numbers")]
        [PrimaryKey("TENANT#{TenantId}", "NUMBER#{Id}")]
        public partial record Number(int Value = -5, double Size = -1.5e-20, decimal Price = -1.25m)
        {
            [Range(-10, 10)] public int Whole { get; init; }
            [Range(-1.5, 2.5)] public double Broken { get; init; }
            [Range(typeof(decimal), "-1.5", "2.5")] public decimal Exact { get; init; }
            [StringLength(1000)] public string? INITIAL { get; init; }
            public string? Titel { get; init; }
        }
        """,
    ];

    [Fact]
    public void D1_the_order_of_files_does_not_matter() =>
        AssertSame(GeneratorRun.Of(Sources), GeneratorRun.Of(Enumerable.Reverse(Sources).ToArray()));

    [Fact]
    public void D2_the_culture_does_not_matter()
    {
        var expected = GeneratorRun.Of(Sources);
        var before = CultureInfo.CurrentCulture;
        try
        {
            // Not by name: a machine without ICU has only the invariant culture.
            CultureInfo.CurrentCulture = Hostile();
            AssertSame(expected, GeneratorRun.Of(Sources));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void D3_line_ends_are_those_of_unix()
    {
        var unix = GeneratorRun.Of(Sources);
        AssertSame(unix, GeneratorRun.Of([.. Sources.Select(static source => source.Replace("\n", "\r\n"))]));
        Assert.All(unix.Files.Values, static text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void D4_hint_names_are_unique()
    {
        const string Members = "{ public Kind Kind { get; init; } public Part? Part { get; init; } public enum Kind { A } public partial record Part { public int X { get; init; } } }";
        string[] sources =
        [
            Thing("One", "a"), Thing("Two", "b"), $"namespace One {{ public partial class Outer {{ {Thing("", "c")} }} }}",
            Thing("One", "d").Replace("record Thing", "record THING"), Thing("ONE", "e"), Thing("", "f"),
        ];
        var run = GeneratorRun.Of(sources);
        Assert.Null(run.Result.Exception);
        Assert.Equal(6, run.Files.Keys.Count(static name => name.EndsWith(".Keys.g.cs", StringComparison.Ordinal)));
        Assert.Equal(run.Files.Count, run.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());

        static string Thing(string space, string name)
        {
            var record = $"[Resource(\"{name}\")] [PrimaryKey(\"TENANT#{{TenantId}}\", \"{name}#{{Id}}\")] public partial record Thing {Members}";
            return space.Length == 0 ? record : $"namespace {space} {{ {record} }}";
        }
    }

    [Fact]
    public void The_same_input_compiles_to_the_same_assembly()
    {
        var texts = GeneratorRun.Of(Sources).Files;
        Assert.Equal(texts, GeneratorRun.Of(TestCompilation.Create("Shop", LanguageVersion.CSharp14, Sources)).Files);
    }

    private static CultureInfo Hostile()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        culture.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }

    private static void AssertSame(GeneratorRun expected, GeneratorRun actual)
    {
        Assert.Equal(expected.Files.Keys.Order(StringComparer.Ordinal), actual.Files.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, text) in expected.Files) Assert.Equal(text, actual.Files[name]);
    }
}

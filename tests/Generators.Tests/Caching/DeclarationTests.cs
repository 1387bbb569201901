using GeekCafe.Generators.Core.Declarations;
using GeekCafe.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeekCafe.Generators.Tests.Caching;

/// <summary>Which edits a compilation is the same after, so that nothing is parsed again, and which not.</summary>
public class DeclarationTests
{
    private const string Source = """
        namespace Shop;
        // A comment.
        public partial class Thing(int start)
        {
            public const int Most = 3;
            private readonly int _count = 1;
            public Thing() : this(1) { _count = 2; }
            public int Size { get { return _count; } init; }
            public int Twice => 2;
            public int Next(int by = 1)
            {
                // Adds.
                int Inner() => by + start;
                return Inner() + 1;
            }
            public static Thing operator +(Thing left, int right) { return left; }
            public override string ToString() => "thing";
            public class Part { public void Do() { Console.WriteLine(1); } }
        }
        public enum Kind { One, Two }
        """;

    [Theory]
    [InlineData("Inner() + 1", "Inner() + 12")]
    [InlineData("Inner() + 1;", "Inner(")]
    [InlineData("// Adds.", "")]
    [InlineData("by + start", "by")]
    [InlineData("_count = 2", "_count = 20")]
    [InlineData("return left", "return right")]
    [InlineData("Console.WriteLine(1)", "")]
    public void A_body_is_no_declaration(string text, string edited) => Assert.True(AreEqual(text, edited));

    [Theory]
    [InlineData("by = 1", "by = 2")]
    [InlineData("Next(int", "Before(int")]
    [InlineData("this(1)", "this(2)")]
    [InlineData("Most = 3", "Most = 4")]
    [InlineData("_count = 1", "_count = 2")]
    [InlineData("get { return _count; }", "get { return field; }")]
    [InlineData("Twice => 2", "Twice => 3")]
    [InlineData("{ One", "{ Zero, One")]
    [InlineData("// A comment.", "#nullable disable")]
    [InlineData("// Adds.", "\n#nullable disable\n")]
    [InlineData("\"thing\"", "\"a thing\"")]
    [InlineData("return Inner() + 1;\n    }", "return Inner() + 1;\n    ")]
    [InlineData("public int Twice", "[Obsolete] public int Twice")]
    [InlineData("class Part", "record Part")]
    [InlineData("Thing()", "Thing")]
    public void Everything_else_is(string text, string edited) => Assert.False(AreEqual(text, edited));

    [Fact]
    public void Top_level_statements_are_none()
    {
        Assert.True(DeclarationComparer.Instance.Equals(Of("Console.WriteLine(1);\nclass A;"), Of("Console.WriteLine(2);\nclass A;")));
        Assert.False(DeclarationComparer.Instance.Equals(Of("Console.WriteLine(1);\nclass A;"), Of("Console.WriteLine(1);\nclass B;")));
    }

    [Fact]
    public void What_surrounds_the_files_counts()
    {
        var before = Of(Source);
        Assert.True(DeclarationComparer.Instance.Equals(before, before.Clone()));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.WithAssemblyName("Other")));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.WithOptions(before.Options.WithAllowUnsafe(true))));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.RemoveReferences(before.References.First())));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.AddSyntaxTrees(TestCompilation.Parse("class A;", "A.cs"))));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.RemoveSyntaxTrees(before.SyntaxTrees[^1])));
        Assert.False(DeclarationComparer.Instance.Equals(before, before.ReplaceSyntaxTree(before.SyntaxTrees[^1], TestCompilation.Parse(Source, "Elsewhere.cs"))));
        Assert.False(DeclarationComparer.Instance.Equals(before, TestCompilation.Create("Shop", LanguageVersion.CSharp13, Source)));
        Assert.False(DeclarationComparer.Instance.Equals(before, null));
    }

    [Theory]
    [InlineData("=> 1", "=> 2", true)]
    [InlineData("int A", "long A", false)]
    public void A_project_beside_it_is_compared_as_it_is(string text, string edited, bool isEqual)
    {
        const string Beside = "public class Beside { public int A() => 1; }";
        Assert.Equal(isEqual, DeclarationComparer.Instance.Equals(With(Beside), With(Beside.Replace(text, edited))));

        static CSharpCompilation With(string beside) => Of(Source).AddReferences(TestCompilation.Create("Beside", LanguageVersion.CSharp14, beside).ToMetadataReference());
    }

    /// <summary>The same references, as an editor keeps them.</summary>
    private static CSharpCompilation Of(string source) => TestCompilation.Create(source);

    private static bool AreEqual(string text, string edited)
    {
        var before = Of(Source);
        var source = Source.Replace("\r", "");
        Assert.Contains(text, source, StringComparison.Ordinal);
        return DeclarationComparer.Instance.Equals(before, before.ReplaceSyntaxTree(before.SyntaxTrees[^1], TestCompilation.Parse(source.Replace(text, edited), "File0.cs")));
    }
}

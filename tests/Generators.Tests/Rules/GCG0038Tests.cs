using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0038Tests
{
    [Theory]
    [InlineData("[D(typeof(Circle))]", "'Circle' has no discriminator; write [JsonDerivedType(typeof(Circle), \"circle\")]")]
    [InlineData("[D(typeof(Circle), \"a\"), D(typeof(Square), \"a\")]", "two kinds have the discriminator 'a'")]
    [InlineData("[D(typeof(Circle), \"a\"), D(typeof(Square), 1)]", "some discriminators are texts and others numbers; use one of them")]
    [InlineData("[D(typeof(Other), \"a\")]", "'Other' does not derive from it")]
    [InlineData("[System.Text.Json.Serialization.JsonPolymorphic]", "it lists none; add [JsonDerivedType(typeof(...), \"...\")] for each")]
    [InlineData("[D(typeof(Circle), \"a\"), System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = \"radius\")]", "the discriminator 'radius' is also a member of 'Circle'; name another with [JsonPolymorphic(TypeDiscriminatorPropertyName = ...)]")]
    public void Kinds_are_told_apart(string attributes, string problem) => Findings.AssertOne("GCG0038",
        $"The kinds of 'Shape' cannot be told apart: {problem}", "using D = System.Text.Json.Serialization.JsonDerivedTypeAttribute;\n" + Rule.Members("public Shape? Shape { get; init; }") + attributes + """
         public abstract record [|Shape|];
        public partial record Circle : Shape { public int Radius { get; init; } }
        public partial record Square : Shape;
        public partial record Other { public int X { get; init; } }
        """);

    [Fact]
    public void Kinds_with_discriminators_are_fine() => Findings.AssertNone(Rule.Members("public Shape? Shape { get; init; }") + Behaviour.ShapeTests.Shapes);
}

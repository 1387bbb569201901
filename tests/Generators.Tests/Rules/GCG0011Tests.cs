using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0011Tests
{
    [Theory]
    [InlineData("public partial class [|Thing|];", "it must be a record class: write 'public partial record'")]
    [InlineData("public abstract partial record [|Thing|];", "it is abstract, so no item could be read into it")]
    [InlineData("file partial record [|Thing|];", "it is local to its file, and generated code stands in other files")]
    [InlineData("public partial record [|Thing|]<T>;", "generic types have no one mapping; declare a record for each case")]
    public void A_resource_is_a_plain_record(string declaration, string problem) => Findings.AssertOne("GCG0011",
        $"'Thing' cannot be generated for: {problem}", $"[Resource(\"things\")] {Rule.Key} {declaration}");

    [Fact]
    public void It_is_visible() => Findings.AssertOne("GCG0011",
        "'Thing' cannot be generated for: 'Thing' is not visible in its assembly; make it internal or public",
        $"public partial class Outer {{ [Resource(\"things\")] {Rule.Key} private partial record [|Thing|]; }}");

    [Fact]
    public void Its_parameters_have_properties_that_can_be_set() => Findings.AssertOne("GCG0011",
        "'Thing' cannot be generated for: its parameter 'Title' has no property with 'get' and 'init'",
        $"[Resource(\"things\")] {Rule.Key} public partial record Thing(string [|Title|]) {{ public string Title => \"x\"; }}".Replace("public string Title => \"x\";", "public string Title => \"x\" + Id;"), "CS0103");

    [Fact]
    public void It_has_at_most_120_members() => Findings.AssertOne("GCG0011",
        "'Thing' cannot be generated for: it has more than 120 members; group some into nested records",
        $"[Resource(\"things\")] {Rule.Key} public partial record [|Thing|] {{ {string.Join(" ", Enumerable.Range(0, 112).Select(static i => $"public int M{i} {{ get; init; }}"))} }}");

    [Fact]
    public void A_record_with_111_members_works() => Findings.AssertNone(
        $"[Resource(\"things\")] {Rule.Key} public partial record Thing {{ {string.Join(" ", Enumerable.Range(0, 111).Select(static i => $"public int? M{i} {{ get; init; }}"))} }}");
}

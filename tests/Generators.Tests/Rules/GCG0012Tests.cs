using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0012Tests
{
    [Theory]
    [InlineData("StringLength(3)", "int")]
    [InlineData("Range(1, 2)", "string?")]
    [InlineData("Range(1, 2, MinimumIsExclusive = true)", "int")]
    [InlineData("Range(double.Epsilon, 1)", "double")]
    [InlineData("CreditCard", "string?")]
    [InlineData("Compare(\"Id\")", "string?")]
    [InlineData("MaxLength(3)", "DateOnly")]
    [InlineData("AllowedValues(\"a\")", "int")]
    public void An_attribute_that_is_not_enforced_is_named(string attribute, string type) => Findings.AssertOne("GCG0012",
        $"[{attribute.Split('(')[0]}] on 'Value' is not enforced: no check is generated for it on '{type.Replace("DateOnly", "System.DateOnly")}'; check the value in the service's ValidateAsync",
        Rule.Members($"[[|{attribute}|]] public {type} Value {{ get; init; }}"));

    [Theory]
    [InlineData("Range(0, double.MaxValue)", "decimal")]
    [InlineData("Range(0, double.MaxValue)", "double?")]
    [InlineData("Range(0, int.MaxValue)", "byte")]
    [InlineData("Range(-1.5, 2.5)", "float")]
    [InlineData("Range(0.5, 9.5)", "int")]
    [InlineData("Range(typeof(decimal), \"0.1\", \"79228162514264337593543950334\")", "decimal")]
    [InlineData("AllowedValues(1, 2, null)", "long?")]
    [InlineData("AllowedValues(\"a\", null)", "string?")]
    [InlineData("AllowedValues(0.5, 1.5)", "decimal")]
    [InlineData("MinLength(1), MaxLength(3)", "List<int>?")]
    [InlineData("Length(1, 3)", "HashSet<string>?")]
    [InlineData("MaxLength", "byte[]?")]
    [InlineData("Url", "Uri?")]
    [InlineData("Required, EmailAddress, RegularExpression(\"[a-z\\\"]+\")", "string?")]
    [InlineData("Display(Name = \"x\"), DataType(DataType.Password)", "string?")]
    public void Others_are(string attributes, string type) => Findings.AssertNone(Rule.Members($"[{attributes}] public {type} Value {{ get; init; }}"));

    [Theory]
    [InlineData("Range(1)")]
    [InlineData("StringLength()")]
    [InlineData("AllowedValues(1, )")]
    [InlineData("RegularExpression(3)")]
    [InlineData("SetByServer(\"x\")")]
    [InlineData("Length(1)")]
    public void Half_typed_attributes_do_no_harm(string attribute) =>
        Assert.All(Findings.Of(Rule.Members($"[{attribute}] public string? Value {{ get; init; }}")), static diagnostic => Assert.StartsWith("CS", diagnostic.Id == "GCG0012" ? "CS" : diagnostic.Id));
}

using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Rules;

public class GCG0037Tests
{
    private const string Converters = """
        public record Money(int Cents, string Currency);
        public class ToText : IValueConverter<Money, string> { public static string ToStored(Money value) => ""; public static Money FromStored(string value) => new(1, value); }
        public class ToObject : IValueConverter<Money, object> { public static object ToStored(Money value) => ""; public static Money FromStored(object value) => new(1, ""); }
        """;

    [Theory]
    [InlineData("[[|Converter<ToText>|]] public string Value { get; init; } = \"\";", "string")]
    [InlineData("[[|Converter<ToObject>|]] public Money? Value { get; init; }", "Money")]
    [InlineData("[[|Converter<int>|]] public Money? Value { get; init; }", "Money")]
    public void A_converter_is_for_the_members_type(string member, string type) => Findings.AssertOne("GCG0037",
        $"The converter of 'Thing.Value' does not fit: it must implement IValueConverter<{type}, TStored>, and TStored be a type that can be stored and is not nullable",
        Rule.Members(member) + Converters);

    [Fact]
    public void A_converter_of_a_type_around_itself_is_no_endless_loop() => Findings.AssertOne("GCG0005",
        "'Thing.Value' is of type 'Ring', which cannot be stored: its [Converter<T>] must implement IValueConverter for it, with a stored type that can be stored and is not nullable",
        Rule.Members("public required [|Ring|] Value { get; init; }") + """
        [Converter<RingConverter>] public class Ring;
        public class RingConverter : IValueConverter<Ring, List<Ring>> { public static List<Ring> ToStored(Ring value) => []; public static Ring FromStored(List<Ring> value) => new(); }
        """);

    [Fact]
    public void A_fitting_converter_is_fine() => Findings.AssertNone(Rule.Members("[Converter<ToText>] public Money? Value { get; init; }") + Converters);
}

using GeekCafe.Generators.Tests.Behaviour;
using GeekCafe.Generators.Tests.Harness;

namespace GeekCafe.Generators.Tests.Types;

/// <summary>Values that cannot be stored are refused by name, never changed.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("Int128", "Int128.MaxValue")]
    [InlineData("UInt128", "UInt128.MaxValue")]
    [InlineData("System.Numerics.BigInteger", "System.Numerics.BigInteger.Pow(10, 126)")]
    [InlineData("System.Numerics.BigInteger", "System.Numerics.BigInteger.Pow(10, 38) + 1")]
    [InlineData("Half", "Half.NaN")]
    [InlineData("float", "float.PositiveInfinity")]
    [InlineData("double", "1e126")]
    [InlineData("double", "1e-131")]
    public void A_number_that_DynamoDB_would_round_or_refuse(string type, string value) => Run(type, $"""
        var refused = Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ItemJson(Stored(new Thing {"{"} Value = {value} {"}"})));
        Assert.Equal("Attribute 'value' holds a number that DynamoDB cannot: it takes 38 significant digits, and 0 or 1E-130 to 9.99E+125.", refused.Message);
        """);

    [Theory]
    [InlineData("string", "null!")]
    [InlineData("Uri", "null!")]
    [InlineData("byte[]", "null!")]
    [InlineData("Place", "null!")]
    [InlineData("List<string>", "[null!]")]
    [InlineData("List<string>", "null!")]
    [InlineData("List<byte[]>", "[null!]")]
    [InlineData("Place[]", "[null!]")]
    [InlineData("List<List<int>>", "[null!]")]
    [InlineData("Dictionary<string, string>", "new() { [\"a\"] = null! }")]
    [InlineData("HashSet<string>", "[null!]")]
    public void A_null_where_none_may_be(string type, string value) => Run(type, $$"""
        var refused = Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ItemJson(Stored(new Thing { Value = {{value}} })));
        Assert.Equal("Attribute 'value' holds a null where there must be a value.", refused.Message);
        """);

    [Theory]
    [InlineData("HashSet<byte[]>", "[new byte[] { 1 }, new byte[] { 1 }]", "Attribute 'value' holds the same bytes twice; compare them with ByteComparer.Instance.")]
    [InlineData("Rights", "(Rights)64", "An attribute holds a name that Rights does not have.")]
    [InlineData("Bits", "(Bits)2", "An attribute holds a name that Bits does not have.")]
    [InlineData("Grade", "(Grade)7", "An attribute holds a name that Grade does not have.")]
    [InlineData("char", "'\\ud800'", "Attribute 'value' holds a text that is not well-formed UTF-16: half of a surrogate pair stands alone.")]
    [InlineData("Dictionary<string, int>", "new() { [\"\"] = 1 }", "Attribute 'value' has an entry with an empty name, which DynamoDB refuses.")]
    public void What_has_no_form_in_the_table(string type, string value, string message) => Run(type, $$"""
        var refused = Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ItemJson(Stored(new Thing { Value = {{value}} })));
        Assert.Equal("{{message}}", refused.Message);
        """);

    [Theory]
    [InlineData("Int128", "100000000000000000000000000000000000001", "value: must be a whole number of at most 38 significant digits")]
    [InlineData("UInt128", "-1", "value: must be a whole number from 0 to 340282366920938463463374607431768211455")]
    [InlineData("System.Numerics.BigInteger", "100000000000000000000000000000000000001", "value: must be a whole number of at most 38 significant digits")]
    [InlineData("System.Numerics.BigInteger", "1e9", "value: must be a whole number of at most 38 significant digits")]
    [InlineData("Half", "65520", "value: must be a number from -65504 to 65504")]
    [InlineData("char", "\"ab\"", "value: must be a text of one character")]
    [InlineData("int", "1.0", "value: must be a whole number from -2147483648 to 2147483647")]
    [InlineData("HashSet<int>", "[1, 1]", "value: must not hold a value twice")]
    [InlineData("HashSet<decimal>", "[1, 1.0]", "value: must not hold a value twice")]
    [InlineData("HashSet<byte[]>", "[\"AA==\", \"AA==\"]", "value: must not hold a value twice")]
    [InlineData("FrozenSet<ReadOnlyMemory<byte>>", "[\"AA==\", \"AA==\"]", "value: must not hold a value twice")]
    [InlineData("HashSet<Color>", "[\"red\", \"red\"]", "value: must not hold a value twice")]
    [InlineData("Rights", "[\"read\", \"read\"]", "value: must not hold a value twice")]
    [InlineData("Rights", "[\"all\"]", "value: must be one of read, writeAll, sign")]
    [InlineData("Rights", "3", "value: must be an array")]
    [InlineData("Grade", "1", "value: must be one of poor, fair, good")]
    [InlineData("List<string>", "[\"a\", null]", "value: must be a text")]
    [InlineData("HashSet<Guid>", "[null]", "value: must be a UUID of 36 characters")]
    [InlineData("Dictionary<Guid, int>", "{\"x\":1}", "value.x: has a name that must be a UUID of 36 characters")]
    [InlineData("Dictionary<int, int>", "{\"01\":1}", "value.01: has a name that must be a whole number from -2147483648 to 2147483647")]
    [InlineData("Dictionary<int, int>", "{\"1\":1,\"1\":2}", "value.1: occurs more than once")]
    [InlineData("Dictionary<Color, int>", "{\"blue\":1}", "value.blue: has a name that must be one of red, darkBlue")]
    [InlineData("Dictionary<DateTimeOffset, int>", "{\"2026-01-31T09:30:00\":1}", "value.2026-01-31T09:30:00: has a name that must be a time with an offset or Z, such as 2026-01-31T09:30:00Z")]
    [InlineData("Dictionary<string, int>", "{\"a\":null}", "value.a: must be a whole number from -2147483648 to 2147483647")]
    public void What_clients_may_not_send(string type, string json, string fault) => Run(type, $$"""
        Assert.Equal({{Literal(fault)}}, Faults<ThingInput>({{Literal($"{{\"value\":{json}}}")}}));
        """);

    [Theory]
    [InlineData("Int128", "{\"N\":\"1.5\"}", "Attribute 'value' holds a value that Int128 cannot hold.")]
    [InlineData("Half", "{\"N\":\"1E+100\"}", "Attribute 'value' holds a value that Half cannot hold.")]
    [InlineData("System.Numerics.BigInteger", "{\"N\":\"1E+999999999\"}", "Attribute 'value' holds a value that BigInteger cannot hold.")]
    [InlineData("char", "{\"S\":\"ab\"}", "Attribute 'value' holds a value that Char cannot hold.")]
    [InlineData("HashSet<int>", "{\"SS\":[\"1\"]}", "Attribute 'value' is S where N is expected.")]
    [InlineData("HashSet<int>", "{\"N\":\"1\"}", "Attribute 'value' is N where a set is expected.")]
    [InlineData("Dictionary<Guid, int>", "{\"M\":{\"x\":{\"N\":\"1\"}}}", "Attribute 'value' holds a value that Guid cannot hold.")]
    [InlineData("Grade", "{\"N\":\"9\"}", "An attribute holds a name that Grade does not have.")]
    [InlineData("Rights", "{\"SS\":[\"fly\"]}", "An attribute holds a name that Rights does not have.")]
    public void What_others_wrote_into_the_table(string type, string attribute, string message) => Run(type, $$"""
        var json = ItemJson(Stored(Created{{Declared.Arguments}}("{\"other\":1}") with { })).Replace("\"other\":", "\"value\":" + {{Literal(attribute)}} + ",\"other\":");
        json = json.Replace("\"value\":{\"NULL\":true},", "");
        var refused = Assert.Throws<GeekCafe.DynamoDb.ItemFormatException>(() => ReadItem<Thing>(json));
        Assert.Equal("{{message}}", refused.Message);
        """, "public {0}? Value {{ get; init; }} public int Other {{ get; init; }}");

    private static void Run(string type, string statements, string member = "public required {0} Value {{ get; init; }}") =>
        Program.Run($"{Matrix.Usings}\n{Declared.Thing(string.Format(member, type))}\n{TypeTable.Declarations}", statements);

    private static string Literal(string text) => Core.CSharp.Literal(text);
}

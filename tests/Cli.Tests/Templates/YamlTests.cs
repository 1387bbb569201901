using System.Text.Json.Nodes;

namespace GeekCafe.Cli.Tests.Templates;

public sealed class YamlTests
{
    [Theory]
    [InlineData("events.create", "events.create")]
    [InlineData("2012-10-17", "'2012-10-17'")]
    [InlineData("on", "'on'")]
    [InlineData("No", "'No'")]
    [InlineData("it's: so", "'it''s: so'")]
    [InlineData("", "''")]
    [InlineData("AWS::Lambda::Permission", "AWS::Lambda::Permission")]
    [InlineData("rate(1 hour)", "'rate(1 hour)'")]
    [InlineData("two words", "two words")]
    [InlineData("two: words", "'two: words'")]
    [InlineData("words ", "'words '")]
    [InlineData("./publish", "./publish")]
    [InlineData(".5", "'.5'")]
    [InlineData("*", "'*'")]
    [InlineData("a:", "'a:'")]
    public void A_text_is_quoted_where_yaml_would_read_something_else(string text, string written) =>
        Assert.Equal($"# c\nX: {written}\n", Yaml.Write(new() { ["X"] = text }, "c"));

    [Fact]
    public void Functions_have_their_short_form_and_flat_rows_stand_on_a_line() => Assert.Equal(
        """
        # c
        A: !Ref B

        M:
          C: !GetAtt D.Arn
          L:
            - { K: v, Size: 1 }
          S: [!Sub '${D}/x', true]

        """,
        Yaml.Write(new()
        {
            ["A"] = Cfn.Ref("B"),
            ["M"] = new JsonObject { ["C"] = Cfn.Att("D", "Arn"), ["L"] = new JsonArray(new JsonObject { ["K"] = "v", ["Size"] = 1 }), ["S"] = new JsonArray(Cfn.Sub("${D}/x"), true) },
        }, "c"));
}

using System.Text.RegularExpressions;
using GeekCafe.Description;

namespace GeekCafe.Local.Tests.Hosting;

public sealed class ExampleBodyTests
{
    [Fact]
    public void The_example_has_the_required_members_a_client_writes_and_keeps_their_rules()
    {
        var manifest = ApplicationManifest.Parse(Sample.Manifest);
        var body = new ExampleBody(manifest).For(manifest.Resources[0]);

        Assert.Equal(["title", "code", "startsAt", "seats", "tags", "place"], body.Select(static member => member.Key));
        Assert.Matches("^[A-Z]{3}-\\d+$", body["code"]!.GetValue<string>());
        Assert.Equal(10, body["seats"]!.GetValue<int>());
        Assert.Equal("Example city", body["place"]!["city"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"type":"string","maxLength":3}""", "\"Exa\"")]
    [InlineData("""{"type":"string","minLength":12}""", "\"Example mxxx\"")]
    [InlineData("""{"type":"string","enum":["draft","open"]}""", "\"draft\"")]
    [InlineData("""{"type":"integer","maximum":-5}""", "-5")]
    [InlineData("""{"type":"integer","minimum":0}""", "1")]
    [InlineData("""{"type":"number","minimum":2.5}""", "2.5")]
    [InlineData("""{"type":"boolean"}""", "false")]
    [InlineData("""{"type":"array","minItems":2,"items":{"type":"integer"}}""", "[1,1]")]
    [InlineData("""{"type":"object","values":{"type":"string"}}""", "{}")]
    public void Each_constraint_is_kept(string member, string value)
    {
        var required = member.Replace("{\"type\"", "{\"name\":\"m\",\"required\":true,\"access\":\"client\",\"type\"", StringComparison.Ordinal);
        if (member.Contains("items", StringComparison.Ordinal)) required = new Regex("\\{\"name\":\"m\",\"required\":true,\"access\":\"client\",(?=\"type\":\"integer\")").Replace(required, "{");
        var manifest = ApplicationManifest.Parse($$"""{"resources":[{"name":"r","type":"R","members":[{{required}}]}]}""");

        Assert.Equal(value, new ExampleBody(manifest).For(manifest.Resources[0])["m"]!.ToJsonString());
    }

    [Fact]
    public void The_greeting_offers_commands_for_the_first_resource()
    {
        var text = Greeting.Text(ApplicationManifest.Parse(Sample.Manifest), "http://127.0.0.1:5080", "memory");

        Assert.Contains("TOKEN=$(curl -s http://127.0.0.1:5080/_local/tokens", text, StringComparison.Ordinal);
        Assert.Equal(4, Regex.Count(text, "(?m)^(TOKEN=|curl )"));
    }
}

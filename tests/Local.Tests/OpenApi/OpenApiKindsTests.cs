using System.Text.Json.Nodes;
using GeekCafe.Description;

namespace GeekCafe.Local.Tests.Descriptions;

/// <summary>Types of several kinds, types of one name, and values of any form.</summary>
public class OpenApiKindsTests
{
    private const string Manifest = """
        {"application":"Shop","resources":[
        {"name":"a","type":"A.Thing","members":[
          {"name":"shape","type":"ref","ref":"Shape","required":true,"access":"client"},
          {"name":"step","type":"ref","ref":"StepKinds","nullable":true,"access":"client"},
          {"name":"extra","type":"any","access":"client"}]},
        {"name":"b","type":"B.Thing","members":[]}],
        "types":[
        {"name":"Circle","members":[{"name":"radius","type":"integer","required":true}]},
        {"name":"Step","members":[]},{"name":"Jump","members":[]},
        {"name":"Shape","discriminator":"$type","kinds":[{"value":"circle","ref":"Circle"}]},
        {"name":"StepKinds","discriminator":"kind","kinds":[{"value":1,"ref":"Jump"},{"ref":"Step"}]}],
        "operations":[{"name":"a.create","method":"POST","route":"/a","resource":"a","kind":"create"}]}
        """;

    private static readonly JsonNode Described = JsonNode.Parse(OpenApi.Write(Manifest))!;

    private static JsonNode Schemas => Described["components"]!["schemas"]!;

    [Fact]
    public void A_type_of_several_kinds_is_one_of_them()
    {
        Assert.Equal("""{"oneOf":[{"$ref":"#/components/schemas/Shape.Circle"}],"discriminator":{"propertyName":"$type","mapping":{"circle":"#/components/schemas/Shape.Circle"}}}""",
            Schemas["Shape"]!.ToJsonString());
        Assert.Equal("""{"allOf":[{"$ref":"#/components/schemas/Circle"},{"type":"object","properties":{"$type":{"const":"circle"}},"required":["$type"]}]}""",
            Schemas["Shape.Circle"]!.ToJsonString());
    }

    [Fact]
    public void A_base_without_discriminator_is_one_of_its_kinds() =>
        Assert.Equal("""{"anyOf":[{"$ref":"#/components/schemas/StepKinds.Jump"},{"$ref":"#/components/schemas/Step"}]}""", Schemas["StepKinds"]!.ToJsonString());

    [Fact]
    public void Resources_of_one_name_are_described_apart()
    {
        Assert.NotNull(Schemas["A.Thing"]?["properties"]?["shape"]);
        Assert.NotNull(Schemas["B.ThingInput"]);
        Assert.Null(Schemas["Thing"]);
    }

    [Fact]
    public void A_free_form_member_may_be_anything() => Assert.Equal("{}", Schemas["A.Thing"]!["properties"]!["extra"]!.ToJsonString());

    [Fact]
    public void An_example_names_its_kind() => Assert.Equal("""{"shape":{"$type":"circle","radius":1}}""",
        Described["paths"]!["/a"]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString());
}

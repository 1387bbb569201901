using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace GeekCafe.Cli.Tests.Commands;

/// <summary>What the tool says of an API, read by Microsoft's library for OpenAPI.</summary>
public sealed class OpenApiTests
{
    public static TheoryData<string> Assemblies => [Compiled.Domain, Compiled.Community];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_description_is_openapi_3_1_without_errors(string assembly)
    {
        var read = OpenApiDocument.Parse(Compiled.Run("openapi", assembly), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
        var operations = JsonNode.Parse(Compiled.Run("manifest", assembly))!["operations"]!.AsArray().Select(static operation => (string)operation!["name"]!);
        Assert.Equal(operations.Order(StringComparer.Ordinal), read.Document!.Paths.SelectMany(static path => path.Value.Operations!.Values).Select(static operation => operation.OperationId!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_reader_notices_a_mistake()
    {
        var description = JsonNode.Parse(Compiled.Run("openapi", Compiled.Domain))!;
        description["info"]!.AsObject().Remove("title");
        Assert.NotEmpty(OpenApiDocument.Parse(description.ToJsonString(), "json").Diagnostic!.Errors);
    }
}
